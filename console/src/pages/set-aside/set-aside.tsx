/** Events that were kept but not decided (G10): why, as they came; tried again, or discarded with a reason. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Segmented, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { type Column, PagedTable } from '../../parts/paged-table.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { asideReasons, asideStates } from '../../words/zh-CN/trade.ts'
import { AsideDrawer } from './aside-drawer.tsx'
import { DiscardMany } from './discard-many.tsx'

type Item = Shape<'SetAsideItem'>
type State = Item['state']
type Reason = NonNullable<Item['reason']>

const stateNames = Object.keys(asideStates) as State[]
const reasonNames = Object.keys(asideReasons) as Reason[]

export function SetAside(): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const columns = useColumns()
  const navigate = useNavigate({ from: '/set-aside' })
  const search = useSearch({ from: '/set-aside' })
  const state = stateNames.find(one => one === search.state) ?? 'set-aside'
  const reason = reasonNames.find(one => one === search.reason)
  const [picked, setPicked] = useState<readonly string[]>([])
  const go = (change: Readonly<Record<string, string | undefined>>): void => {
    setPicked([])
    void navigate({ search: before => ({ ...before, ...change }) })
  }
  const query = { state, ...(reason === undefined ? {} : { reason }) }
  return (
    <>
      <PageHead title={t('aside.title')}>
        <span className="quiet">{t('aside.hint')}</span>
      </PageHead>
      <PagedTable<Item>
        queryKey={['set-aside', state, reason]}
        read={after =>
          ask(
            api.GET('/set-aside', { params: { query: { ...query, ...(after === null ? {} : { after }) } } }),
          )
        }
        rowKey={row => row.id}
        exportAs={`set-aside-${state}`}
        empty={t('aside.empty')}
        onOpen={row => go({ item: row.id })}
        {...(state === 'set-aside' ? { selection: { keys: picked, onChange: setPicked } } : {})}
        toolbar={
          <>
            <Segmented
              aria-label={t('aside.state')}
              value={state}
              options={stateNames.map(value => ({ value, label: wordOf('asideStates', value) }))}
              onChange={value => go({ state: value })}
            />
            <Select
              allowClear
              className="select"
              placeholder={t('aside.anyReason')}
              aria-label={t('aside.reason')}
              {...(reason === undefined ? {} : { value: reason })}
              options={reasonNames.map(value => ({ value, label: wordOf('asideReasons', value) }))}
              onChange={value => go({ reason: value })}
            />
            {state === 'set-aside' && <Replay ids={picked} reason={reason} onDone={() => setPicked([])} />}
            {state === 'set-aside' && <DiscardMany ids={picked} onDone={() => setPicked([])} />}
          </>
        }
        columns={columns}
      />
      {search.item !== undefined && <AsideDrawer id={search.item} onClose={() => go({ item: undefined })} />}
    </>
  )
}

interface ReplayAsked {
  readonly ids: readonly string[]
  readonly reason: Reason | undefined
  readonly onDone: () => void
}

/** The chosen ones, or all of a reason. */
function Replay({ ids, reason, onDone }: ReplayAsked): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const replaying = useMutation({
    mutationFn: () =>
      ask(api.POST('/set-aside/replay', { body: ids.length > 0 ? { ids: [...ids] } : { reason: reason! } })),
    async onSuccess({ decided, duplicate, setAside, remaining }) {
      onDone()
      await queries.invalidateQueries({ queryKey: ['set-aside'] })
      void message.info(t('aside.replayed', { decided, duplicate, setAside, remaining }))
    },
    onError: error => void message.error(error.message),
  })
  if (!may('operate')) return null
  const nothing = ids.length === 0 && reason === undefined
  return (
    <Button
      type="primary"
      disabled={nothing}
      loading={replaying.isPending}
      onClick={() => replaying.mutate()}
    >
      {ids.length > 0 || reason === undefined
        ? t('aside.replay', { count: ids.length })
        : t('aside.replayAll')}
    </Button>
  )
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  return [
    {
      key: 'since',
      title: t('aside.since'),
      render: (_, row) => time(row.since, 'minute'),
      text: row => row.since,
    },
    { key: 'type', title: t('aside.type'), dataIndex: 'type', text: row => row.type },
    {
      key: 'reason',
      title: t('aside.reason'),
      render: (_, row) => (row.reason === null ? '' : wordOf('asideReasons', row.reason)),
      text: row => row.reason ?? '',
    },
    {
      key: 'note',
      title: t('aside.note'),
      render: (_, { note }) => (
        <span className="clamped" title={note}>
          {note}
        </span>
      ),
      text: row => row.note,
    },
    { key: 'source', title: t('aside.source'), dataIndex: 'source', text: row => row.source },
    { key: 'id', title: t('aside.eventId'), dataIndex: 'eventId', text: row => row.eventId },
    { key: 'account', title: t('aside.account'), dataIndex: 'account', text: row => row.account ?? '' },
  ]
}

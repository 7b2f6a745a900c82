import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Descriptions, Drawer, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { Fault } from '../../parts/fault.tsx'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { Scrolled } from '../../parts/scrolled.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { Correction } from './correction.tsx'

/** One of them, with what came, for those who may see it. */
export function AsideDrawer({
  id,
  onClose,
}: {
  readonly id: string
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['set-aside', 'one', id],
    queryFn: () => ask(api.GET('/set-aside/{id}', { params: { path: { id } } })),
  })
  return (
    <Drawer open size="large" title={t('aside.one', { id })} onClose={onClose}>
      {error !== null && <Fault error={error} />}
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && (
        <Scrolled>
          <Item item={data} />
        </Scrolled>
      )}
    </Drawer>
  )
}

function Item({ item }: { readonly item: Shape<'SetAsideItem'> }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const may = useMay()
  const queries = useQueryClient()
  const [isDiscarding, setDiscarding] = useState(false)
  const params = { path: { id: item.id } }
  const facts = [
    { key: 'state', label: t('aside.state'), children: wordOf('asideStates', item.state) },
    {
      key: 'reason',
      label: t('aside.reason'),
      children: item.reason === null ? '' : wordOf('asideReasons', item.reason),
    },
    { key: 'note', label: t('aside.note'), children: item.note },
    { key: 'type', label: t('aside.type'), children: item.type },
    { key: 'source', label: t('aside.source'), children: item.source },
    { key: 'id', label: t('aside.eventId'), children: item.eventId },
    { key: 'time', label: t('aside.time'), children: time(item.time, 'moment') },
    { key: 'since', label: t('aside.since'), children: time(item.since, 'moment') },
    { key: 'account', label: t('aside.account'), children: item.account ?? t('parts.none') },
  ]
  return (
    <>
      <Descriptions size="small" column={1} items={facts} />
      <div className="toolbar">
        {may('operate') && item.state === 'set-aside' && (
          <Button danger onClick={() => setDiscarding(true)}>
            {t('aside.discard')}
          </Button>
        )}
      </div>
      {may('admin') && <AsItCame id={item.id} isThere={item.state === 'set-aside'} />}
      {isDiscarding && (
        <ReasonDialog
          isDanger
          title={t('aside.discard')}
          label={t('aside.discardWhy')}
          confirm={t('aside.discard')}
          onClose={() => setDiscarding(false)}
          onConfirm={async reason => {
            await ask(api.POST('/set-aside/{id}/discard', { params, body: { reason } }))
            await queries.invalidateQueries({ queryKey: ['set-aside'] })
          }}
        />
      )}
    </>
  )
}

/** What came, personal data included: for a reason, and to be put right. It stays while it is put right. */
function AsItCame({ id, isThere }: { readonly id: string; readonly isThere: boolean }): ReactNode {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const [seen, setSeen] = useState<Shape<'SetAsideRaw'> | null>(null)
  if (seen !== null)
    return seen.correctable === null ? (
      <pre className="raw">{JSON.stringify(seen.event, null, 2)}</pre>
    ) : (
      <Correction id={id} event={seen.correctable} />
    )
  if (!isThere) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('aside.raw')}</Button>
      {isAsking && (
        <ReasonDialog
          title={t('aside.raw')}
          label={t('aside.rawWhy')}
          confirm={t('aside.raw')}
          onClose={() => setAsking(false)}
          onConfirm={async reason => {
            const params = { path: { id }, query: { reason } }
            setSeen(await ask(api.GET('/set-aside/{id}/raw', { params })))
          }}
        >
          <p className="quiet">{t('aside.rawMeaning')}</p>
        </ReasonDialog>
      )}
    </>
  )
}

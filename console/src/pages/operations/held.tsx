/** What an outage or a restored backup left due (G14): how much of what, and letting it go. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Empty, InputNumber, Table, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { useNumber, useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'

type View = Shape<'Held'>
type Hold = NonNullable<View['hold']>
type Row = View['items'][number]

/** While it empties, people watch. */
const refreshMs = 2_000
const perSecondMax = 10_000

interface Asking {
  readonly word: 'release' | 'withhold'
  /** Null for all. */
  readonly class: Row['class'] | null
}

/** Nothing, as long as nothing is held. */
export function Held(): ReactNode {
  const [asking, setAsking] = useState<Asking | null>(null)
  const { data } = useQuery({
    queryKey: ['held'],
    queryFn: () => ask(api.GET('/held')),
    refetchInterval: refreshMs,
  })
  const hold = data?.hold ?? null
  if (data === undefined || hold === null) return null
  return (
    <section className="card">
      <Head hold={hold} onReleaseAll={() => setAsking({ word: 'release', class: null })} />
      <Waiting rows={data.items.filter(row => row.waiting > 0 || row.order !== null)} onAsk={setAsking} />
      {asking !== null && <Dialog asking={asking} hold={hold} onClose={() => setAsking(null)} />}
    </section>
  )
}

function Head({ hold, onReleaseAll }: { readonly hold: Hold; readonly onReleaseAll: () => void }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const may = useMay()
  const { count } = useNumber()
  const { kind, lostFrom, until, messagesPerSecond, compared } = hold
  const facts = [t('held.rate', { n: count(messagesPerSecond) })]
  if (kind === 'restore')
    facts.push(
      compared === null
        ? t('held.notCompared')
        : t('held.compared', { by: compared.by, n: count(compared.entries) }),
    )
  return (
    <>
      <h2 className="spread">
        <span>{t('held.title')}</span>
        {may('operate') && (
          <Button size="small" onClick={onReleaseAll}>
            {t('held.releaseAll')}
          </Button>
        )}
      </h2>
      <Alert
        type="warning"
        showIcon
        title={t(`held.${kind}`, { from: time(lostFrom, 'minute'), until: time(until, 'minute') })}
        description={facts.join(' · ')}
      />
      <p className="quiet">{t('held.hint')}</p>
    </>
  )
}

interface Listed {
  readonly rows: readonly Row[]
  readonly onAsk: (asking: Asking) => void
}

function Waiting({ rows, onAsk }: Listed): ReactNode {
  const { t } = useTranslation()
  const columns = useColumns(onAsk)
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('held.nothing')} />
  return (
    <div className="wide-table">
      <Table<Row>
        size="small"
        pagination={false}
        rowKey={row => row.class}
        dataSource={[...rows]}
        columns={columns}
      />
    </div>
  )
}

function useColumns(onAsk: Listed['onAsk']): TableColumnsType<Row> {
  const { t } = useTranslation()
  const time = useTime()
  const may = useMay()
  const { count } = useNumber()
  const number = (key: 'waiting' | 'tooLate' | 'maybeSent') => ({
    key,
    title: t(`held.${key}`),
    align: 'right' as const,
    render: (_: unknown, row: Row) => count(row[key]),
  })
  return [
    {
      key: 'class',
      title: t('held.class'),
      width: 180,
      className: 'lead-column',
      render: (_, row) => <Name row={row} />,
    },
    number('waiting'),
    number('tooLate'),
    number('maybeSent'),
    {
      key: 'oldest',
      title: t('held.oldest'),
      render: (_, row) => (row.oldest === null ? '' : time(row.oldest, 'minute')),
    },
    {
      key: 'state',
      title: t('held.state'),
      render: (_, row) =>
        row.order === null ? t('held.waits') : t(`held.${row.order.word}`, { by: row.order.by }),
    },
    { key: 'do', title: '', render: (_, row) => may('operate') && <Buttons row={row} onAsk={onAsk} /> },
  ]
}

function Name({ row }: { readonly row: Row }): ReactNode {
  const wordOf = useWordOf()
  const { count } = useNumber()
  const touchpoints = row.touchpoints.map(
    one => `${wordOf('touchpoints', one.touchpoint)} ${count(one.waiting)}`,
  )
  return (
    <>
      {wordOf('classes', row.class)}
      <div className="quiet">{touchpoints.join(' · ')}</div>
    </>
  )
}

function Buttons({ row, onAsk }: { readonly row: Row; readonly onAsk: (asking: Asking) => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <span className="spread">
      {row.order?.word !== 'release' && (
        <Button size="small" type="primary" onClick={() => onAsk({ word: 'release', class: row.class })}>
          {t('held.doRelease')}
        </Button>
      )}
      {row.order?.word !== 'withhold' && (
        <Button size="small" danger onClick={() => onAsk({ word: 'withhold', class: row.class })}>
          {t('held.doWithhold')}
        </Button>
      )}
    </span>
  )
}

function Dialog({
  asking,
  hold,
  onClose,
}: {
  readonly asking: Asking
  readonly hold: Hold
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const queries = useQueryClient()
  const [perSecond, setPerSecond] = useState<number>(hold.messagesPerSecond)
  const [unchecked, setUnchecked] = useState(false)
  const isRelease = asking.word === 'release'
  const what = asking.class === null ? t('held.all') : wordOf('classes', asking.class)
  const of = asking.class === null ? {} : { class: asking.class }
  const needsLog = isRelease && hold.kind === 'restore' && hold.compared === null
  return (
    <ReasonDialog
      isDanger={!isRelease}
      title={t(isRelease ? 'held.releaseTitle' : 'held.withholdTitle', { what })}
      label={t('held.why')}
      confirm={t(isRelease ? 'held.doRelease' : 'held.doWithhold')}
      onClose={onClose}
      onConfirm={async note => {
        await (isRelease
          ? ask(api.POST('/held/release', { body: { ...of, messagesPerSecond: perSecond, unchecked, note } }))
          : ask(api.POST('/held/withhold', { body: { ...of, note } })))
        await queries.invalidateQueries({ queryKey: ['held'] })
      }}
    >
      {isRelease ? (
        <label className="spread">
          <span>{t('held.perSecond')}</span>
          <InputNumber
            min={0.1}
            max={perSecondMax}
            value={perSecond}
            onChange={value => setPerSecond(value ?? hold.messagesPerSecond)}
          />
        </label>
      ) : (
        <p className="quiet">{t('held.withholdMeaning')}</p>
      )}
      {needsLog && (
        <Checkbox checked={unchecked} onChange={event => setUnchecked(event.target.checked)}>
          {t('held.unchecked')}
        </Checkbox>
      )}
    </ReasonDialog>
  )
}

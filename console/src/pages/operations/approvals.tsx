/** Blocks of reminders to be decided on (NF-12), for those who answer for what is said; they see no customer. */
import { useQueryClient } from '@tanstack/react-query'
import { Button, Segmented, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { PagedTable } from '../../parts/paged-table.tsx'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'

type Block = Shape<'Block'>
type Step = 'approve' | 'refuse' | 'lift'

const refreshMs = 10_000

export function Approvals(): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const [waiting, setWaiting] = useState<'true' | 'false'>('true')
  const [step, setStep] = useState<{ readonly kind: Step; readonly block: Block } | null>(null)
  return (
    <>
      <h2>{t('assist.approvals')}</h2>
      <PagedTable<Block>
        queryKey={['approvals', waiting]}
        read={after =>
          ask(api.GET('/blocks', { params: { query: { waiting, ...(after === null ? {} : { after }) } } }))
        }
        rowKey={row => row.id}
        empty={t('assist.noApprovals')}
        refreshMs={refreshMs}
        toolbar={
          <Segmented
            aria-label={t('assist.approvals')}
            value={waiting}
            options={[
              { value: 'true', label: t('assist.toDecide') },
              { value: 'false', label: t('assist.allBlocks') },
            ]}
            onChange={setWaiting}
          />
        }
        columns={[
          {
            key: 'what',
            title: t('assist.which'),
            render: (_, { kind, value }) => (kind === 'touchpoint' ? wordOf('touchpoints', value) : value),
          },
          { key: 'account', title: t('customer.account'), dataIndex: 'account' },
          { key: 'until', title: t('assist.untilWhen'), render: (_, row) => time(row.until, 'minute') },
          {
            key: 'asked',
            title: t('assist.blockWhy'),
            render: (_, { asked }) => t('assist.askedBy', { name: asked.by, reason: asked.reason }),
          },
          {
            key: 'state',
            title: t('assist.state'),
            render: (_, row) => <Steps block={row} onStep={kind => setStep({ kind, block: row })} />,
          },
        ]}
      />
      {step !== null && <Deciding {...step} onClose={() => setStep(null)} />}
    </>
  )
}

function Steps({
  block,
  onStep,
}: {
  readonly block: Block
  readonly onStep: (kind: Step) => void
}): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  return (
    <Space>
      {wordOf('blockStates', block.state)}
      {stepsOf(block).map(kind => (
        <Button
          key={kind}
          size="small"
          type={kind === 'approve' ? 'primary' : 'default'}
          onClick={() => onStep(kind)}
        >
          {t(`assist.${kind}`)}
        </Button>
      ))}
    </Space>
  )
}

function stepsOf({ state }: Block): readonly Step[] {
  if (state === 'asked') return ['approve', 'refuse']
  return state === 'approved' ? ['lift'] : []
}

interface Decision {
  readonly kind: Step
  readonly block: Block
  readonly onClose: () => void
}

function Deciding({ kind, block, onClose }: Decision): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const queries = useQueryClient()
  const { id, value, goOn } = block
  const decide = (note: string): Promise<Block> => {
    const asked = { params: { path: { id } }, body: { note } }
    if (kind === 'approve') return ask(api.POST('/blocks/{id}/approve', asked))
    return ask(
      kind === 'refuse' ? api.POST('/blocks/{id}/refuse', asked) : api.POST('/blocks/{id}/lift', asked),
    )
  }
  return (
    <ReasonDialog
      title={`${t(`assist.${kind}`)}: ${block.kind === 'touchpoint' ? wordOf('touchpoints', value) : value}`}
      label={t('assist.decideWhy')}
      confirm={t(`assist.${kind}`)}
      onClose={onClose}
      onConfirm={async note => {
        await decide(note)
        await queries.invalidateQueries({ queryKey: ['approvals'] })
      }}
    >
      {goOn.length > 0 && <p className="quiet">{t('assist.goOn', { rules: goOn.join(', ') })}</p>}
    </ReasonDialog>
  )
}

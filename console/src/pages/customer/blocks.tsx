/** Reminders that staff keep from this customer for a time (NF-12): asked for here, approved by somebody else. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, type FormInstance, Input, Modal, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { Fault } from '../../parts/fault.tsx'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { touchpoints } from '../../words/zh-CN/trade.ts'

type Block = Shape<'Block'>

const reasonMax = 300
const spans = [7, 14, 30, 60, 90] as const

const blocksKey = (account: string): readonly string[] => ['blocks', account]

export function Blocks({ account }: { readonly account: string }): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  const { data, error } = useQuery({
    queryKey: blocksKey(account),
    queryFn: () => ask(api.GET('/customers/{account}/blocks', { params: { path: { account } } })),
  })
  const items = data?.items ?? []
  return (
    <section className="card">
      <h2>{t('assist.blocks')}</h2>
      {error !== null && <Fault error={error} />}
      {items.length === 0 && <p className="quiet">{t('assist.noBlocks')}</p>}
      <ul className="plain">
        {items.map(block => (
          <li key={block.id}>
            <OneBlock block={block} />
          </li>
        ))}
      </ul>
      {may('assist') && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('assist.askBlock')}
        </Button>
      )}
      {isAsking && (
        <AskForBlock
          account={account}
          what={{ kind: 'touchpoint', value: null }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

const tones = {
  asked: 'amber',
  approved: 'bad',
  refused: 'plain',
  lifted: 'plain',
  ended: 'plain',
} as const

function OneBlock({ block }: { readonly block: Block }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const may = useMay()
  const queries = useQueryClient()
  const [isLifting, setLifting] = useState(false)
  const { id, account, kind, value, until, state, asked, decided, lifted } = block
  const isOpen = state === 'asked' || state === 'approved'
  return (
    <>
      <Tag tone={tones[state]}>{wordOf('blockStates', state)}</Tag>{' '}
      <b>{kind === 'touchpoint' ? wordOf('touchpoints', value) : value}</b>{' '}
      <span>{t('assist.until', { time: time(until, 'minute') })}</span>
      <div className="quiet">
        {t('assist.askedBy', { name: asked.by, reason: asked.reason })}
        {decided !== null && (
          <> · {t(state === 'refused' ? 'assist.refusedBy' : 'assist.approvedBy', { name: decided.by })}</>
        )}
        {decided !== null && decided.note !== '' && <> ({decided.note})</>}
        {lifted !== null && <> · {t('assist.liftedBy', { name: lifted.by, reason: lifted.note })}</>}
      </div>
      {isOpen && may('assist') && (
        <Button type="link" size="small" onClick={() => setLifting(true)}>
          {t(state === 'asked' ? 'assist.takeBack' : 'assist.lift')}
        </Button>
      )}
      {isLifting && (
        <ReasonDialog
          title={t('assist.lift')}
          label={t('assist.liftWhy')}
          confirm={t('assist.lift')}
          onClose={() => setLifting(false)}
          onConfirm={async note => {
            const path = { account, id }
            await ask(api.POST('/customers/{account}/blocks/{id}/lift', { params: { path }, body: { note } }))
            await queries.invalidateQueries({ queryKey: blocksKey(account) })
          }}
        />
      )}
    </>
  )
}

interface Asked {
  readonly account: string
  readonly what: { readonly kind: 'touchpoint' | 'rule'; readonly value: string | null }
  readonly onClose: () => void
}

interface Given {
  readonly value: string
  readonly days: number
  readonly reason: string
}

/** Of a rule that is known, or of a touchpoint that is to be chosen. */
export function AskForBlock({ account, what, onClose }: Asked): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [form] = Form.useForm<Given>()
  const asking = useMutation({
    mutationFn: ({ value, days, reason }: Given) => {
      const body = { kind: what.kind, value: what.value ?? value, line: null, days, reason }
      return ask(api.POST('/customers/{account}/blocks', { params: { path: { account } }, body }))
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: blocksKey(account) }),
  })
  const done = asking.data
  return (
    <Modal
      open
      title={t('assist.askBlock')}
      okText={done === undefined ? t('assist.ask') : t('parts.close')}
      confirmLoading={asking.isPending}
      cancelButtonProps={done === undefined ? {} : { hidden: true }}
      onOk={done === undefined ? () => form.submit() : onClose}
      onCancel={onClose}
      destroyOnHidden
    >
      {done === undefined ? (
        <AskForm form={form} what={what} onFinish={given => asking.mutate(given)} />
      ) : (
        <p role="status">
          {t('assist.blockAsked')}
          {done.goOn.length > 0 && ` ${t('assist.goOn', { rules: done.goOn.join(', ') })}`}
        </p>
      )}
      {asking.error !== null && <Fault error={asking.error} />}
    </Modal>
  )
}

function AskForm({
  form,
  what,
  onFinish,
}: Pick<Asked, 'what'> & {
  readonly form: FormInstance<Given>
  readonly onFinish: (given: Given) => void
}): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  return (
    <Form<Given> form={form} layout="vertical" initialValues={{ days: 30 }} onFinish={onFinish}>
      <p className="quiet">{t('assist.blockMeaning')}</p>
      {what.value === null ? (
        <Form.Item
          name="value"
          label={t('assist.which')}
          rules={[{ required: true, message: t('assist.whichNeeded') }]}
        >
          <Select
            virtual={false}
            options={Object.keys(touchpoints).map(id => ({
              value: id,
              label: wordOf('touchpoints', id),
            }))}
          />
        </Form.Item>
      ) : (
        <p>
          {t('assist.which')}: <code>{what.value}</code>
        </p>
      )}
      <Form.Item name="days" label={t('assist.howLong')}>
        <Select options={spans.map(days => ({ value: days, label: t('assist.days', { count: days }) }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('assist.blockWhy')}
        rules={[{ required: true, whitespace: true, message: t('parts.needReason') }]}
      >
        <Input.TextArea rows={2} maxLength={reasonMax} showCount />
      </Form.Item>
    </Form>
  )
}

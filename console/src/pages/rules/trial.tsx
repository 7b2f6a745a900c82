/** Testing a rule, as it is written now: something happens to an invented customer, and what follows is shown. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber, Select, Skeleton, Switch } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { type Book, contentOf } from '../../draft/book.ts'
import { useDraft } from '../../draft/draft.ts'
import { valueAt } from '../../draft/yaml-edit.ts'
import { useChoices } from '../../frame/choices.ts'
import { Fault } from '../../parts/fault.tsx'
import { useWordOf } from '../../parts/words-of.ts'
import { brands, payModes } from '../../words/zh-CN/book.ts'
import type { RuleRow } from './rule-rows.ts'
import { type Examples, examplesQuery, startersOf } from './trial-events.ts'
import { Followed } from './trial-result.tsx'

interface Asked {
  readonly book: Book
  readonly row: RuleRow
}

/** Closed at first: it asks for the description of all events. */
export function Trial(asked: Asked): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (!may('rulebook:try')) return null
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('trial.title')}</summary>
      {isOpen && <Opened {...asked} />}
    </details>
  )
}

function Opened(asked: Asked): ReactNode {
  const { data, error } = useQuery(examplesQuery)
  if (error !== null) return <Fault error={error} />
  if (data === undefined) return <Skeleton active />
  return <Scene {...asked} examples={data} />
}

type Body = Shape<'TryBody'>
type Invented = Body['customer']

type Filled = 'brand' | 'planId' | 'payMode' | 'star' | 'language' | 'marketingConsent'

interface Given extends Required<Pick<Invented, Filled>> {
  readonly type: string
  readonly event: string
  readonly balance: number | null
}

const microPerYuan = 1_000_000
const usual = { payMode: 'prepaid', star: 0, language: 'zh-CN', balance: null, marketingConsent: false }
const shown = (event: unknown): string => JSON.stringify(event, null, 2)

/** The rulebook as it is written: the draft's files, or the version on which it stands while nothing is changed. */
function useTrial(book: Book, isDraft: boolean) {
  return useMutation({
    mutationFn({ event, balance, ...given }: Given) {
      const { brand, planId, payMode, star, language, marketingConsent } = given
      const money = balance === null ? {} : { balanceMicroYuan: Math.round(balance * microPerYuan) }
      const body: Body = {
        ...(isDraft ? { files: { ...book.files } } : { version: book.base }),
        event: JSON.parse(event) as Body['event'],
        customer: { brand, planId, payMode, star, language, marketingConsent, ...money },
      }
      return ask(api.POST('/rulebook/try', { body }))
    },
  })
}

function Scene({ book, row, examples }: Asked & { readonly examples: Examples }): ReactNode {
  const { t } = useTranslation()
  const { draft } = useDraft()
  const [form] = Form.useForm<Given>()
  const isDraft = Object.keys(draft.changes).length > 0
  const trying = useTrial(book, isDraft)
  const plans = plansOf(book)
  const [first = 'query.performed'] = startersOf(row.on, examples)
  const follow = ({ type, brand }: Partial<Given>): void => {
    if (type !== undefined) form.setFieldValue('event', shown(examples[type]))
    if (brand !== undefined) form.setFieldValue('planId', plans.find(plan => plan.brand === brand)?.id)
  }
  return (
    <>
      <p className="quiet">
        {t('trial.hint')} {isDraft ? t('trial.onDraft') : t('trial.onVersion', { version: book.base })}
      </p>
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={{
          ...usual,
          type: first,
          event: shown(examples[first]),
          brand: plans[0]?.brand,
          planId: plans[0]?.id,
        }}
        onFinish={given => trying.mutate(given)}
        onValuesChange={follow}
      >
        <Happening row={row} examples={examples} />
        <h3>{t('trial.customer')}</h3>
        <Customer plans={plans} />
        <Button type="primary" htmlType="submit" loading={trying.isPending}>
          {t('trial.run')}
        </Button>
      </Form>
      {trying.error !== null && <Fault error={trying.error} />}
      {trying.data !== undefined && <Followed trial={trying.data} rule={row.id} />}
    </>
  )
}

function Happening({ row, examples }: { readonly row: RuleRow; readonly examples: Examples }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const starters = startersOf(row.on, examples)
  const others = Object.keys(examples).filter(type => !starters.includes(type))
  const option = (type: string) => ({ value: type, label: `${wordOf('triggers', type)} · ${type}` })
  return (
    <>
      {starters.length === 0 && <Alert type="info" title={wordOf('triggers', row.on)} />}
      <Form.Item name="type" label={t('trial.eventType')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            ...(starters.length === 0 ? [] : [{ label: t('trial.startsIt'), options: starters.map(option) }]),
            { label: t('trial.others'), options: others.map(option) },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="event"
        label={t('trial.event')}
        rules={[
          {
            validator: (_, text: string) =>
              isObject(text) ? Promise.resolve() : Promise.reject(new Error(t('trial.notJson'))),
          },
        ]}
      >
        <Input.TextArea className="source" autoSize={{ minRows: 6, maxRows: 24 }} spellCheck={false} />
      </Form.Item>
    </>
  )
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    // Half written: the field says so.
    return false
  }
}

const starMax = 5

function Customer({ plans }: { readonly plans: readonly Plan[] }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { language } = useChoices()
  const brand: unknown = Form.useWatch('brand')
  const words = (family: 'brands' | 'payModes', of: object) =>
    Object.keys(of).map(value => ({ value, label: wordOf(family, value) }))
  const own = plans.filter(plan => plan.brand === brand)
  return (
    <div className="fields">
      <Form.Item name="brand" label={t('trial.brand')}>
        <Select options={words('brands', brands)} />
      </Form.Item>
      <Form.Item name="planId" label={t('trial.plan')} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={own.map(({ id, name }) => ({ value: id, label: `${name[language]} · ${id}` }))}
        />
      </Form.Item>
      <Form.Item name="payMode" label={t('trial.payMode')}>
        <Select options={words('payModes', payModes)} />
      </Form.Item>
      <Form.Item name="star" label={t('trial.star')} rules={[{ required: true }]}>
        <InputNumber min={0} max={starMax} precision={0} />
      </Form.Item>
      <Form.Item name="language" label={t('trial.language')}>
        <Select
          options={(['zh-CN', 'en'] as const).map(value => ({ value, label: t(`trial.languages.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="balance" label={t('trial.balance')}>
        <InputNumber precision={2} step={1} />
      </Form.Item>
      <Form.Item name="marketingConsent" label={t('trial.consent')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </div>
  )
}

interface Plan {
  readonly id: string
  readonly brand: string
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>
}

/** Each plan once, as it is named last. */
function plansOf({ files }: Book): readonly Plan[] {
  const held = valueAt(contentOf(files, 'catalogue/plans.yaml'), ['plans'])
  const entries = (Array.isArray(held) ? held : []) as readonly Partial<Plan>[]
  const whole = entries.filter((one): one is Plan => {
    return one.id !== undefined && one.brand !== undefined && one.name !== undefined
  })
  return [...new Map(whole.map(one => [one.id, one])).values()]
}

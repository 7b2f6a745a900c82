/** "What did we tell this customer, did it arrive, and why?" */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Segmented, Skeleton, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { isProblem } from '../../client/problem.ts'
import { useMay } from '../../client/session.ts'
import { OpenCustomer } from '../../parts/open-customer.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useTime } from '../../parts/time.ts'
import { Conversation } from './conversation.tsx'
import { Decisions } from './decisions.tsx'
import { PlanChangeDrawer } from './plan-change.tsx'
import { Picture } from './picture.tsx'
import { ReminderDrawer } from './reminder-drawer.tsx'
import { Unmask } from './unmask.tsx'

type Opened = Shape<'CustomerPicture'>

export function Customer(): ReactNode {
  const { account } = useParams({ from: '/customers/$account' })
  const { data, error, refetch } = useQuery({
    queryKey: ['customer', account],
    queryFn: () => ask(api.GET('/customers/{account}', { params: { path: { account } } })),
  })
  const navigate = useNavigate()
  if (isProblem(error, 'reason-needed'))
    return (
      <OpenCustomer
        who={{ account }}
        onDone={() => void refetch()}
        onCancel={() => void navigate({ to: '/customers' })}
      />
    )
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  return data === undefined ? <Skeleton active /> : <Opened customer={data} />
}

function Opened({ customer }: { readonly customer: Opened }): ReactNode {
  const { account, lines } = customer
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/customers/$account' })
  const { line: asked, tab = 'conversation', reminder, change } = useSearch({ from: '/customers/$account' })
  const held = lines.find(one => one.line === asked) ?? lines[0]
  const line = held?.line
  const go = (search: Partial<Record<'line' | 'tab' | 'reminder' | 'change', string | undefined>>): void =>
    void navigate({ search: before => ({ ...before, ...search }) })
  const openReminder = (id: string): void => go({ reminder: id })
  return (
    <>
      <Head customer={customer} />
      {lines.length > 1 && (
        <Segmented
          aria-label={t('customer.line')}
          {...(line === undefined ? {} : { value: line })}
          options={lines.map(one => ({ value: one.line, label: one.numberMasked ?? one.line }))}
          onChange={value => go({ line: value })}
        />
      )}
      <div className="columns">
        <div className="grow">
          <Tabs
            activeKey={tab}
            onChange={value => go({ tab: value })}
            items={[
              {
                key: 'conversation',
                label: t('customer.conversation'),
                children: line !== undefined && (
                  <Conversation
                    account={account}
                    line={line}
                    onWhy={openReminder}
                    onCompare={id => go({ change: id })}
                  />
                ),
              },
              {
                key: 'decisions',
                label: t('customer.decisions'),
                children: <Decisions account={account} onWhy={openReminder} />,
              },
            ]}
          />
        </div>
        {held !== undefined && <Picture customer={customer} line={held} />}
      </div>
      {change !== undefined && (
        <PlanChangeDrawer account={account} eventId={change} onClose={() => go({ change: undefined })} />
      )}
      {reminder !== undefined && (
        <ReminderDrawer id={reminder} onLook={openReminder} onClose={() => go({ reminder: undefined })} />
      )}
    </>
  )
}

function Head({ customer }: { readonly customer: Opened }): ReactNode {
  const { account, lines, until } = customer
  const { t } = useTranslation()
  const time = useTime()
  const may = useMay()
  const [numbers, setNumbers] = useState<readonly string[] | null>(null)
  const shown = numbers ?? lines.map(({ numberMasked, line }) => numberMasked ?? line)
  return (
    <PageHead title={shown.join(' · ')}>
      <span className="quiet">
        {t('customer.account')} {account}
        {until !== null && <> · {t('customer.accessUntil', { time: time(until, 'clock') })}</>}
      </span>
      {may('unmask') && numbers === null && <Unmask account={account} onNumbers={setNumbers} />}
    </PageHead>
  )
}

/** Before a customer is looked at: on which of the four lawful grounds (FP-09). */
import { useMutation } from '@tanstack/react-query'
import { Form, Input, Modal, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../client/api.ts'
import { Fault } from './fault.tsx'
import { rememberOpened } from './opened.ts'

type Reason = Shape<'CustomerBody'>['reason']
export type Who = { readonly number: string } | { readonly account: string }

const cases = ['authenticated', 'judicial', 'partner', 'complaint'] as const
const noteMax = 300

interface Asked {
  readonly who: Who
  readonly onDone: (account: string) => void
  readonly onCancel: () => void
}

export function OpenCustomer({ who, onDone, onCancel }: Asked): ReactNode {
  const { t } = useTranslation()
  const [form] = Form.useForm<Reason>()
  const ground = Form.useWatch('case', form)
  const opening = useMutation({
    mutationFn: (reason: Reason) => ask(api.POST('/customers/open', { body: { ...who, reason } })),
    onSuccess({ account, lines }) {
      rememberOpened({ account, lines: lines.map(({ numberMasked }) => numberMasked ?? '') })
      onDone(account)
    },
  })
  const shown = 'number' in who ? masked(who.number) : who.account
  return (
    <Modal
      open
      title={t('customer.openTitle', { who: shown })}
      okText={t('customer.open')}
      confirmLoading={opening.isPending}
      onOk={() => form.submit()}
      onCancel={onCancel}
      destroyOnHidden
    >
      <Form<Reason>
        form={form}
        layout="vertical"
        initialValues={{ case: 'authenticated' }}
        onFinish={reason => opening.mutate(reason)}
      >
        <Form.Item name="case" label={t('customer.reason')}>
          <Radio.Group
            className="stacked"
            options={cases.map(value => ({ value, label: t(`customer.cases.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('customer.note')}
          extra={t('customer.noteHint')}
          rules={[{ required: ground !== 'authenticated', message: t('customer.noteNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={noteMax} showCount />
        </Form.Item>
      </Form>
      {opening.error !== null && <Fault error={opening.error} />}
      <p className="quiet">{t('customer.audited')}</p>
    </Modal>
  )
}

/** Whoever looks over the shoulder need not read it. */
const masked = (number: string): string => number.replace(/^(.*)\d{4}(\d{4})$/, '$1****$2')

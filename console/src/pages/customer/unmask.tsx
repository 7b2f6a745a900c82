/** Whole numbers, for a reason of its own; it is audited. */
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'

const reasonMax = 300

interface Asked {
  readonly account: string
  readonly onNumbers: (numbers: readonly string[]) => void
}

export function Unmask({ account, onNumbers }: Asked): ReactNode {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const [form] = Form.useForm<{ reason: string }>()
  const unmasking = useMutation({
    mutationFn: (body: { readonly reason: string }) =>
      ask(api.POST('/customers/{account}/unmask', { params: { path: { account } }, body })),
    onSuccess({ lines }) {
      setAsking(false)
      onNumbers(lines.map(({ number, line }) => number ?? line))
    },
  })
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('customer.unmask')}
      </Button>
      <Modal
        open={isAsking}
        title={t('customer.unmask')}
        okText={t('customer.unmask')}
        confirmLoading={unmasking.isPending}
        onOk={() => form.submit()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" onFinish={given => unmasking.mutate(given)}>
          <Form.Item
            name="reason"
            label={t('customer.unmaskWhy')}
            rules={[{ required: true, message: t('customer.unmaskNeeded') }]}
          >
            <Input maxLength={reasonMax} />
          </Form.Item>
        </Form>
        {unmasking.error !== null && <Fault error={unmasking.error} />}
        <p className="quiet">{t('customer.audited')}</p>
      </Modal>
    </>
  )
}

/** What changes something asks why first; the reason stands in the audit log. */
import { useMutation } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from './fault.tsx'

const reasonMax = 300

interface Asked {
  readonly title: string
  readonly label: string
  readonly confirm: string
  readonly isDanger?: boolean
  readonly children?: ReactNode
  readonly onConfirm: (reason: string) => Promise<unknown>
  readonly onClose: () => void
}

export function ReasonDialog({
  title,
  label,
  confirm,
  isDanger,
  children,
  onConfirm,
  onClose,
}: Asked): ReactNode {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  const doing = useMutation({
    mutationFn: ({ reason }: { readonly reason: string }) => onConfirm(reason),
    onSuccess: onClose,
  })
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      okButtonProps={{ danger: isDanger === true }}
      confirmLoading={doing.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {children}
      <Form form={form} layout="vertical" onFinish={given => doing.mutate(given)}>
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, message: t('parts.needReason') }]}
        >
          <Input.TextArea rows={2} maxLength={reasonMax} showCount />
        </Form.Item>
      </Form>
      {doing.error !== null && <Fault error={doing.error} />}
    </Modal>
  )
}

/** A secret that is shown this once. */
import { Alert, Modal, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Asked {
  readonly title: string
  readonly secret: string
  readonly onClose: () => void
}

export function Once({ title, secret, onClose }: Asked): ReactNode {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={title}
      onOk={onClose}
      onCancel={onClose}
      okText={t('admin.noted')}
      cancelButtonProps={{ style: { display: 'none' } }}
      mask={{ closable: false }}
    >
      <Alert type="warning" showIcon title={t('admin.shownOnce')} />
      <Typography.Paragraph className="secret" copyable={{ text: secret }}>
        <code>{secret}</code>
      </Typography.Paragraph>
    </Modal>
  )
}

import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from './fault.tsx'

/** In place of a page that could not be shown. */
export function PageFault({
  error,
  onRetry,
}: {
  readonly error: Error
  readonly onRetry?: () => void
}): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="page-fault">
      <Fault error={error} />
      <Button onClick={() => (onRetry === undefined ? location.reload() : onRetry())}>
        {t('parts.again')}
      </Button>
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { Result } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export function Lost(): ReactNode {
  const { t } = useTranslation()
  return (
    <Result
      status="404"
      title={t('frame.lost')}
      subTitle={t('frame.lostHint')}
      extra={<Link to="/">{t('frame.toOverview')}</Link>}
    />
  )
}

/** Who may come in, which systems may call, and what everybody did. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../client/session.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { AuditLog } from './audit-log.tsx'
import { KeyList } from './key-list.tsx'
import { StaffList } from './staff-list.tsx'

export function Administration(): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/administration' })
  const { tab } = useSearch({ from: '/administration' })
  const items = [
    ...(may('staff') ? [{ key: 'staff', label: t('admin.staff'), children: <StaffList /> }] : []),
    ...(may('admin') ? [{ key: 'keys', label: t('admin.keys'), children: <KeyList /> }] : []),
    ...(may('audit') ? [{ key: 'audit', label: t('admin.audit'), children: <AuditLog /> }] : []),
  ]
  return (
    <>
      <PageHead title={t('admin.title')} />
      <Tabs
        destroyOnHidden
        activeKey={tab ?? items[0]?.key ?? ''}
        items={items}
        onChange={value => void navigate({ search: { tab: value } })}
      />
    </>
  )
}

/** Rules by touchpoint with their figures; the versions of the rulebook; whom nobody would tell. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../parts/page-head.tsx'
import { Completeness } from './completeness.tsx'
import { RuleList } from './rule-list.tsx'
import { Versions } from './versions.tsx'

export function Rules(): ReactNode {
  const { t } = useTranslation()
  const { tab = 'rules' } = useSearch({ from: '/rules' })
  const navigate = useNavigate({ from: '/rules' })
  return (
    <>
      <PageHead title={t('rules.title')}>
        <span className="quiet">{t('rules.hint')}</span>
      </PageHead>
      <Tabs
        activeKey={tab}
        onChange={key => void navigate({ search: before => ({ ...before, tab: key }) })}
        items={[
          { key: 'rules', label: t('rules.rules'), children: <RuleList /> },
          { key: 'versions', label: t('rules.versions'), children: <Versions /> },
          { key: 'completeness', label: t('rules.completeness'), children: <Completeness /> },
        ]}
      />
    </>
  )
}

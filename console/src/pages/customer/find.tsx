import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { lately } from '../../parts/opened.ts'
import { PageHead } from '../../parts/page-head.tsx'

/** Where one begins, and those opened a moment ago. */
export function FindCustomer(): ReactNode {
  const { t } = useTranslation()
  const opened = lately()
  return (
    <>
      <PageHead title={t('customer.title')} />
      <p className="quiet">{t('customer.findHint')}</p>
      <section className="card">
        <h2>{t('customer.recent')}</h2>
        {opened.length === 0 ? (
          <p className="quiet">{t('customer.nothingRecent')}</p>
        ) : (
          <ul className="plain">
            {opened.map(({ account, lines }) => (
              <li key={account}>
                <Link to="/customers/$account" params={{ account }}>
                  {account}
                </Link>{' '}
                <span className="quiet">{lines.join(' · ')}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

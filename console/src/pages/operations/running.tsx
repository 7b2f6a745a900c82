import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeasure } from '../../parts/measure.ts'
import { useNumber, useTime } from '../../parts/time.ts'
import { useOperations } from './operations-query.ts'

/** What runs here: versions, since when, and the size of the database. */
export function Running(): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const { count } = useNumber()
  const { bytes, span } = useMeasure()
  const { data } = useOperations()
  if (data === undefined) return null
  const { version, rulebookVersion, node, database, startedAt, uptimeSeconds } = data
  return (
    <section className="card">
      <h2>{t('operations.running')}</h2>
      <dl className="pairs left">
        <dt>{t('operations.uptime')}</dt>
        <dd>
          {startedAt === null || uptimeSeconds === null ? (
            t('operations.notHere')
          ) : (
            <>
              {span(uptimeSeconds * 1_000)} <span className="quiet">{time(startedAt, 'moment')}</span>
            </>
          )}
        </dd>
        <dt>{t('operations.versions')}</dt>
        <dd>
          {t('operations.kairosVersion')} {version} · Node.js {node} · PostgreSQL {database.version} (
          {t(`operations.databaseKind.${database.kind}`)})
        </dd>
        <dt>{t('operations.rulebook')}</dt>
        <dd>{rulebookVersion}</dd>
        <dt>{t('operations.databaseSize')}</dt>
        <dd>{bytes(database.bytes)}</dd>
        <dt>{t('operations.connections')}</dt>
        <dd>{count(database.connections)}</dd>
      </dl>
    </section>
  )
}

/** What is stopped, by whom and why; and the button that stops everything. */
import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PauseButton, usePauses } from '../../parts/pause-button.tsx'
import { useWordOf } from '../../parts/words-of.ts'
import { VersionPause } from '../rules/version-pause.tsx'

export function Stops(): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { data } = usePauses()
  const versions = data?.items.filter(({ kind }) => kind === 'version') ?? []
  const others = data?.items.filter(({ kind }) => kind !== 'all' && kind !== 'version') ?? []
  return (
    <section className="card">
      <h2>{t('operations.stops')}</h2>
      <PauseButton kind="all" value="all" />
      {versions.map(({ value }) => (
        <VersionPause key={value} version={value} isLinked />
      ))}
      {others.length === 0 && versions.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('operations.nothingStopped')} />
      ) : (
        <ul className="plain">
          {others.map(({ kind, value }) => (
            <li key={`${kind} ${value}`}>
              {wordOf('pauseKinds', kind)} <code>{value}</code> <PauseButton kind={kind} value={value} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

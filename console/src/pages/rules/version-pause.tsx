/** A version that is paused as a whole (G12), by the blast guard or by somebody: why, and the two ways on. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { Fault } from '../../parts/fault.tsx'
import { usePauses } from '../../parts/pause-button.tsx'
import { useNumber, useTime } from '../../parts/time.ts'
import { finishedOf, useDryRuns } from './dry-runs.ts'
import { RecallButton } from './recall.tsx'

interface Asked {
  readonly version: string
  /** Where it is not the page of this version. */
  readonly isLinked?: boolean
}

/** By whom the guard's pauses are. */
const guard = 'kairos'

export function VersionPause({ version, isLinked = false }: Asked): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const { count } = useNumber()
  const may = useMay()
  const queries = useQueryClient()
  const { data } = usePauses()
  const standing = data?.items.find(({ kind, value }) => kind === 'version' && value === version)
  const foreseen = finishedOf(useDryRuns(version).data?.items)?.hourlyMax ?? null
  const lifting = useMutation({
    mutationFn: () =>
      ask(api.DELETE('/pauses/{kind}/{value}', { params: { path: { kind: 'version', value: version } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['pauses'] }),
  })
  if (standing === undefined) return null
  const { by, since, note } = standing
  return (
    <Alert
      className="version-paused"
      type="error"
      role="alert"
      showIcon
      title={
        <>
          {t('dryRun.paused')}{' '}
          {isLinked && (
            <Link to="/rules/$version" params={{ version }} search={{}}>
              {version}
            </Link>
          )}
        </>
      }
      description={
        <>
          {by === guard && <p>{t('dryRun.pausedByGuard')}</p>}
          <p>{t('pause.standing', { by, at: time(since, 'minute'), note })}</p>
          {foreseen !== null && <p>{t('dryRun.foreseen', { n: count(foreseen) })}</p>}
          <p>{t('dryRun.pausedMeaning')}</p>
          <div className="toolbar">
            {may('operate') && (
              <Popconfirm title={t('dryRun.letGoSure')} onConfirm={() => lifting.mutate()}>
                <Button loading={lifting.isPending}>{t('dryRun.letGo')}</Button>
              </Popconfirm>
            )}
            <RecallButton version={version} />
            {!may('operate') && !may('rulebook:write') && <span>{t('dryRun.whoLifts')}</span>}
          </div>
          {lifting.error !== null && <Fault error={lifting.error} />}
        </>
      }
    />
  )
}

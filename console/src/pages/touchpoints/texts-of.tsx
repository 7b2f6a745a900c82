import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { wordingFile, wordingIn } from './wording.ts'

interface Asked {
  readonly version: string
  readonly touchpoint: string
  readonly language: string
}

/** What customers read of a touchpoint; the rulebook's files are read when somebody opens it. */
export function TextsOf({ version, touchpoint, language }: Asked): ReactNode {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['version', version, 'files'],
    queryFn: () => ask(api.GET('/rulebook/versions/{version}/files', { params: { path: { version } } })),
    staleTime: Infinity,
    enabled: isOpen,
  })
  const path = data === undefined ? undefined : wordingFile(data.files, touchpoint, language)
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>{t('touchpoint.texts')}</b>
      </summary>
      {error !== null && <Fault error={error} />}
      {isOpen && data === undefined && error === null && <Skeleton active />}
      {data !== undefined && path === undefined && <p className="quiet">{t('touchpoint.noTexts')}</p>}
      {path !== undefined && (
        <>
          <p className="quiet">{t('touchpoint.textsHint', { version })}</p>
          <dl className="texts">
            {wordingIn(data!.files[path]!).map(({ id, text }) => (
              <div key={id}>
                <dt>
                  <code>{id}</code>
                </dt>
                <dd lang={language}>{text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </details>
  )
}

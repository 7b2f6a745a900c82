/** What a version changes against the one in force, as a reviewer reads it. */
import { useQuery } from '@tanstack/react-query'
import { Empty, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { useWordOf } from '../../parts/words-of.ts'
import { Tag } from '../../parts/tag.tsx'

type Change = Shape<'RulebookDiff'>['changes'][number]

export function Changes({ version }: { readonly version: string }): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['version', version, 'diff'],
    queryFn: () =>
      ask(api.GET('/rulebook/versions/{version}/diff', { params: { path: { version }, query: {} } })),
  })
  if (error !== null) return <Fault error={error} />
  if (data === undefined) return <Skeleton active />
  if (data.changes.length === 0)
    return <Empty description={t('rules.noChange', { before: data.before ?? '' })} />
  return (
    <>
      <p className="quiet">
        {t('rules.against', { before: data.before ?? t('parts.none'), count: data.changes.length })}
      </p>
      {data.changes.map(change => (
        <ChangeCard key={`${change.part} ${change.id}`} change={change} />
      ))}
    </>
  )
}

const kindTones = { added: 'good', removed: 'bad', changed: 'amber' } as const

function ChangeCard({ change: { part, id, kind, fields } }: { readonly change: Change }): ReactNode {
  const wordOf = useWordOf()
  return (
    <details className="card change" open={kind === 'changed'}>
      <summary>
        <Tag tone={kindTones[kind]}>{wordOf('changeKinds', kind)}</Tag> {wordOf('bookParts', part)}{' '}
        <code>{id}</code>
      </summary>
      {fields.map(({ field, before, after }) => (
        <div key={field} className="before-after">
          <b>{field}</b>
          {before !== null && <del>{shown(before)}</del>}
          {after !== null && <ins>{shown(after)}</ins>}
        </div>
      ))}
    </details>
  )
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 1))

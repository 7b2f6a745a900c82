/** Versions of the rulebook: draft → reviewed by a second person → published → recalled; what each changes. */
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { type Column, PagedTable } from '../../parts/paged-table.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { Tag, type Tone } from '../../parts/tag.tsx'

type Version = Shape<'RulebookVersion'>

export const tones: Readonly<Record<Version['state'], Tone>> = {
  draft: 'plain',
  reviewed: 'jade',
  published: 'good',
  recalled: 'bad',
}

export function Versions(): ReactNode {
  const { t } = useTranslation()
  const columns = useColumns()
  const navigate = useNavigate()
  return (
    <PagedTable<Version>
      queryKey={['versions']}
      read={after =>
        ask(api.GET('/rulebook/versions', { params: { query: after === null ? {} : { after } } }))
      }
      rowKey={row => row.version}
      empty={t('rules.empty')}
      exportAs="rulebook-versions"
      onOpen={({ version }) => void navigate({ to: '/rules/$version', params: { version } })}
      columns={columns}
    />
  )
}

function useColumns(): Column<Version>[] {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const step = (one: Version['reviewed']): string =>
    one === null ? '' : `${one.by} ${time(one.at, 'minute')}`
  return [
    {
      key: 'version',
      title: t('rules.version'),
      render: (_, { version, inForce }) => (
        <>
          <code>{version}</code> {inForce && <Tag tone="good">{t('rules.inForce')}</Tag>}
        </>
      ),
      text: row => row.version,
    },
    {
      key: 'state',
      title: t('rules.state'),
      render: (_, row) => <Tag tone={tones[row.state]}>{wordOf('versionStates', row.state)}</Tag>,
      text: row => row.state,
    },
    { key: 'note', title: t('rules.note'), dataIndex: 'note', text: row => row.note },
    {
      key: 'submitted',
      title: t('rules.submitted'),
      render: (_, row) => step(row.submitted),
      text: row => row.submitted.by,
    },
    {
      key: 'reviewed',
      title: t('rules.reviewed'),
      render: (_, row) => step(row.reviewed),
      text: row => row.reviewed?.by ?? '',
    },
    {
      key: 'published',
      title: t('rules.published'),
      render: (_, row) => step(row.published),
      text: row => row.published?.by ?? '',
    },
  ]
}

/** What was done and who was looked at; each entry holds the fingerprint of the one before, so nothing can be taken out. */
import { SafetyOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { PagedTable } from '../../parts/paged-table.tsx'
import { useTime } from '../../parts/time.ts'

type Entry = Shape<'AuditEntry'>

export function AuditLog(): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const navigate = useNavigate({ from: '/administration' })
  const { actor, action } = useSearch({ from: '/administration' })
  const query = { ...(actor === undefined ? {} : { actor }), ...(action === undefined ? {} : { action }) }
  const go = (change: { readonly actor?: string | undefined; readonly action?: string | undefined }): void =>
    void navigate({ search: before => ({ ...before, ...change }) })
  const filter = (name: 'actor' | 'action', value: string | undefined): ReactNode => (
    <Input.Search
      allowClear
      className="select"
      placeholder={t(`admin.${name}`)}
      aria-label={t(`admin.${name}`)}
      {...(value === undefined ? {} : { defaultValue: value })}
      onSearch={given => go({ [name]: given.trim() === '' ? undefined : given.trim() })}
    />
  )
  return (
    <>
      <Verify />
      <PagedTable<Entry>
        queryKey={['audit', actor, action]}
        read={after =>
          ask(api.GET('/audit', { params: { query: { ...query, ...(after === null ? {} : { after }) } } }))
        }
        rowKey={row => `${row.seq}`}
        exportAs="audit"
        empty={t('admin.noAudit')}
        toolbar={
          <>
            {filter('actor', actor)}
            {filter('action', action)}
          </>
        }
        columns={[
          { key: 'seq', title: '#', dataIndex: 'seq', text: row => `${row.seq}` },
          {
            key: 'at',
            title: t('admin.at'),
            render: (_, row) => time(row.at, 'moment'),
            text: row => row.at,
          },
          { key: 'actor', title: t('admin.actor'), dataIndex: 'actor', text: row => row.actor },
          {
            key: 'action',
            title: t('admin.action'),
            render: (_, row) => <code>{row.action}</code>,
            text: row => row.action,
          },
          { key: 'object', title: t('admin.object'), dataIndex: 'object', text: row => row.object },
          { key: 'reason', title: t('admin.reason'), dataIndex: 'reason', text: row => row.reason ?? '' },
        ]}
      />
    </>
  )
}

/** Walks the chain slice by slice. */
async function walk(): Promise<Shape<'AuditCheck'>> {
  let check = await ask(api.GET('/audit/check', { params: { query: {} } }))
  while (check.next !== null)
    check = await ask(api.GET('/audit/check', { params: { query: { after: check.next } } }))
  return check
}

function Verify(): ReactNode {
  const { t } = useTranslation()
  const verifying = useMutation({ mutationFn: walk })
  const { data, error, isPending } = verifying
  return (
    <div className="toolbar">
      <Button icon={<SafetyOutlined />} loading={isPending} onClick={() => verifying.mutate()}>
        {t('admin.verify')}
      </Button>
      {error !== null && <Fault error={error} />}
      {data !== undefined && (
        <Alert
          showIcon
          type={data.broken === null ? 'success' : 'error'}
          title={
            data.broken === null
              ? t('admin.intact', { count: data.last })
              : t('admin.broken', { seq: data.broken.seq })
          }
        />
      )}
    </div>
  )
}

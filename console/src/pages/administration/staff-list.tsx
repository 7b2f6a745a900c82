import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Skeleton, Table, type TableColumnType } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { PageFault } from '../../parts/page-fault.tsx'
import { useTime } from '../../parts/time.ts'
import { Once } from './once.tsx'
import { StaffForm } from './staff-form.tsx'
import { Tag } from '../../parts/tag.tsx'

type Staff = Shape<'Staff'>

/** People who may sign in: their roles, where they may look, and whether they still may. */
export function StaffList(): ReactNode {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<Staff | 'new' | null>(null)
  const [told, setTold] = useState<{ readonly name: string; readonly password: string } | null>(null)
  const columns = useColumns({ onEdit: setEditing, onPassword: setTold })
  const { data, error, refetch } = useQuery({ queryKey: ['staff'], queryFn: () => ask(api.GET('/staff')) })
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  return (
    <section className="card">
      <div className="toolbar">
        <Button type="primary" onClick={() => setEditing('new')}>
          {t('admin.newStaff')}
        </Button>
      </div>
      <div className="wide-table">
        <Table<Staff>
          size="small"
          rowKey="name"
          pagination={false}
          dataSource={data.items}
          columns={columns}
        />
      </div>
      {editing !== null && (
        <StaffForm
          staff={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onPassword={setTold}
        />
      )}
      {told !== null && (
        <Once
          title={t('admin.passwordOf', { name: told.name })}
          secret={told.password}
          onClose={() => setTold(null)}
        />
      )}
    </section>
  )
}

function StaffState({ staff }: { readonly staff: Staff }): ReactNode {
  const { t } = useTranslation()
  if (staff.disabledAt !== null) return <Tag tone="bad">{t('admin.disabled')}</Tag>
  return staff.mustChangePassword ? (
    <Tag tone="amber">{t('admin.firstSignIn')}</Tag>
  ) : (
    <Tag tone="good">{t('admin.active')}</Tag>
  )
}

interface StepsAsked {
  readonly staff: Staff
  readonly onEdit: (staff: Staff) => void
  readonly onPassword: (told: { readonly name: string; readonly password: string }) => void
}

function StaffSteps({ staff, onEdit, onPassword }: StepsAsked): ReactNode {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const params = { path: { name: staff.name } }
  const onError = (error: Error): void => void message.error(error.message)
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: ['staff'] })
  const isDisabled = staff.disabledAt !== null
  const switching = useMutation({
    mutationFn: () => ask(api.PATCH('/staff/{name}', { params, body: { disabled: !isDisabled } })),
    onSuccess,
    onError,
  })
  const renewing = useMutation({
    mutationFn: () => ask(api.POST('/staff/{name}/password', { params, body: {} })),
    async onSuccess(made) {
      onPassword(made)
      await onSuccess()
    },
    onError,
  })
  return (
    <span className="steps">
      <Button size="small" onClick={() => onEdit(staff)}>
        {t('admin.edit')}
      </Button>
      <Popconfirm title={t('admin.newPasswordSure')} onConfirm={() => renewing.mutate()}>
        <Button size="small">{t('admin.newPassword')}</Button>
      </Popconfirm>
      <Popconfirm
        title={t(isDisabled ? 'admin.enableSure' : 'admin.disableSure')}
        onConfirm={() => switching.mutate()}
      >
        <Button size="small" danger={!isDisabled}>
          {t(isDisabled ? 'admin.enable' : 'admin.disable')}
        </Button>
      </Popconfirm>
    </span>
  )
}

function useColumns(steps: Omit<StepsAsked, 'staff'>): TableColumnType<Staff>[] {
  const { t } = useTranslation()
  const time = useTime()
  return [
    {
      key: 'name',
      title: t('admin.name'),
      render: (_, row) => (
        <>
          <b>{row.displayName}</b> <span className="quiet">{row.name}</span>
        </>
      ),
    },
    {
      key: 'roles',
      title: t('admin.roles'),
      render: (_, row) => row.roles.map(role => <Tag key={role}>{t(`roles.${role}`)}</Tag>),
    },
    {
      key: 'territories',
      title: t('admin.territories'),
      render: (_, row) => (row.territories.length === 0 ? t('admin.everywhere') : row.territories.join(', ')),
    },
    {
      key: 'factor',
      title: t('admin.secondFactor'),
      render: (_, row) => (row.secondFactor ? t('admin.on') : ''),
    },
    { key: 'state', title: t('admin.state'), render: (_, row) => <StaffState staff={row} /> },
    { key: 'created', title: t('admin.created'), render: (_, row) => time(row.createdAt, 'minute') },
    {
      key: 'do',
      title: '',
      render: (_, row) => <StaffSteps staff={row} {...steps} />,
    },
  ]
}

/** Keys of systems: what each may do; the key itself is shown once, when it is made. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  App,
  Button,
  Form,
  Input,
  Modal,
  Popconfirm,
  Select,
  Skeleton,
  Table,
  type TableColumnType,
} from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { keyScopes } from '../../words/zh-CN/trade.ts'
import { Once } from './once.tsx'
import { Tag } from '../../parts/tag.tsx'

type Key = Shape<'Key'>
type Body = Shape<'KeyBody'>

const scopeNames = Object.keys(keyScopes) as Body['scopes']

export function KeyList(): ReactNode {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<{ readonly name: string; readonly key: string } | null>(null)
  const { data, error, refetch } = useQuery({ queryKey: ['keys'], queryFn: () => ask(api.GET('/keys')) })
  const revoking = useMutation({
    mutationFn: (name: string) => ask(api.DELETE('/keys/{name}', { params: { path: { name } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
    onError: failure => void message.error(failure.message),
  })
  const columns = useColumns(name => revoking.mutate(name))
  if (error !== null) return <PageFault error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton active />
  return (
    <section className="card">
      <div className="toolbar">
        <Button type="primary" onClick={() => setMaking(true)}>
          {t('admin.newKey')}
        </Button>
      </div>
      <div className="wide-table">
        <Table<Key> size="small" rowKey="name" pagination={false} dataSource={data.items} columns={columns} />
      </div>
      {isMaking && <NewKey onClose={() => setMaking(false)} onMade={setMade} />}
      {made !== null && (
        <Once title={t('admin.keyOf', { name: made.name })} secret={made.key} onClose={() => setMade(null)} />
      )}
    </section>
  )
}

interface NewKeyAsked {
  readonly onClose: () => void
  readonly onMade: (made: { readonly name: string; readonly key: string }) => void
}

function NewKey({ onClose, onMade }: NewKeyAsked): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const queries = useQueryClient()
  const [form] = Form.useForm<Body>()
  const making = useMutation({
    mutationFn: (body: Body) => ask(api.POST('/keys', { body })),
    async onSuccess(made) {
      onMade(made)
      onClose()
      await queries.invalidateQueries({ queryKey: ['keys'] })
    },
  })
  const required = { required: true, message: t('password.needed') }
  return (
    <Modal
      open
      title={t('admin.newKey')}
      okText={t('admin.save')}
      confirmLoading={making.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Body> form={form} layout="vertical" onFinish={given => making.mutate(given)}>
        <Form.Item name="name" label={t('admin.name')} extra={t('admin.keyHint')} rules={[required]}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="scopes" label={t('admin.scopes')} rules={[required]}>
          <Select
            mode="multiple"
            options={scopeNames.map(value => ({ value, label: wordOf('keyScopes', value) }))}
          />
        </Form.Item>
      </Form>
      {making.error !== null && <Fault error={making.error} />}
    </Modal>
  )
}

function useColumns(revoke: (name: string) => void): TableColumnType<Key>[] {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  return [
    { key: 'name', title: t('admin.name'), dataIndex: 'name' },
    {
      key: 'scopes',
      title: t('admin.scopes'),
      render: (_, row) => row.scopes.map(scope => <Tag key={scope}>{wordOf('keyScopes', scope)}</Tag>),
    },
    { key: 'created', title: t('admin.created'), render: (_, row) => time(row.createdAt, 'minute') },
    {
      key: 'revoked',
      title: t('admin.state'),
      render: (_, { name, revokedAt }) =>
        revokedAt === null ? (
          <Popconfirm title={t('admin.revokeSure')} onConfirm={() => revoke(name)}>
            <Button size="small" danger>
              {t('admin.revoke')}
            </Button>
          </Popconfirm>
        ) : (
          <span className="quiet">{t('admin.revokedAt', { time: time(revokedAt, 'minute') })}</span>
        ),
    },
  ]
}

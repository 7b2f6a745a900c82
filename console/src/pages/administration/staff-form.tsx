import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { roles } from '../../words/zh-CN/frame.ts'

type Body = Shape<'StaffBody'>
type Role = Body['roles'][number]

const roleNames = Object.keys(roles) as Role[]
const nameForm = /^[a-z][a-z0-9._-]{0,39}$/
const territoryForm = /^(province|city)\/[a-z0-9][a-z0-9._-]{0,39}$/

interface Asked {
  /** Null for somebody new. */
  readonly staff: Shape<'Staff'> | null
  readonly onClose: () => void
  readonly onPassword: (told: { readonly name: string; readonly password: string }) => void
}

export function StaffForm({ staff, onClose, onPassword }: Asked): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [form] = Form.useForm<Body>()
  const saving = useMutation({
    async mutationFn({ name, ...given }: Body) {
      if (staff === null) onPassword(await ask(api.POST('/staff', { body: { name, ...given } })))
      else await ask(api.PATCH('/staff/{name}', { params: { path: { name: staff.name } }, body: given }))
    },
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['staff'] })
      onClose()
    },
  })
  return (
    <Modal
      open
      title={staff === null ? t('admin.newStaff') : staff.displayName}
      okText={t('admin.save')}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Body>
        form={form}
        layout="vertical"
        initialValues={staff ?? { roles: [], territories: [], locale: 'zh-CN' }}
        onFinish={given => saving.mutate(given)}
      >
        <Fields isNew={staff === null} />
      </Form>
      {saving.error !== null && <Fault error={saving.error} />}
    </Modal>
  )
}

function Fields({ isNew }: { readonly isNew: boolean }): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item
        name="name"
        label={t('admin.name')}
        extra={t('admin.nameHint')}
        rules={[{ required: true, pattern: nameForm, message: t('admin.nameHint') }]}
      >
        <Input disabled={!isNew} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="displayName"
        label={t('admin.displayName')}
        rules={[{ required: true, message: t('password.needed') }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="roles"
        label={t('admin.roles')}
        rules={[{ required: true, message: t('password.needed') }]}
      >
        <Select mode="multiple" options={roleNames.map(value => ({ value, label: t(`roles.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="territories"
        label={t('admin.territories')}
        extra={t('admin.territoriesHint')}
        rules={[
          {
            type: 'array',
            defaultField: { type: 'string', pattern: territoryForm },
            message: t('admin.territoriesHint'),
          },
        ]}
      >
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="locale" label={t('admin.locale')}>
        <Segmented
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
    </>
  )
}

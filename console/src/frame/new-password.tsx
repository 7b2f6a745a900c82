/** A new password: the first one that is asked for, or one's own wish. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../client/api.ts'
import { sessionQuery } from '../client/session.ts'
import { Fault } from '../parts/fault.tsx'
import { Mark } from './mark.tsx'

const charactersMin = 12

interface Given {
  readonly current: string
  readonly next: string
  readonly again: string
}

type Asked = { readonly isFirst: true } | { readonly isFirst?: false; readonly onClose: () => void }

export function NewPassword(asked: Asked): ReactNode {
  const { t } = useTranslation()
  if (asked.isFirst !== true)
    return (
      <Modal open footer={null} title={t('frame.changePassword')} onCancel={asked.onClose} destroyOnHidden>
        <PasswordForm onDone={asked.onClose} />
      </Modal>
    )
  return (
    <main className="gate">
      <div className="gate-card">
        <h1 className="gate-brand">
          <Mark />
          {t('password.first')}
        </h1>
        <p className="quiet">{t('password.firstHint')}</p>
        <PasswordForm />
      </div>
    </main>
  )
}

function PasswordForm({ onDone }: { readonly onDone?: () => void }): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const changing = useMutation({
    mutationFn: ({ current, next }: Given) => ask(api.POST('/session/password', { body: { current, next } })),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
      void message.success(t('password.done'))
      onDone?.()
    },
  })
  const required = { required: true, message: t('password.needed') }
  return (
    <Form<Given> layout="vertical" requiredMark={false} onFinish={given => changing.mutate(given)}>
      <Form.Item name="current" label={t('password.current')} rules={[required]}>
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('password.next')}
        extra={t('password.hint', { count: charactersMin })}
        rules={[required, { min: charactersMin, message: t('password.tooShort', { count: charactersMin }) }]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['next']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: async (_, given: unknown) => {
              if (given !== undefined && given !== getFieldValue('next'))
                throw new Error(t('password.differs'))
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      {changing.error !== null && <Fault error={changing.error} />}
      <Button type="primary" htmlType="submit" loading={changing.isPending}>
        {t('password.save')}
      </Button>
    </Form>
  )
}

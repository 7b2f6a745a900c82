import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../client/problem.ts'
import { type Credentials, sessionQuery, signIn } from '../client/session.ts'
import { Fault } from '../parts/fault.tsx'
import { Mark } from './mark.tsx'
import { LanguageButton, LookButton } from './own-matters.tsx'

export function SignIn(): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [needsCode, setNeedsCode] = useState(false)
  const entering = useMutation({
    mutationFn: (given: Credentials) => signIn(given),
    onSuccess: session => queries.setQueryData(sessionQuery.queryKey, session),
    onError: error => setNeedsCode(needed => needed || isProblem(error, 'code-needed')),
  })
  return (
    <main className="gate">
      <div className="gate-tools">
        <LanguageButton />
        <LookButton />
      </div>
      <div className="gate-card">
        <h1 className="gate-brand">
          <Mark />
          恰时 <small>Kairos</small>
        </h1>
        <p className="quiet">{t('signIn.saying')}</p>
        <Form<Credentials> layout="vertical" requiredMark={false} onFinish={given => entering.mutate(given)}>
          <Form.Item
            name="name"
            label={t('signIn.name')}
            rules={[{ required: true, message: t('signIn.needName') }]}
          >
            <Input autoComplete="username" size="large" maxLength={64} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('signIn.password')}
            rules={[{ required: true, message: t('signIn.needPassword') }]}
          >
            <Input.Password autoComplete="current-password" size="large" maxLength={256} />
          </Form.Item>
          {needsCode && (
            <Form.Item name="code" label={t('signIn.code')} extra={t('signIn.codeHint')}>
              <Input inputMode="numeric" autoComplete="one-time-code" size="large" maxLength={6} />
            </Form.Item>
          )}
          {entering.error !== null && <Fault error={entering.error} />}
          <Button type="primary" htmlType="submit" size="large" block loading={entering.isPending}>
            {t('signIn.enter')}
          </Button>
        </Form>
      </div>
    </main>
  )
}

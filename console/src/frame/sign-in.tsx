import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Divider, Form, Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../client/problem.ts'
import { type Credentials, providerAddress, sessionQuery, signIn, waysQuery } from '../client/session.ts'
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
        <TurnedAway />
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
        <ByProvider />
      </div>
    </main>
  )
}

/** The other way in, where there is one. */
function ByProvider(): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(waysQuery)
  if (data === undefined || data.provider === null) return null
  const { label } = data.provider
  return (
    <>
      <Divider plain>{t('signIn.or')}</Divider>
      <Button size="large" block href={providerAddress}>
        {label === null ? t('signIn.byProvider') : t('signIn.by', { label })}
      </Button>
    </>
  )
}

const failures = [
  'expired',
  'denied',
  'provider-down',
  'refused',
  'unknown-account',
  'disabled',
  'no-role',
  'too-many-attempts',
] as const

/** Why the provider's way did not lead in; told once, for it stands in the address. */
function TurnedAway(): ReactNode {
  const { t } = useTranslation()
  const [told] = useState(() => new URLSearchParams(location.search).get('sign-in'))
  useEffect(() => {
    if (told !== null) history.replaceState(history.state, '', location.pathname)
  }, [told])
  const failure = failures.find(one => one === told)
  return failure === undefined ? null : (
    <Alert type="warning" showIcon title={t(`signIn.failures.${failure}`)} className="gate-told" />
  )
}

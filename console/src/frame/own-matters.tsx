/** Language, look, and who is signed in. */
import { GlobalOutlined, MoonOutlined, SunOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, type MenuProps } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Session, sessionQuery, signOut } from '../client/session.ts'
import { forgetOpened } from '../parts/opened.ts'
import { choose, useChoices } from './choices.ts'

const NewPassword = lazy(() =>
  import('./new-password.tsx').then(({ NewPassword: dialog }) => ({ default: dialog })),
)

export function OwnMatters({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isChanging, setChanging] = useState(false)
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess() {
      forgetOpened()
      queries.setQueryData(sessionQuery.queryKey, null)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
    },
  })
  const { staff } = session
  const items: NonNullable<MenuProps['items']> = [
    {
      key: 'who',
      disabled: true,
      label: `${staff.name} · ${staff.roles.map(role => t(`roles.${role}`)).join(', ')}`,
    },
    {
      key: 'api',
      label: (
        <a href="/api/docs/" target="_blank" rel="noreferrer">
          {t('frame.apiPage')}
        </a>
      ),
    },
    { key: 'password', label: t('frame.changePassword'), onClick: () => setChanging(true) },
    { key: 'leave', label: t('frame.signOut'), onClick: () => leaving.mutate() },
  ]
  return (
    <div className="own">
      <LanguageButton />
      <LookButton />
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button type="text" icon={<UserOutlined />} aria-label={t('frame.ownMatters')}>
          <span className="wide">{staff.displayName}</span>
        </Button>
      </Dropdown>
      {isChanging && (
        <Suspense>
          <NewPassword onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </div>
  )
}

export function LanguageButton(): ReactNode {
  const { language } = useChoices()
  const other = language === 'en' ? 'zh-CN' : 'en'
  // In the language that one would get, for whoever cannot read this one.
  const label = other === 'en' ? 'English' : '中文'
  return (
    <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={() => choose({ language: other })}>
      {label}
    </Button>
  )
}

export function LookButton(): ReactNode {
  const { t } = useTranslation()
  const { look } = useChoices()
  return (
    <Button
      type="text"
      icon={look === 'dark' ? <SunOutlined /> : <MoonOutlined />}
      aria-label={t(look === 'dark' ? 'frame.lookLight' : 'frame.lookDark')}
      onClick={() => choose({ look: look === 'dark' ? 'light' : 'dark' })}
    />
  )
}

/** What stands around every page: the places on the left, the customer search and one's own matters on top. */
import { MenuOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Button, Drawer, Skeleton } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Session, sessionQuery, useMay } from '../client/session.ts'
import { PageFault } from '../parts/page-fault.tsx'
import { LiveMark } from './live-mark.tsx'
import { Mark } from './mark.tsx'
import { NumberSearch } from './number-search.tsx'
import { OwnMatters } from './own-matters.tsx'
import { places } from './places.ts'
import { SignIn } from './sign-in.tsx'

const NewPassword = lazy(() =>
  import('./new-password.tsx').then(({ NewPassword: gate }) => ({ default: gate })),
)

export function Frame(): ReactNode {
  const { data, error, isPending } = useQuery(sessionQuery)
  const isBare = useRouterState({ select: ({ location }) => location.pathname.includes('/second-screen/') })
  if (isPending) return <Skeleton active className="waiting" />
  if (error !== null) return <PageFault error={error} />
  if (data === null) return <SignIn />
  if (data.staff.mustChangePassword)
    return (
      <Suspense>
        <NewPassword isFirst />
      </Suspense>
    )
  return isBare ? <Outlet /> : <Desk session={data} />
}

function Desk({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const may = useMay()
  return (
    <div className="desk">
      <a className="skip" href="#page">
        {t('frame.skip')}
      </a>
      <aside className="rail">
        <Places />
      </aside>
      <Drawer
        placement="left"
        size={240}
        open={isOpen}
        onClose={() => setOpen(false)}
        className="rail-drawer"
        title={t('frame.places')}
      >
        <Places onGo={() => setOpen(false)} />
      </Drawer>
      <header className="top">
        <Button
          className="rail-button"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('frame.places')}
          onClick={() => setOpen(true)}
        />
        {may('customers') ? <NumberSearch /> : <span className="grow" />}
        <LiveMark />
        <OwnMatters session={session} />
      </header>
      <main id="page" className="page" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}

function Places({ onGo }: { readonly onGo?: () => void }): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const hasStage = useQuery(sessionQuery).data?.hasStage === true
  return (
    <>
      <Link to="/" className="brand" {...(onGo === undefined ? {} : { onClick: onGo })}>
        <Mark />
        <span>
          恰时 <small>Kairos</small>
        </span>
      </Link>
      <nav aria-label={t('frame.places')}>
        {places
          .filter(({ scopes, needsStage }) => scopes.some(may) && (hasStage || needsStage !== true))
          .map(({ to, word, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className="place"
              {...(onGo === undefined ? {} : { onClick: onGo })}
              activeOptions={{ exact: to === '/' }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon />
              <span>{t(`places.${word}`)}</span>
            </Link>
          ))}
      </nav>
    </>
  )
}

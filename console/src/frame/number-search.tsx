/** From anywhere to a customer: a number goes in, never into an address; the page behind it asks for the reason. */
import { SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

const OpenCustomer = lazy(() =>
  import('../parts/open-customer.tsx').then(({ OpenCustomer: dialog }) => ({ default: dialog })),
)

export function NumberSearch(): ReactNode {
  const { t } = useTranslation()
  const [number, setNumber] = useState('')
  const navigate = useNavigate()
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <search className="grow">
      <Input
        className="number-search"
        prefix={<SearchOutlined />}
        placeholder={t('frame.findCustomer')}
        aria-label={t('frame.findCustomer')}
        inputMode="tel"
        autoComplete="off"
        maxLength={32}
        value={number}
        onChange={({ target }) => setNumber(target.value)}
        onPressEnter={() => number.trim() !== '' && setAsked(number.trim())}
      />
      {asked !== null && (
        <Suspense>
          <OpenCustomer
            who={{ number: asked }}
            onDone={account => {
              setAsked(null)
              setNumber('')
              void navigate({ to: '/customers/$account', params: { account } })
            }}
            onCancel={() => setAsked(null)}
          />
        </Suspense>
      )}
    </search>
  )
}

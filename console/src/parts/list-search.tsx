/** What a list is narrowed by, how many are left, and what can be done beside it. */
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Asked {
  readonly label: string
  readonly q: string
  readonly count: number
  readonly onSearch: (q: string | undefined) => void
  readonly children?: ReactNode
}

export function ListSearch({ label, q, count, onSearch, children }: Asked): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="toolbar">
      <Input.Search
        allowClear
        className="number-search"
        placeholder={label}
        aria-label={label}
        defaultValue={q}
        onChange={({ target }) => onSearch(target.value === '' ? undefined : target.value)}
      />
      <span className="quiet grow">{t('rules.count', { count })}</span>
      {children}
    </div>
  )
}

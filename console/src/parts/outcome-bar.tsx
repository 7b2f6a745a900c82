/** What became of reminders, as one bar; the numbers stand in its text for those who cannot see it. */
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber } from './time.ts'
import { useWordOf } from './words-of.ts'

const order = ['delivered', 'inFlight', 'unconfirmed', 'expired', 'failed', 'withheld'] as const

export type Outcomes = Readonly<Record<(typeof order)[number], number>>

export function OutcomeBar({ outcomes }: { readonly outcomes: Outcomes }): ReactNode {
  const wordOf = useWordOf()
  const { t } = useTranslation()
  const { count } = useNumber()
  const told = order.filter(name => outcomes[name] > 0)
  const text = told.map(
    name => `${wordOf('states', name === 'inFlight' ? 'attempted' : name)} ${count(outcomes[name])}`,
  )
  if (told.length === 0) return <span className="quiet">{t('parts.noOutcome')}</span>
  return (
    <Tooltip title={text.join(' · ')}>
      <div className="bar" role="img" aria-label={text.join(', ')}>
        {told.map(name => (
          <i key={name} className={`bar-${name}`} style={{ flexGrow: outcomes[name] }} />
        ))}
      </div>
    </Tooltip>
  )
}

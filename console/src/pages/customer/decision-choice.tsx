/** Narrows the decisions; the choice stands in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape } from '../../client/api.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { choicesOf, type DecisionFilter, sayings } from './decision-filter.ts'

export function useFilter(): DecisionFilter {
  const { said, touchpoint, channel } = useSearch({ from: '/customers/$account' })
  return { saying: sayings.find(one => one === said), touchpoint, channel }
}

interface Asked {
  readonly filter: DecisionFilter
  readonly decisions: readonly Shape<'Decision'>[]
}

export function DecisionChoice({ filter, decisions }: Asked): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const navigate = useNavigate({ from: '/customers/$account' })
  const { saying, touchpoint, channel } = filter
  const { touchpoints, channels } = choicesOf(decisions, filter)
  const go = (change: {
    said?: string | undefined
    touchpoint?: string | undefined
    channel?: string | undefined
  }): void => void navigate({ search: old => ({ ...old, ...change }), resetScroll: false })
  return (
    <div className="toolbar">
      <Segmented
        aria-label={t('customer.saidLabel')}
        value={saying ?? 'all'}
        options={(['all', ...sayings] as const).map(value => ({ value, label: t(`customer.said.${value}`) }))}
        onChange={value => go({ said: value === 'all' ? undefined : value })}
      />
      <Select
        allowClear
        className="select"
        placeholder={t('customer.anyTouchpoint')}
        aria-label={t('overview.touchpoint')}
        {...(touchpoint === undefined ? {} : { value: touchpoint })}
        options={touchpoints.map(value => ({ value, label: wordOf('touchpoints', value) }))}
        onChange={value => go({ touchpoint: value })}
      />
      <Select
        allowClear
        className="select"
        placeholder={t('customer.anyChannel')}
        aria-label={t('overview.channel')}
        {...(channel === undefined ? {} : { value: channel })}
        options={channels.map(value => ({ value, label: wordOf('channelNames', value) }))}
        onChange={value => go({ channel: value })}
      />
    </div>
  )
}

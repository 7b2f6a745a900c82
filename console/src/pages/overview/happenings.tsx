/** The last things that happened, in plain words. Of whom, the live feed never says. */
import { Link } from '@tanstack/react-router'
import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Happening, useLive } from '../../client/live.ts'
import { StateMark } from '../../parts/state-mark.tsx'
import { useNumber, useTime } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'

export function Happenings(): ReactNode {
  const { t } = useTranslation()
  const { happenings } = useLive()
  if (happenings.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('overview.nothingYet')} />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol className="plain happenings" tabIndex={0} aria-label={t('overview.happenings')}>
      {happenings.map(one => (
        <Line key={one.key} one={one} />
      ))}
    </ol>
  )
}

function Line({ one }: { readonly one: Happening }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const wordOf = useWordOf()
  const { count } = useNumber()
  const { at, touchpoint, rule, channel, state, reason, province, city, skipped } = one
  const place = [city ?? province].filter(name => name !== null)
  return (
    <li>
      <time dateTime={at}>{time(at, 'second')}</time> <StateMark state={state} />{' '}
      <Link to="/touchpoints/$touchpoint" params={{ touchpoint }}>
        {wordOf('touchpoints', touchpoint)}
      </Link>{' '}
      <code>{rule}</code>
      <span className="quiet">
        {' '}
        {[reason === null ? wordOf('channelNames', channel) : wordOf('reasons', reason), ...place].join(
          ' · ',
        )}
        {skipped > 0 && ` · ${t('overview.skipped', { count: skipped, n: count(skipped) })}`}
      </span>
    </li>
  )
}

/** Moments, spans and audiences of a rule as a reader says them. */
import type { Moment, Shift } from '../../core/calendar/moment.ts'
import type { Audience, Rulebook } from '../../core/rule/rule.ts'

const units: readonly (readonly [name: string, ms: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
]

/** `1 hour 30 minutes`; exact, so that nothing is rounded away. */
export function spanText(ms: number): string {
  let rest = ms
  const parts = units.flatMap(([name, unitMs]) => {
    const count = Math.floor(rest / unitMs)
    rest -= count * unitMs
    return count === 0 ? [] : [counted(count, name)]
  })
  return parts.length === 0 ? 'no time' : parts.join(' ')
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

export function momentText(moment: Moment): string {
  switch (moment.kind) {
    case 'now':
      return 'at once'
    case 'next':
      return `the next ${clockText(moment.clock)}`
    case 'at-fact':
      return `at \`${moment.anchor}\``
    case 'after-event':
      return `${distance(moment.shift)} later${clockPart(moment.clock)}`
    case 'from-fact': {
      const side = moment.shift.count < 0 ? 'before' : 'after'
      return `${distance(moment.shift)} ${side} \`${moment.anchor}\`${clockPart(moment.clock)}`
    }
  }
}

const distance = ({ unit, count }: Shift): string => counted(Math.abs(count), unit)
const clockPart = (clock: number | null): string => (clock === null ? '' : `, at ${clockText(clock)}`)
const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')

export function audienceText(audience: Audience, { catalogue }: Pick<Rulebook, 'catalogue'>): string {
  const { brands, payModes, roles, stars, scope } = audience
  const parts = [
    brands?.map(brand => `${catalogue.brands[brand].en} ${catalogue.brands[brand]['zh-CN']}`).join(', '),
    payModes?.join(', '),
    roles?.map(role => roleNames[role]).join(', '),
    stars === null ? undefined : `${stars.join(', ')} stars`,
    scope === null ? undefined : scope.replace('/', ' '),
  ].filter(part => part !== undefined)
  return parts.length === 0 ? 'everybody' : parts.join(' · ')
}

const roleNames = {
  single: 'who pays alone',
  head: 'heads of unified payment',
  member: 'members of unified payment',
} as const

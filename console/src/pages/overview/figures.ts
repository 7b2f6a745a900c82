/** Sums by day, touchpoint and channel, as pages ask for them. */
import { useQuery } from '@tanstack/react-query'
import { api, ask, type Shape } from '../../client/api.ts'
import { useRefresh } from '../../client/live.ts'
import type { Outcomes } from '../../parts/outcome-bar.tsx'
import type { Days } from './span.ts'

export type Total = Shape<'FigureTotal'>
export type Figure = Shape<'Figure'>
type By = 'touchpoint' | 'channel' | 'day' | 'rule'

export const useToday = () =>
  useQuery({
    queryKey: ['figures', 'today'],
    queryFn: () => ask(api.GET('/figures/today')),
    ...useRefresh(),
  })

interface Figures {
  readonly total: Total
  readonly items: readonly Figure[]
}

/** Null days: not asked for. */
export const useFigures = (days: Days | null, by: By) =>
  useQuery({
    queryKey: ['figures', days?.from, days?.until, by],
    enabled: days !== null,
    async queryFn(): Promise<Figures> {
      const told = await ask(api.GET('/figures', { params: { query: { ...days!, by } } }))
      if (told.by === 'reason') throw new Error('figures by reason were not asked for')
      return told
    },
    placeholderData: before => before,
    ...useRefresh(),
  })

export const outcomesOf = ({ delivered, unconfirmed, expired, failed, withheld }: Total): Outcomes => ({
  delivered,
  inFlight: 0,
  unconfirmed,
  expired,
  failed,
  withheld,
})

export const lostOf = ({ failed, expired, unconfirmed }: Total): number => failed + expired + unconfirmed

/** What became of each rule's reminders, today and in the last thirty days. */
import { useQuery } from '@tanstack/react-query'
import { api, ask, type Shape } from '../../client/api.ts'

export type RuleFigure = Shape<'Figure'>

export interface RuleFigures {
  readonly today: RuleFigure | undefined
  readonly month: RuleFigure | undefined
}

/** By the server's day: a demo's clock is not the reader's. */
export function useRuleFigures(): (rule: string) => RuleFigures {
  const { data: now } = useQuery({
    queryKey: ['figures-today'],
    queryFn: () => ask(api.GET('/figures/today')),
  })
  const day = now?.today.day ?? ''
  const today = useFigures(day, day)
  const month = useFigures(day === '' ? '' : daysBefore(day, 29), day)
  return rule => ({ today: today.get(rule), month: month.get(rule) })
}

const dayMs = 86_400_000
const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10)

const nothing: ReadonlyMap<string, RuleFigure> = new Map()

function useFigures(from: string, until: string): ReadonlyMap<string, RuleFigure> {
  const { data } = useQuery({
    queryKey: ['figures', 'rule', from, until],
    queryFn: async () => {
      const told = await ask(api.GET('/figures', { params: { query: { from, until, by: 'rule' } } }))
      return new Map(told.by === 'reason' ? [] : told.items.map(item => [item.of, item]))
    },
    enabled: until !== '',
  })
  return data ?? nothing
}

/** Facts as they may arrive, each with an example: those of the API's own description. */
import { queryOptions } from '@tanstack/react-query'
import { Problem } from '../../client/problem.ts'

export type Examples = Readonly<Record<string, unknown>>

const prefix = 'event.'

/** By type of event. The description is large, so it is asked for only here. */
export const examplesQuery = queryOptions({
  queryKey: ['event-examples'],
  staleTime: Infinity,
  async queryFn(): Promise<Examples> {
    const answer = await fetch('/api/openapi.json')
    if (!answer.ok) throw new Problem(answer.status, null, null)
    const { components } = (await answer.json()) as Described
    const events = Object.entries(components.schemas).filter(([name]) => name.startsWith(prefix))
    return Object.fromEntries(
      events.flatMap(([name, { examples }]) =>
        examples === undefined ? [] : [[name.slice(prefix.length), examples[0]]],
      ),
    )
  },
})

interface Described {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>
  }
}

/** What arrives when a rule starts from something that is concluded of it. */
const behind: Readonly<Record<string, readonly string[]>> = {
  'usage.crossed': ['usage.reported'],
  'usage.surged': ['usage.reported'],
  'usage.retracted': ['usage.corrected'],
  'charges.crossed': ['charges.reported'],
  'balance.crossed': ['balance.reported', 'payment.received'],
  'validity.changed': ['balance.reported', 'payment.received'],
  'standing.changed': ['standing.reported', 'balance.reported'],
  'roaming.arrived': ['roaming.registered'],
  'roaming.returned': ['roaming.registered'],
  'promotion.dated': ['promotion.confirmed'],
  'minimum-spend.due': ['promotion.confirmed', 'spending.reported'],
  'payment-group.member-joined': ['payment-group.joined'],
  'payment-group.member-left': ['payment-group.left'],
  'family-net.member-left': ['family-net.left'],
  'family-net.other-left': ['family-net.left'],
  'broadband.stop-ahead': ['broadband.linked', 'broadband.balance-low'],
  'points.expiring': ['points.changed'],
  'anniversary.due': ['line.opened', 'profile.changed'],
}

/** Of the facts that may arrive, those from which a rule starts. */
export const startersOf = (on: string, examples: Examples): readonly string[] =>
  [on, ...(behind[on] ?? [])].filter(type => Object.hasOwn(examples, type))

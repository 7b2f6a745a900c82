/** What really happens to a few customers, written down as the facts that an operator's systems would send. */
import type { FactOf, FactType } from '../../../src/core/event/facts.ts'
import type { Fact, Moment, Span } from '../chronicle.ts'

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** Which system tells of what happens in this plot. */
const sources: Readonly<Partial<Record<FactType, string>>> = {
  'line.opened': 'crm',
  'line.closed': 'crm',
  'profile.changed': 'crm',
  'preference.changed': 'crm',
  'query.performed': 'crm',
  'payment-group.joined': 'crm',
  'payment-group.left': 'crm',
  'payment.received': 'boss',
  'balance.reported': 'boss',
  'balance.corrected': 'boss',
  'standing.reported': 'boss',
  'usage.reported': 'ocs',
  'usage.corrected': 'ocs',
  'roaming.registered': 'hlr',
}

export interface Who {
  readonly account: string
  readonly line: string | null
}

export class Diary {
  readonly facts: Fact[] = []
  readonly span: Span

  constructor(span: Span) {
    this.span = span
  }

  note<T extends FactType>(when: { readonly at: Moment; readonly who: Who }, type: T, body: FactOf<T>): void {
    const { at, who } = when
    if (at >= this.span.until) return
    const source = sources[type] ?? 'boss'
    const id = `${source}-${this.facts.length + 1}`
    this.facts.push({ source, id, type, time: at, ...who, body } as unknown as Fact)
  }
}

/** The local day in Beijing, `YYYY-MM-DD`. */
export const dayText = (at: Moment): string => new Date(at + 8 * hour).toISOString().slice(0, 10)

/** First and last local day of the month that holds `at`. */
export function monthOf(at: Moment): { readonly periodStart: string; readonly periodEnd: string } {
  const local = new Date(at + 8 * hour)
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0))
  const text = dayText(at)
  return { periodStart: `${text.slice(0, 8)}01`, periodEnd: last.toISOString().slice(0, 10) }
}

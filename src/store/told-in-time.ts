/** How reminders of some rules ended, from the figures: one count per day, rule and ending. */
import { split, texts } from './columns.ts'
import type { Database } from './database.ts'

export interface EndingSum {
  readonly day: number
  readonly rule: string
  /** `delivered/<bucket>`, `failed`, `expired` or `unconfirmed`. */
  readonly name: string
  readonly count: number
}

/** @param from the first day, since 1970 in Beijing time */
export const sumEndings = (
  database: Database,
  { rules, from }: { readonly rules: readonly string[]; readonly from: number },
): Promise<readonly EndingSum[]> =>
  database.read<EndingSum>({
    text: `
      select day, rule, name, sum(count)::bigint as count from figure
      where day >= $1 and rule = any(${split(2)})
        and (name like 'delivered/%' or name in ('failed', 'expired', 'unconfirmed'))
      group by day, rule, name`,
    values: [from, texts(rules, rule => rule)],
  })

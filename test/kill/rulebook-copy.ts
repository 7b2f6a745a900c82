/**
 * The rulebook for a siege: the one that comes along, with two changes that let it show something within a minute.
 *
 * Rest hours are laid so that it is day at home (Asia/Shanghai) and rest in New York, whatever the hour is: what
 * may not leave there can be seen not to leave. And the fourth opening message follows at once, not after a quarter of
 * an hour, so that the order of all four is seen.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const original = fileURLToPath(new URL('../../rulebook/', import.meta.url))

export interface RestHours {
  /** `HH:MM` on the customer's clock. */
  readonly from: string
  readonly to: string
}

/** As far before rest as nothing that may wait is handed over (G5). */
export const lastHandOverMs = 15 * 60_000

/** Copies it into `folder`, which must not exist, and says which rest hours it has. */
export function copyRulebook(folder: string, now: number): RestHours {
  cpSync(original, folder, { recursive: true })
  // New York is 12 or 13 hours behind: now + 11 or + 12 on the same dial.
  const rest = { from: dialAt(now + 6 * 3_600_000), to: dialAt(now + 16 * 3_600_000) }
  change(
    `${folder}/policy/planning.yaml`,
    /^rest-hours: .*$/m,
    `rest-hours: { from: '${rest.from}', to: '${rest.to}' }`,
  )
  change(`${folder}/policy/planning.yaml`, /^last-hand-over: .*$/m, 'last-hand-over: PT15M')
  change(`${folder}/touchpoints/01-opening.yaml`, /^ +at: \+15m\n/m, '')
  return rest
}

/** The clock in Shanghai (UTC+8, no summer time). */
const dialAt = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)

function change(path: string, what: RegExp, by: string): void {
  const before = readFileSync(path, 'utf8')
  if (!what.test(before)) throw new Error(`${path} has no ${what.source} any more: adapt this copy`)
  writeFileSync(path, before.replace(what, by))
}

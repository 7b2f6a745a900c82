/** What a newcomer can do when the month is over. */
import type { Instant } from '../../core/units.ts'
import { journalKeptDays } from '../../engine/journal-days.ts'
import { dayMs } from '../../store/journal.ts'
import type { Config } from '../config.ts'
import { keyPath } from '../key-file.ts'
import type { Liveliest } from './show.ts'
import { demoStaffText } from './staff.ts'

/** @param kairos how the command line is called here: `kairos`, or through npm in the checkout. */
export function lookAround(config: Config, liveliest: Liveliest | null, kairos: string): string {
  const account = liveliest?.account ?? 'ACCOUNT'
  const number = liveliest?.number ?? 'NUMBER'
  const command = `${kairos} --data ${config.dataFolder}`
  return [
    'Look around:',
    `  ${command} explain ${account}`,
    `  ${command} timeline ${number}`,
    `  ${command} reconcile`,
  ].join('\n')
}

/** Said while the API stays up. */
export function stayText(ask: {
  readonly config: Config
  readonly url: string
  readonly liveliest: Liveliest | null
  readonly monthEnds: Instant
  readonly now: Instant
}): string {
  const { config, url, liveliest } = ask
  const key = `"Authorization: Bearer $(cat ${keyPath(config)})"`
  return [
    `${clockText(ask)} The API is at ${url} until you press Ctrl-C. Ask it, or send it a fact of your own:`,
    `  curl -s -H ${key} ${url}/reconcile`,
    ...(liveliest === null ? [] : [`  ${factCommand(url, key, liveliest.number)}`]),
    ...(config.gateways.some(({ name }) => name === 'log-sms')
      ? [`  tail -n 1 ${config.dataFolder}/log-sms.ndjson    # what left`]
      : []),
    demoStaffText(url, liveliest?.number ?? null),
    ...(config.gateways.some(({ driver }) => driver === 'smpp')
      ? [`  as operator, begin at ${url}/console/try: a phone to play with`]
      : []),
  ].join('\n')
}

function clockText({ monthEnds, now }: { readonly monthEnds: Instant; readonly now: Instant }): string {
  if (monthEnds > now)
    return 'The month lies ahead of the real clock, by which the engine goes on from here: facts with the present time come before it.'
  const due =
    'From here on the engine goes by the real clock: what fell due since the month ended is decided now, and what is past its use is withheld, not sent.'
  const isOld = now - monthEnds > journalKeptDays * dayMs
  return isOld ? `${due} Events older than ${journalKeptDays} days leave the journal; reminders stay.` : due
}

/** A fact that is told at any hour. */
function factCommand(url: string, key: string, number: string): string {
  const fact = {
    specversion: '1.0',
    id: "'$(date +%s)'",
    source: 'me',
    type: 'query.performed',
    subject: `tel:${number}`,
    time: "'$(date -u +%Y-%m-%dT%H:%M:%SZ)'",
    data: { kind: 'call-detail', channel: 'app', verifiedBy: 'service-password' },
  }
  return `curl -s -H ${key} -H 'Content-Type: application/cloudevents+json' ${url}/events -d '${JSON.stringify(fact)}'`
}

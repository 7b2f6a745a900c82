/** Trying a rule: what would follow from an event for an invented customer, or for one who was opened for a reason. */
import type { z } from 'zod'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import type { ruleTrial, tryBody, tryCustomerBody } from '../../api/shapes/rule-trial.ts'
import { type Account, newAccount } from '../../core/account/account.ts'
import { firstLine } from '../../core/account/contact.ts'
import { shardOf } from '../../core/account/shard.ts'
import { coldFrom, hotFrom } from '../../core/account/state-text.ts'
import { decide } from '../../core/decide.ts'
import type { Event } from '../../core/event/event.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import type { Instant } from '../../core/units.ts'
import type { World } from '../../core/world.ts'
import { chanceOf } from '../../engine/chance.ts'
import { type RuleTrial, tryEvent } from '../../engine/dry-run/rule-trial.ts'
import { eventOf } from '../../engine/turn/personal.ts'
import { parseEvent } from '../../intake/parse.ts'
import { type Bundle, contentVersion } from '../../rulebook/bundle.ts'
import { loadBundle } from '../../rulebook/load.ts'
import { loadAccounts } from '../../store/account.ts'
import { readInstall } from '../../store/install.ts'
import { readContent } from '../../store/rulebook-version.ts'
import { noteLook, refuseLook } from './access.ts'
import { type DeskParts, refuse } from './parts.ts'

type Body = Readonly<z.output<typeof tryBody>>
type OnCustomer = Readonly<z.output<typeof tryCustomerBody>>
type Invented = Body['customer']
type Asked = Pick<Body, 'version' | 'files' | 'event' | 'before'>
type Answer = z.output<typeof ruleTrial>

const dayMs = 86_400_000
const invented = { account: 'invented', line: 'L1' }

/** What an event is tried under and with. */
interface Scene {
  readonly rulebook: Rulebook
  readonly secret: Uint8Array
  readonly channels: World['channels']
}

export function ruleTrialsDesk(parts: DeskParts): Pick<Desk, 'tryRules' | 'tryOnCustomer'> {
  const { database } = parts
  return {
    async tryRules(body) {
      const scene = await sceneOf(parts, body)
      if ('refusal' in scene) return scene
      return tryAll(scene, body, at => ({ account: inventedAt(scene, body.customer, at), line: null }))
    },
    async tryOnCustomer({ account: id, ...body }, actor) {
      const no = await refuseLook(parts, actor, id)
      if (no !== null) return no
      const [row] = await loadAccounts(database, [{ shard: shardOf(id), account: id }])
      if (row === undefined) return refuse('not-found', `nobody is known under the account ${id}`)
      const scene = await sceneOf(parts, body)
      if ('refusal' in scene) return scene
      await noteLook(parts, actor, { account: id, at: 'rule-trial' })
      const account = { id, cold: coldFrom(row.cold), hot: hotFrom(row.hot) }
      return tryAll(scene, body, () => ({ account, line: body.line ?? null }))
    },
  }
}

async function sceneOf(parts: DeskParts, { version, files }: OnCustomer | Body): Promise<Scene | Refusal> {
  const { database, surroundings } = parts
  const content = version === undefined ? null : await readContent(database, version)
  if (version !== undefined && content === null) return refuse('not-found', `no rulebook version ${version}`)
  const bundle = content === null ? files! : (JSON.parse(content) as Bundle)
  const { rulebook, faults } = loadBundle(bundle, version ?? contentVersion(bundle))
  if (rulebook === null) {
    const detail = `${faults.length} faults: nothing was tried`
    return { refusal: 'rulebook-faulty', detail, places: [...faults] }
  }
  const install = await readInstall(database)
  return { rulebook, secret: install!.secret, channels: surroundings.channels }
}

interface Customer {
  readonly account: Account
  /** That events by number are about; null for the first. */
  readonly line: string | null
}

/** Events before it first, then the one that is tried. */
function tryAll(
  scene: Scene,
  { event, before }: Asked,
  customerAt: (at: Instant) => Customer,
): Answer | Refusal {
  const told = [...before, event].map((one, n) =>
    arrivalOf(one, n < before.length ? `before[${n}]` : 'event'),
  )
  const refused = told.find(one => 'refusal' in one)
  if (refused !== undefined) return refused
  const arrivals = told.flatMap(one => ('refusal' in one ? [] : [one]))
  const first = Math.min(...arrivals.map(({ time }) => time))
  let { account, line } = customerAt(first)
  let trial: RuleTrial | null = null
  let at = first
  for (const arrival of arrivals) {
    const own = line ?? firstLine(account.cold)?.id ?? null
    const holder = { account: account.id, line: arrival.subject.kind === 'number' ? own : line }
    const fact = eventOf(arrival, holder, scene.rulebook.codes)
    at = Math.max(fact.time, account.hot.time)
    try {
      trial = tryEvent(account, fact, worldOf(scene, fact, at))
    } catch (error) {
      return refuse('invalid-input', `deciding it failed: ${(error as Error).message}`, 'event')
    }
    ;({ account } = trial)
  }
  return answerOf(scene.rulebook.version, at, trial!)
}

function arrivalOf(value: Readonly<Record<string, unknown>>, field: string) {
  const parsed = parseEvent(value)
  if (parsed.state === 'taken') return parsed.arrival
  const faults = parsed.faults.map(fault => `${fault.field}: ${fault.problem}; ${fault.remedy}`)
  return refuse('invalid-input', faults.join('. '), field)
}

const worldOf = ({ rulebook, secret, channels }: Scene, event: Event, now: Instant): World => ({
  now,
  rulebook,
  channels,
  versions: new Map([[rulebook.version, rulebook]]),
  recalled: new Set(),
  pauses: [],
  sendTo: 'everyone',
  chance: chanceOf(secret, event),
})

/** Known for a while, and told nothing so far. */
function inventedAt(scene: Scene, customer: Invented, at: Instant): Account {
  const { balanceMicroYuan, channel, marketingConsent, joinedDaysAgo, ...profile } = customer
  const joined = at - joinedDaysAgo * dayMs
  const lately = at - 3_600_000
  const facts: readonly (readonly [type: string, time: Instant, body: object])[] = [
    ['line.opened', joined, { line: invented.line, ...profile }],
    ['preference.changed', lately, { marketingConsent, ...(channel === undefined ? {} : { channel }) }],
    ...(balanceMicroYuan === undefined ? [] : [['balance.reported', lately, { balanceMicroYuan }] as const]),
  ]
  let account = newAccount(invented.account)
  for (const [n, [type, time, body]] of facts.entries()) {
    const about = { source: '/kairos/invented', id: String(n), type, time, origin: 'outside', body }
    const event = { ...about, ...invented } as unknown as Event
    account = decide(account, event, worldOf(scene, event, time)).account
  }
  return { ...account, hot: { ...account.hot, open: [], told: [], days: [] } }
}

function answerOf(version: string, at: Instant, { rules, reminders }: RuleTrial): Answer {
  return {
    version,
    at,
    rules: rules.map(one => ({ ...one })),
    reminders: reminders.map(({ row, texts }) => {
      const { rule, touchpoint, template, class: of, line, steps, step } = row
      const { state, reason, note, channel, due, usefulUntil } = step
      const about = { rule, touchpoint, template, class: of, line, state, reason, note, channel }
      return {
        ...about,
        due,
        usefulUntil,
        steps: [...steps],
        texts: texts.map(one => ({ ...noText, fault: null, ...one })),
      }
    }),
  }
}

const noText = { text: null, parts: null, encoding: null }

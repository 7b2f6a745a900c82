/**
 * Bugs planted in the core, by changing what goes into `decide` or what comes out of it, and in the engine around it. Each
 * names the promises of which the model must report at least one as broken.
 */
import type { Account, Hot } from '../../../src/core/account/account.ts'
import type { Changes } from '../../../src/core/change.ts'
import type { Event } from '../../../src/core/event/event.ts'
import type { Policy, Rule, Rulebook } from '../../../src/core/rule/rule.ts'
import type { World } from '../../../src/core/world.ts'
import type { Plot } from '../plot/plot.ts'
import type { Flaw } from '../pure/engine.ts'
import type { Decide } from '../pure/turn.ts'

export interface Bug {
  readonly name: string
  readonly breaks: readonly string[]
  readonly plant?: (decide: Decide) => Decide
  readonly flaw?: Flaw
  /** Lives in which it can show itself sooner. */
  readonly among?: (plot: Plot) => Plot
}

/** Gateways that leave many answers out, and an engine that dies as soon as it has handed something over. */
export const doubtful = (plot: Plot): Plot => ({
  ...plot,
  manners: { ...plot.manners, muteTaken: 0.5 },
  crashes: plot.crashes.map(crash => ({ ...crash, point: 'half-handed', downMs: 1_000 })),
})

const hour = 3_600_000

/** The world as a bug sees it. */
const inWorld =
  (change: (world: World, event: Event) => Partial<World>) =>
  (decide: Decide): Decide =>
  (account, event, world) =>
    decide(account, event, { ...world, ...change(world, event) })

const onAccount =
  (change: (hot: Hot, event: Event, account: Account) => Partial<Hot>) =>
  (decide: Decide): Decide =>
  (account, event, world) =>
    decide({ ...account, hot: { ...account.hot, ...change(account.hot, event, account) } }, event, world)

const onChanges =
  (change: (changes: Changes, event: Event, before: Account) => Partial<Changes>) =>
  (decide: Decide): Decide =>
  (account, event, world) => {
    const changes = decide(account, event, world)
    return { ...changes, ...change(changes, event, account) }
  }

/** All versions with other rules or another policy; made once for each. */
function withRulebook(rules: (rule: Rule) => Partial<Rule>, policy: Partial<Policy> = {}) {
  const made = new Map<Rulebook, Rulebook>()
  const of = (rulebook: Rulebook): Rulebook => {
    const known = made.get(rulebook)
    if (known !== undefined) return known
    const all = [...rulebook.rules.values()].map(rule => ({ ...rule, ...rules(rule) }))
    const changed = {
      ...rulebook,
      rules: new Map(all.map(rule => [rule.id, rule])),
      byTrigger: Map.groupBy(all, rule => rule.on),
      policy: { ...rulebook.policy, ...policy },
    }
    made.set(rulebook, changed)
    return changed
  }
  return inWorld(({ rulebook, versions }) => ({
    rulebook: of(rulebook),
    versions: new Map([...versions].map(([version, book]) => [version, of(book)])),
  }))
}

const noRest = { from: '00:00', to: '00:00' }
const isLow = (rule: string): boolean => rule.startsWith('low')

export const bugs: readonly Bug[] = [
  {
    name: 'a duplicate counts again',
    breaks: ['G2'],
    plant: onChanges(({ account }) => ({
      account: { ...account, hot: { ...account.hot, ring: [], floor: 0 } },
    })),
  },
  {
    name: 'a late report lowers a counter',
    breaks: ['G2', 'G8'],
    plant: onAccount(({ meters }, event) =>
      event.type === 'usage.reported'
        ? { meters: meters.map(meter => ({ ...meter, used: 0 as never, asOf: 0 })) }
        : {},
    ),
  },
  {
    name: 'an older balance overrides a newer one',
    breaks: ['G2', 'G8'],
    plant: onAccount(({ balance }) => (balance === null ? {} : { balance: { ...balance, asOf: 0 } })),
  },
  {
    name: 'every registration is an arrival',
    breaks: ['G2'],
    plant: onAccount((_, event) => (event.type === 'roaming.registered' ? { abroad: [] } : {})),
  },
  {
    name: 'what was said is forgotten with the day',
    breaks: ['G2', 'G8', 'G9'],
    plant: onAccount((hot, event) => (dayOf(event.time) > dayOf(hot.time) ? { told: [] } : {})),
  },
  {
    name: 'a top-up that is too small ends the spell',
    breaks: ['G2'],
    plant: onAccount((hot, event) =>
      event.type === 'payment.received'
        ? { balance: null, told: hot.told.filter(mark => !isLow(mark.rule)) }
        : {},
    ),
  },
  {
    name: 'an outcome is taken twice',
    breaks: ['G4', 'G8'],
    plant: onChanges((changes, event, before) => {
      if (event.type !== 'attempt.concluded' || event.body.outcome !== 'delivered') return {}
      const open = before.hot.open.find(({ id }) => event.body.attempt.startsWith(`${id}#`))
      const step = changes.steps.find(({ id }) => id === open?.id)
      if (open === undefined || step === undefined) return {}
      const due = event.body.at + 1_000
      const { account } = changes
      const again = { ...open, state: 'planned', due } as const
      return {
        account: { ...account, hot: { ...account.hot, open: [...account.hot.open, again] } },
        steps: [{ ...step, state: 'planned', due, concludedAt: null }],
      }
    }),
  },
  {
    name: 'silence is declared while the message can still arrive',
    breaks: ['G4'],
    plant: onChanges(({ agenda }, event) => ({
      agenda: agenda.map(entry =>
        entry.type === 'attempt.silent' ? { ...entry, due: event.time + 120_000 } : entry,
      ),
    })),
  },
  {
    name: 'silence is ignored',
    breaks: ['G8'],
    plant: decide => (account, event, world) =>
      event.type === 'attempt.silent'
        ? decide({ ...account, hot: { ...account.hot, open: [] } }, event, world)
        : decide(account, event, world),
  },
  {
    name: 'word that comes after silence is not heard',
    breaks: ['G4'],
    plant: decide => (account, event, world) => {
      if (event.type !== 'attempt.concluded') return decide(account, event, world)
      const { silent: _, ...body } = event.body
      return decide(account, { ...event, body }, world)
    },
  },
  {
    name: 'what expired by rest hours is not repeated',
    breaks: ['G4'],
    plant: onAccount(({ open }) => ({ open: open.map(one => ({ ...one, restAt: 0 })) })),
  },
  { name: 'rest hours are ignored', breaks: ['G5'], plant: withRulebook(() => ({}), { rest: noRest }) },
  {
    name: 'validity reaches into rest hours',
    breaks: ['G5'],
    plant: onChanges(({ attempts }) => ({
      attempts: attempts.map(attempt => ({ ...attempt, validUntil: attempt.validUntil + hour })),
    })),
  },
  {
    name: 'the last quarter of an hour before rest is not kept',
    breaks: ['G5'],
    plant: withRulebook(() => ({}), { lastHandOverMs: 0 }),
  },
  {
    name: 'a top-up does not cancel',
    breaks: ['G5'],
    plant: withRulebook(rule => (isLow(rule.id) ? { still: null } : {})),
  },
  { name: 'the group has no order', breaks: ['G3'], plant: withRulebook(() => ({ group: null })) },
  { name: 'the group does not wait', breaks: ['G3'], plant: withRulebook(() => ({}), { waitMaxMs: 1_000 }) },
  { name: 'the allow-list is not asked', breaks: ['G11'], plant: inWorld(() => ({ sendTo: 'everyone' })) },
  {
    name: 'the allow-list is not asked again at sending',
    breaks: ['G11'],
    plant: inWorld((_, event) => (event.type === 'reminder.due' ? { sendTo: 'everyone' } : {})),
  },
  {
    name: 'stale facts are told',
    breaks: ['G13'],
    plant: withRulebook(() => ({ factsNotOlderThanMs: null })),
  },
  { name: 'a restriction is not flagged', breaks: ['G6'], plant: onChanges(() => ({ alarms: [] })) },
  {
    name: 'a warning of any spell counts',
    breaks: ['G6'],
    plant: onAccount(hot => (hot.told.some(mark => isLow(mark.rule)) ? { warnedAt: 1 } : {})),
  },
  {
    name: 'what is withheld leaves no row',
    breaks: ['G8'],
    plant: onChanges(({ reminders }) => ({
      reminders: reminders.filter(row => row.step.state !== 'withheld'),
    })),
  },
  {
    name: 'the row does not say by which version',
    breaks: ['G9'],
    plant: onChanges(({ reminders }) => ({ reminders: reminders.map(row => ({ ...row, version: 'v1' })) })),
  },
  {
    name: 'the row does not say what was seen',
    breaks: ['G9'],
    plant: onChanges(({ reminders }) => ({
      reminders: reminders.map(row => ({ ...row, facts: { ...row.facts, seen: null } })),
    })),
  },
  { name: 'nothing is superseded', breaks: ['G9'], plant: withRulebook(() => ({ supersedes: [] })) },
  { name: 'any number a day', breaks: ['NF-05'], plant: withRulebook(() => ({}), { capPerDay: 99 }) },
  { name: 'pauses are ignored', breaks: ['G12'], plant: inWorld(() => ({ pauses: [] })) },
  {
    name: 'a recalled version speaks on',
    breaks: ['G12'],
    plant: inWorld(() => ({ recalled: new Set<string>() })),
  },
  {
    name: 'marketing needs no consent',
    breaks: ['G9', 'FP-02'],
    plant: withRulebook(rule => (rule.class === 'marketing' ? { class: 'courtesy' } : {})),
  },
  {
    name: 'later moments are lost',
    breaks: ['G1'],
    plant: onChanges(({ agenda }) => ({ agenda: agenda.filter(entry => entry.type !== 'moment.due') })),
  },
  {
    name: 'words to other accounts are lost',
    breaks: ['G1'],
    plant: onChanges(({ agenda }, event) => ({
      agenda: agenda.filter(entry => entry.account === event.account),
    })),
  },
  {
    name: 'what is in doubt is sent again after a crash',
    breaks: ['G4'],
    flaw: 'resends-in-doubt',
    among: doubtful,
  },
  { name: 'facts are acknowledged before the commit', breaks: ['G1'], flaw: 'acknowledges-early' },
  { name: 'one poisonous fact sets others aside', breaks: ['G10'], flaw: 'sets-the-batch-aside' },
]

const dayOf = (at: number): number => Math.floor((at + 8 * hour) / 86_400_000)

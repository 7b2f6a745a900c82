/**
 * Key moments of the catalogue of which nobody would be told (NF-11, TP1-15, TP4-09, TP4-12): each plan, service and offer is tried with
 * each rule that starts from such a moment, for customers of each brand and way of paying. A rule counts when it is in force, its
 * condition can hold, and its message renders in both languages; one for some stars, roles or places only does not.
 */
import type { Brand, PayMode } from '../core/event/facts.ts'
import type { Facts, FactValue } from '../core/reminder.ts'
import type { Dated, Promotion, Rule, Rulebook, Service, Trigger } from '../core/rule/rule.ts'
import { eventView } from '../core/rule/view.ts'
import { factsOf, stageOf } from './example-facts.ts'
import type { Spoken } from './entry-view.ts'

export interface Untold {
  readonly what: 'plan' | 'service' | 'promotion'
  readonly id: string
  readonly moment: string
  /** Customers who would not be told; empty = nobody would. */
  readonly who: readonly string[]
  readonly note: string
}

interface Moment {
  readonly moment: string
  readonly on: Trigger
  /** What the message must print to count, one of these; empty = anything. */
  readonly tells: readonly string[]
  /** Only a message that is sent later than the event counts. */
  readonly isLater?: true
}

const ofPlans: readonly Moment[] = [
  { moment: 'joined', on: 'line.opened', tells: ['plan.name', 'plan.monthlyFeeMicroYuan'] },
  { moment: 'its prices', on: 'line.opened', tells: ['plan.outOfPlanPerMBMicroYuan', 'plan.offer'] },
  { moment: 'change ordered', on: 'plan.change-ordered', tells: ['planAfter.name'] },
  { moment: 'change in force', on: 'plan.changed', tells: ['planAfter.name'] },
]
const ordered: Moment = { moment: 'ordered', on: 'service.ordered', tells: ['service.priceMicroYuan'] }
const ofServices: readonly Moment[] = [
  ordered,
  { moment: 'to be confirmed', on: 'service.requested', tells: ['service.priceMicroYuan'] },
  { moment: 'how to use it', on: 'service.ordered', tells: ['service.features'] },
  { moment: 'its use', on: 'service.used', tells: ['event.times'] },
  { moment: 'cancelled', on: 'service.cancelled', tells: ['event.lastDay'] },
]
const end: Moment = { moment: 'its end', on: 'promotion.dated', tells: ['event.lastDay', 'event.lastMonth'] }
const ofPromotions: readonly Moment[] = [
  { moment: 'taken up', on: 'promotion.confirmed', tells: [] },
  { moment: 'in effect', on: 'promotion.started', tells: [] },
  end,
]
const credited: Moment = {
  moment: 'credited',
  on: 'promotion.credited',
  tells: ['event.amountMicroYuan'],
}
const offered: Moment = { moment: 'offered', on: 'campaign.launched', tells: ['promotion.offer'] }

const firstCharge: Moment = {
  moment: 'its first charge',
  on: 'service.ordered',
  tells: ['event.startsOn'],
  isLater: true,
}

/** One paid per use is neither confirmed nor left; one with free days is announced again before it costs (TP1-06). */
function momentsOfService({ charging, class: one }: Service): readonly Moment[] {
  if (charging === 'per-use') return [ordered]
  return one === 'B' ? [...ofServices, firstCharge] : ofServices
}

/** Broadband has its own order messages, stage by stage (SI-12): of it only the end is asked. */
function momentsOfPromotion({ kind }: Promotion): readonly Moment[] {
  switch (kind) {
    case 'broadband':
      return [end]
    case 'return':
    case 'prepay-gift':
      return [...ofPromotions, credited]
    case 'campaign':
      return [offered, ...ofPromotions]
    case 'plan-fee':
    case 'service':
    case 'contract':
      return ofPromotions
  }
}

interface Asked extends Omit<Untold, 'who' | 'note' | 'moment'>, Moment {
  readonly spoken: Spoken
  readonly people: readonly Person[]
  /** Local day on which it is looked at: the asked one, or the entry's first. */
  readonly day: string
}

interface Person {
  readonly brand: Brand
  readonly payMode: PayMode
}

/** `day` is local, `YYYY-MM-DD`; an entry that begins later is looked at on its own first day. */
export function untoldOf(rulebook: Rulebook, day: string): readonly Untold[] {
  return [...planQuestions(rulebook, day), ...entryQuestions(rulebook, day)].flatMap(asked =>
    answer(asked, rulebook),
  )
}

const none = { planBefore: null, service: null, promotion: null, place: null }

function planQuestions({ catalogue }: Rulebook, day: string): readonly Asked[] {
  return [...catalogue.plans].flatMap(([id, entries]) => {
    const { value, from } = inForce(entries, day)
    const spoken = { ...none, plan: id, planBefore: id }
    const people = payModes.map(payMode => ({ brand: value.brand, payMode }))
    return ofPlans.map(moment => ({ what: 'plan' as const, id, spoken, people, ...moment, day: from }))
  })
}

function entryQuestions({ catalogue }: Rulebook, day: string): readonly Asked[] {
  const plans = [...catalogue.plans].map(([id, entries]) => ({
    id,
    brand: inForce(entries, day).value.brand,
  }))
  const brands = [...new Set(plans.map(({ brand }) => brand))]
  const people = brands.flatMap(brand => payModes.map(payMode => ({ brand, payMode })))
  const plan = plans[0]?.id ?? ''
  const services = [...catalogue.services].flatMap(([id, entries]) => {
    const { value, from } = inForce(entries, day)
    const spoken = { ...none, plan, service: id }
    return momentsOfService(value).map(moment => ({
      what: 'service' as const,
      id,
      spoken,
      people,
      ...moment,
      day: from,
    }))
  })
  const promotions = [...catalogue.promotions].flatMap(([id, entries]) => {
    const { value, from } = inForce(entries, day)
    const spoken = { ...none, plan, promotion: id }
    return momentsOfPromotion(value).map(moment => ({
      what: 'promotion' as const,
      id,
      spoken,
      people,
      ...moment,
      day: from,
    }))
  })
  return [...services, ...promotions]
}

const payModes: readonly PayMode[] = ['prepaid', 'postpaid']

function inForce<T>(entries: readonly Dated<T>[], day: string): { readonly value: T; readonly from: string } {
  const entry = entries.findLast(({ from }) => from <= day) ?? entries[0]!
  return { value: entry.value, from: entry.from > day ? entry.from : day }
}

function answer(asked: Asked, rulebook: Rulebook): readonly Untold[] {
  const rules = (rulebook.byTrigger.get(asked.on) ?? []).filter(rule => isFor(rule, asked, rulebook))
  const faults = new Set<string>()
  const left = asked.people.filter(
    person => !rules.some(rule => saysTo(person, { rule, asked, rulebook, faults })),
  )
  if (left.length === 0) return []
  const { what, id, moment } = asked
  const who =
    left.length === asked.people.length ? [] : left.map(({ brand, payMode }) => `${brand} ${payMode}`)
  return [{ what, id, moment, who, note: noteOn(asked, rules, faults) }]
}

function noteOn({ on }: Asked, rules: readonly Rule[], faults: ReadonlySet<string>): string {
  if (faults.size > 0) return [...faults].join('; ')
  if (rules.length === 0) return `no rule on ${on} tells of it`
  return `not told by ${rules.map(({ id }) => id).join(', ')}: their conditions or audiences leave it out`
}

/** Rules of that day whose message prints what the moment is about, for whoever it may be. */
function isFor(rule: Rule, { day, tells, isLater }: Asked, rulebook: Rulebook): boolean {
  const { from, until, audience, template, at, to } = rule
  const isThen = (from === null || from <= day) && (until === null || day <= until)
  const isWide =
    to === 'line' && audience.roles === null && audience.stars === null && audience.scope === null
  const { variables } = rulebook.templates.get(template)!['zh-CN']
  const isInTime = isLater === undefined || at.kind !== 'now'
  return isThen && isWide && isInTime && (tells.length === 0 || tells.some(path => variables.includes(path)))
}

interface Trial {
  readonly rule: Rule
  readonly asked: Asked
  readonly rulebook: Rulebook
  /** Why a rule that would speak cannot. */
  readonly faults: Set<string>
}

function saysTo({ brand, payMode }: Person, { rule, asked, rulebook, faults }: Trial): boolean {
  const { brands, payModes: modes } = rule.audience
  if (brands?.includes(brand) === false || modes?.includes(payMode) === false) return false
  const now = Date.parse(`${asked.day}T12:00:00Z`)
  const at = { zone: rulebook.policy.zone, now }
  return (['zh-CN', 'en'] as const).every(language =>
    [true, false].some(held => {
      const facts = factsOf(rule, { spoken: asked.spoken, brand, payMode, language, held, now }, rulebook)
      const fitting = eventsFor(rule, facts, rulebook).filter(each => rule.when?.test(each) ?? true)
      const texts = fitting.map(each => rulebook.templates.get(rule.template)![language].render(each, at))
      for (const text of texts) if (!text.ok) faults.add(`${rule.id}: ${text.fault}`)
      return texts.some(({ ok }) => ok)
    }),
  )
}

/** Most trials of one rule with one entry. */
const trialsMax = 512

/** The facts with each value that the fields of the event may have, as far as the rule's condition asks about them. */
function eventsFor(rule: Rule, facts: Facts, rulebook: Rulebook): readonly Facts[] {
  const { vocabulary } = stageOf(rule, 'en', rulebook)
  const asked = new Set([...(rule.when?.source ?? '').matchAll(/\bevent\.(\w+)/g)].map(match => match[1]!))
  const events = [...asked].reduce<readonly Facts[]>(
    (sofar, field) => {
      const kind = eventView[rule.on]?.[field]
      const values = valuesOf(kind, vocabulary.get(`event.${field}`))
      return sofar
        .flatMap(event => [event, ...values.map(value => ({ ...event, [field]: value }))])
        .slice(0, trialsMax)
    },
    [facts['event'] as Facts],
  )
  return events.map(event => ({ ...facts, event }))
}

function valuesOf(kind: string | undefined, words: ReadonlySet<string> | undefined): readonly FactValue[] {
  if (words !== undefined) return [...words]
  if (kind === 'flag') return [true, false]
  return kind === 'count' ? [0, 1, null] : [null]
}

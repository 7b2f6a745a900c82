/** The words that a text field can hold: a rule that compares with any other would never speak, and nobody would notice. */
import {
  facts,
  bucketKind,
  brand,
  language,
  payMode,
  standing,
  wishedChannel,
} from '../../core/event/facts.ts'
import { promotion, service } from '../format/catalogue.ts'
import type { Trigger } from '../../core/rule/rule.ts'
import { didYouMean, listed } from '../nearest-word.ts'
import type { CelFault } from './fault.ts'
import { boundName, isQuantifier, partsOf, pathOf, type Node, type Quantifier } from './node.ts'
import { faultOf } from './survey.ts'

/** Path to the words it can hold; paths that are not here hold any text. */
export type Vocabulary = ReadonlyMap<string, ReadonlySet<string>>

/** What only this rulebook knows. */
export interface OwnWords {
  readonly plans: ReadonlySet<string>
  readonly packs: ReadonlySet<string>
  readonly schedules: ReadonlySet<string>
  readonly services: ReadonlySet<string>
  readonly promotions: ReadonlySet<string>
}

const line = facts['line.opened'].shape
const payment = facts['payment.received'].shape
const query = facts['query.performed'].shape
const always: Readonly<Record<string, readonly string[]>> = {
  'account.role': ['single', 'head', 'member'],
  'account.standing': standing.options,
  'line.brand': brand.options,
  'line.payMode': payMode.options,
  'line.language': language.options,
  'line.vip': line.vip.def.innerType.options,
  'bucket.kind': bucketKind.options,
  'contact.role': facts['contact-person.named'].shape.role.options,
  'service.charging': service.shape.charging.options,
  'service.class': ['A', 'B', ''],
  'promotion.kind': promotion.shape.kind.options,
}
const leaving = { 'event.when': facts['family-net.left'].shape.when.options }

const byTrigger: Readonly<Partial<Record<Trigger, Readonly<Record<string, readonly string[]>>>>> = {
  'payment.received': { 'event.purpose': payment.purpose.options, 'event.method': payment.method.options },
  'usage.crossed': { 'event.measure': ['percent', 'used', 'left'] },
  'query.performed': {
    'event.kind': query.kind.options,
    'event.channel': query.channel.options,
    'event.verifiedBy': query.verifiedBy.options,
  },
  'standing.changed': {
    'event.from': standing.options,
    'event.to': standing.options,
    'event.reason': facts['standing.reported'].shape.reason.options,
  },
  'standing.reported': {
    'event.standing': standing.options,
    'event.reason': facts['standing.reported'].shape.reason.options,
  },
  'line.opened': {
    'event.brand': brand.options,
    'event.payMode': payMode.options,
    'event.via': line.via.def.innerType.options,
  },
  'family-net.left': leaving,
  'family-net.member-left': leaving,
  'family-net.other-left': leaving,
  'ownership.transferred': { 'event.side': facts['ownership.transferred'].shape.side.options },
  'account.changed': { 'event.what': facts['account.changed'].shape.what.options },
  'service.cancelled': { 'event.by': facts['service.cancelled'].shape.by.options },
  'promotion.credited': { 'event.how': facts['promotion.credited'].shape.how.options },
  'bill.issued': { 'event.payer': facts['bill.issued'].shape.payer.def.innerType.options },
  'charges.crossed': { 'event.kind': facts['charges.reported'].shape.kind.options },
  'order.progressed': {
    'event.kind': facts['order.progressed'].shape.kind.options,
    'event.stage': facts['order.progressed'].shape.stage.options,
  },
  'contact.recorded': {
    'event.channel': facts['contact.recorded'].shape.channel.options,
    'event.about': facts['contact.recorded'].shape.about.options,
  },
  'reply.received': { 'event.channel': facts['reply.received'].shape.channel.options },
  'preference.changed': { 'event.channel': wishedChannel.options },
}

export function vocabularyOf(trigger: Trigger, own: OwnWords): Vocabulary {
  const words = new Map<string, ReadonlySet<string>>()
  for (const [path, list] of Object.entries({ ...always, ...byTrigger[trigger] }))
    words.set(path, new Set(list))
  words.set('line.planId', own.plans)
  words.set('event.planId', own.plans)
  words.set('event.fromPlanId', own.plans)
  words.set('event.serviceId', own.services)
  words.set('event.promotionId', own.promotions)
  words.set('line.packIds', own.packs)
  words.set('event.schedule', own.schedules)
  return words
}

/** Comparisons with a word that the field never holds. */
export function valueFaults(node: Node, vocabulary: Vocabulary): readonly CelFault[] {
  const within = isQuantifier(node) ? withEntry(node, vocabulary) : vocabulary
  const inner = partsOf(node).flatMap(part => valueFaults(part, within))
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return inner
  const [left, right] = node.args
  const path = pathOf(left) ?? pathOf(right)
  const words = path === null ? undefined : vocabulary.get(path)
  if (path === null || words === undefined) return inner
  const other = pathOf(left) === null ? left : right
  const literals = other.op === 'list' ? other.args : [other]
  return [...inner, ...literals.flatMap(literal => wordFault(literal, path, words))]
}

/** In `line.packIds.exists(pack, …)` a `pack` can be what an entry of the list can be. */
function withEntry(node: Quantifier, vocabulary: Vocabulary): Vocabulary {
  const list = pathOf(node.args[1])
  const words = list === null ? undefined : vocabulary.get(list)
  const name = boundName(node)
  return words === undefined || name === null ? vocabulary : new Map(vocabulary).set(name, words)
}

function wordFault(literal: Node, path: string, words: ReadonlySet<string>): CelFault[] {
  if (literal.op !== 'value' || typeof literal.args !== 'string' || words.has(literal.args)) return []
  const hint = didYouMean(
    literal.args,
    words,
    words.size === 0 ? 'none is defined' : `one of: ${listed(words, 20)}`,
  )
  const code = path === 'event.schedule' ? 'schedule-unknown' : 'cel-value-unknown'
  return [faultOf(literal, code, { message: `${path} is never '${literal.args}'`, hint })]
}

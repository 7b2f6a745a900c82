/** What rules name must exist: rules, templates, ladders, kinds of reminder. */
import { faultAt, type FaultCode, type RulebookFault } from '../fault.ts'
import { didYouMean, listed } from '../nearest-word.ts'
import type { RuleItem, Manuscript } from '../manuscript.ts'
import type { Path } from '../yaml/file.ts'
import { placeIn, type Item } from '../yaml/item.ts'

export function referenceFaults(written: Manuscript): readonly RulebookFault[] {
  const named = [
    ...written.rules.flatMap(rule => ruleFaults(rule, written)),
    ...unmarkedFaults(written),
    ...staffFaults(written),
    ...codeFaults(written),
  ]
  if (written.faulty.has('touchpoint')) return named
  return [...named, ...scheduleFaults(written), ...unusedTemplates(written)]
}

interface Reference {
  readonly name: string
  readonly at: Path
  readonly known: Iterable<string>
  readonly what: string
  readonly code: FaultCode
}

function ruleFaults(item: RuleItem, written: Manuscript): readonly RulebookFault[] {
  const { send } = item.value
  const rules = written.known.touchpoint
  const named = (field: Path, names: readonly string[] | undefined): Reference[] =>
    (names ?? []).map((name, at) => ({
      name,
      at: [...field, at],
      known: rules,
      what: 'rule',
      code: 'rule-unknown',
    }))
  const references: Reference[] = [
    ...named(['send', 'supersedes'], send.supersedes),
    ...named(['send', 'unless-told', 'rules'], send['unless-told']?.rules),
    ...named(['instead-of'], item.value['instead-of']),
    {
      name: send.template,
      at: ['send', 'template'],
      known: written.known.wording,
      what: 'template',
      code: 'template-unknown',
    },
  ]
  const ladders = written.planning?.value.ladders
  if (ladders !== undefined) {
    const known = Object.keys(ladders)
    references.push({
      name: send.ladder,
      at: ['send', 'ladder'],
      known,
      what: 'ladder',
      code: 'ladder-unknown',
    })
  }
  const told = references.filter(
    ({ code }) => !written.unread.has(code === 'template-unknown' ? 'wording' : 'touchpoint'),
  )
  return told.flatMap(reference => unknownFault(item, reference))
}

/** What a rule has said is remembered by its `once-per`: without one, no rule can ask after it, itself neither. */
function unmarkedFaults({ rules }: Manuscript): readonly RulebookFault[] {
  const unmarked = new Set(
    rules.filter(({ value }) => value.send['once-per'] === undefined).map(({ value }) => value.id),
  )
  return rules.flatMap(item =>
    (item.value.send['unless-told']?.rules ?? []).flatMap((name, at) => {
      if (!unmarked.has(name)) return []
      const message = `what "${name}" has said is not remembered, as it has no once-per`
      const hint = 'once-per: [line, day], or what it is said once for'
      return [
        faultAt(placeIn(item, 'send', 'unless-told', 'rules', at), 'unless-told-unmarked', { message, hint }),
      ]
    }),
  )
}

/** Staff call in the day's hours (TP9-10): nothing that may go at any hour is given to them. */
function staffFaults({ rules, planning }: Manuscript): readonly RulebookFault[] {
  if (planning === null) return []
  const { ladders, 'any-hour': anyHour } = planning.value
  const asksStaff = (ladder: string): boolean =>
    Object.hasOwn(ladders, ladder) && ladders[ladder]!.some(({ channel }) => channel === 'staff-call')
  return rules.flatMap(item => {
    const { class: one, ladder } = item.value.send
    if (!anyHour.includes(one) || !asksStaff(ladder)) return []
    const message = `the ladder "${ladder}" asks for a call by staff, but class ${one} knows no rest hours`
    const hint = 'class: notice, or a ladder without staff-call'
    return [faultAt(placeIn(item, 'send', 'class'), 'ladder-refused', { message, hint })]
  })
}

function unknownFault(item: Item<unknown>, { name, at, known, what, code }: Reference): RulebookFault[] {
  const names = [...known]
  if (names.includes(name)) return []
  const hint = didYouMean(
    name,
    names,
    names.length === 0 ? `there are no ${what}s` : `there are ${listed(names)}`,
  )
  return [faultAt(placeIn(item, ...at), code, { message: `there is no ${what} "${name}"`, hint })]
}

/** Services and promotions name their codes as codes.yaml does (TP3-08, CO-50). */
function codeFaults(written: Manuscript): readonly RulebookFault[] {
  if (written.unread.has('codes')) return []
  const known = written.known.codes
  const references = [
    ...written.services.map(item => ({ item, fields: { cancel: item.value.cancel } })),
    ...written.promotions.map(item => ({
      item,
      fields: { order: item.value.order, cancel: item.value.cancel },
    })),
  ]
  return references.flatMap(({ item, fields }) =>
    Object.entries(fields).flatMap(([field, name]) =>
      name === undefined
        ? []
        : unknownFault(item, { name, at: [field], known, what: 'code', code: 'code-unknown' }),
    ),
  )
}

/** A schedule for those who ordered a kind needs a rule that lets them order it. */
function scheduleFaults(written: Manuscript): readonly RulebookFault[] {
  const kinds = new Set(
    written.rules.flatMap(({ value }) => (value.send.choice === undefined ? [] : [value.send.choice.kind])),
  )
  return written.schedules.flatMap(item => {
    const { kind } = item.value
    if (kind === undefined || kinds.has(kind)) return []
    const hint = didYouMean(
      kind,
      kinds,
      kinds.size === 0 ? 'no rule has a choice' : `kinds: ${listed(kinds)}`,
    )
    return [
      faultAt(placeIn(item, 'kind'), 'kind-unknown', { message: `no rule offers the kind "${kind}"`, hint }),
    ]
  })
}

function unusedTemplates(written: Manuscript): readonly RulebookFault[] {
  const used = new Set(written.rules.map(({ value }) => value.send.template))
  return [...written.templates['zh-CN'], ...written.templates.en]
    .filter(item => !used.has(item.name))
    .map(item =>
      faultAt(item.file.placeOfKey(item.path), 'template-unused', {
        message: `no rule sends "${item.name}"`,
        hint: 'name it in a rule, or delete it',
      }),
    )
}

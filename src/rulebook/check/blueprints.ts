/** A blueprint hangs together: its links lead on, its places are free, what it names is there (BP-06). */
import { faultAt, type FaultCode, type RulebookFault } from '../fault.ts'
import type { WrittenStep } from '../format/blueprint.ts'
import type { BlueprintItem, Manuscript } from '../manuscript.ts'
import { didYouMean, listed } from '../nearest-word.ts'
import { placeIn, valueAt, type Item } from '../yaml/item.ts'

type StepItem = Item<WrittenStep>

export function blueprintFaults(written: Manuscript): readonly RulebookFault[] {
  const { blueprints, unread } = written
  return [
    ...blueprints.flatMap(linkFaults),
    ...blueprints.flatMap(({ steps }) => placeFaults(steps)),
    ...blueprints.flatMap(indicatorFaults),
    ...(unread.has('touchpoint')
      ? []
      : blueprints.flatMap(item => ruleFaults(item, written.known.touchpoint))),
    ...touchpointFaults(written),
  ]
}

interface Naming {
  readonly name: string
  readonly at: readonly (string | number)[]
  readonly known: readonly string[]
  readonly what: string
  readonly code: FaultCode
}

function unknownFault(item: Item<unknown>, { name, at, known, what, code }: Naming): RulebookFault[] {
  if (known.includes(name)) return []
  const hint = didYouMean(name, known, `there are ${listed(known)}`)
  return [faultAt(placeIn(item, ...at), code, { message: `there is no ${what} "${name}"`, hint })]
}

/** What has a fault of its own is there too, so that one slip is told once. */
function idsOf({ head }: BlueprintItem, list: 'steps' | 'indicators'): readonly string[] {
  const raw = valueAt(head.file.value, [list])
  const ids = Array.isArray(raw) ? raw.map(entry => valueAt(entry, ['id'])) : []
  return ids.filter(id => typeof id === 'string')
}

function linkFaults(item: BlueprintItem): readonly RulebookFault[] {
  const known = idsOf(item, 'steps')
  const orders = new Map(item.steps.map(({ value }) => [value.id, value.order]))
  return item.steps.flatMap(one =>
    (one.value.to ?? []).flatMap((name, n) => {
      const at = ['to', n]
      const unknown = unknownFault(one, { name, at, known, what: 'step', code: 'step-unknown' })
      const order = orders.get(name)
      const leadsBack = name === one.value.id || (order !== undefined && order < one.value.order)
      if (!leadsBack) return unknown
      const message = `"${one.value.id}" leads back to "${name}"`
      const hint = `a link leads to another step of column ${one.value.order} or a later one`
      return [faultAt(placeIn(one, ...at), 'link-backwards', { message, hint })]
    }),
  )
}

function placeFaults(steps: readonly StepItem[]): readonly RulebookFault[] {
  const taken = new Map<string, StepItem>()
  return steps.flatMap(item => {
    const { lane, order } = item.value
    const other = taken.get(`${lane} ${order}`)
    if (other === undefined) {
      taken.set(`${lane} ${order}`, item)
      return []
    }
    const message = `column ${order} of the lane ${lane} is taken by "${other.value.id}"`
    return [
      faultAt(placeIn(item, 'order'), 'cell-taken', { message, hint: 'give one of the two another order' }),
    ]
  })
}

function indicatorFaults(drawn: BlueprintItem): readonly RulebookFault[] {
  const known = idsOf(drawn, 'indicators')
  return drawn.steps.flatMap(item => {
    const { indicator } = item.value
    if (indicator === undefined) return []
    return unknownFault(item, {
      name: indicator,
      at: ['indicator'],
      known,
      what: 'indicator',
      code: 'indicator-unknown',
    })
  })
}

function ruleFaults({ steps }: BlueprintItem, rules: ReadonlySet<string>): readonly RulebookFault[] {
  const known = [...rules]
  return steps.flatMap(item =>
    (item.value.rules ?? []).flatMap((name, n) =>
      unknownFault(item, { name, at: ['rules', n], known, what: 'rule', code: 'rule-unknown' }),
    ),
  )
}

/** A rulebook that draws some of its touchpoints draws all; one without any blueprint is whole, too. */
function touchpointFaults({ blueprints, rules, faulty, unread }: Manuscript): readonly RulebookFault[] {
  if (faulty.has('touchpoint') || unread.has('touchpoint')) return []
  const files = new Map(rules.map(({ touchpoint, file }) => [touchpoint, file]))
  const known = [...files.keys()]
  const strangers = blueprints.flatMap(({ head }) => {
    const { touchpoint: name } = head.value
    return unknownFault(head, {
      name,
      at: ['touchpoint'],
      known,
      what: 'touchpoint',
      code: 'touchpoint-unknown',
    })
  })
  if (blueprints.length === 0 || strangers.length > 0 || faulty.has('blueprint') || unread.has('blueprint'))
    return strangers
  const drawn = new Set(blueprints.map(({ head }) => head.value.touchpoint))
  return known
    .filter(name => !drawn.has(name))
    .map(name =>
      faultAt(files.get(name)!.placeOf(['touchpoint']), 'blueprint-missing', {
        message: `the touchpoint "${name}" has no blueprint`,
        hint: `draw it in blueprints/${name}.yaml`,
      }),
    )
}

/** One name, two things. */
import { faultAt, type FaultCode, type RulebookFault } from '../fault.ts'
import type { BlueprintItem, Manuscript } from '../manuscript.ts'
import { placeIn, type Item } from '../yaml/item.ts'

export function duplicateFaults(written: Manuscript): readonly RulebookFault[] {
  return [
    ...twice(written.rules, { of: rule => rule.value.id, at: ['id'], what: 'rule' }),
    ...twice(written.templates['zh-CN'], { of: item => item.name, at: [], what: 'template' }),
    ...twice(written.templates.en, { of: item => item.name, at: [], what: 'template' }),
    ...twice(written.plans, {
      of: ({ value }) => `${value.id} from ${value.from}`,
      at: ['from'],
      what: 'plan',
    }),
    ...twice(written.packs, {
      of: ({ value }) => `${value.id} from ${value.from}`,
      at: ['from'],
      what: 'pack',
    }),
    ...twice(written.services, {
      of: ({ value }) => `${value.id} from ${value.from}`,
      at: ['from'],
      what: 'service',
    }),
    ...twice(written.promotions, {
      of: ({ value }) => `${value.id} from ${value.from}`,
      at: ['from'],
      what: 'promotion',
    }),
    ...twice(written.places, {
      of: ({ value }) => `${value.mcc} from ${value.from}`,
      at: ['from'],
      what: 'place',
    }),
    ...twice(written.callsAbroad, { of: ({ value }) => value.from, at: ['from'], what: 'calls abroad from' }),
    ...twice(written.schedules, { of: ({ value }) => value.id, at: ['id'], what: 'schedule' }),
    ...twice(
      written.blueprints.map(({ head }) => head),
      { of: ({ value }) => value.touchpoint, at: ['touchpoint'], what: 'blueprint of' },
    ),
    ...written.blueprints.flatMap(({ head, steps }) => [
      ...twice(indicatorsOf(head), { of: ({ value }) => value.id, at: ['id'], what: 'indicator' }),
      ...twice(steps, { of: ({ value }) => value.id, at: ['id'], what: 'step' }),
    ]),
    ...twice(written.codes, {
      of: ({ value }) => `${value.code} to ${value.to}`,
      at: ['code'],
      what: 'code',
      code: 'code-twice',
    }),
  ]
}

function indicatorsOf({ file, value }: BlueprintItem['head']): readonly Item<{ readonly id: string }>[] {
  return value.indicators.map((one, at) => ({ file, path: ['indicators', at], value: one }))
}

interface Naming<I> {
  /** What must be unique. */
  readonly of: (item: I) => string
  /** The field that holds it. */
  readonly at: readonly string[]
  readonly what: string
  readonly code?: FaultCode
}

function twice<I extends Item<unknown>>(items: readonly I[], naming: Naming<I>): readonly RulebookFault[] {
  const first = new Map<string, I>()
  const faults: RulebookFault[] = []
  for (const item of items) {
    const name = naming.of(item)
    const other = first.get(name)
    if (other === undefined) {
      first.set(name, item)
      continue
    }
    const { file, line } = placeIn(other, ...naming.at)
    const place = naming.at.length === 0 ? item.file.placeOfKey(item.path) : placeIn(item, ...naming.at)
    const message = `the ${naming.what} ${name} is there already`
    faults.push(
      faultAt(place, naming.code ?? 'name-twice', { message, hint: `the other one: ${file}:${line}` }),
    )
  }
  return faults
}

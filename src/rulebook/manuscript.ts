/**
 * A rulebook as written: every rule, template and entry of every file, checked by its schema, each with its place. What has a
 * fault is told; the rest goes on to be compiled, so that one reading tells all.
 */
import { z } from 'zod'
import type { Language } from '../core/event/facts.ts'
import type { Bundle } from './bundle.ts'
import type { RulebookFault } from './fault.ts'
import { readFiles } from './files.ts'
import { blueprint, step, type WrittenHead, type WrittenStep } from './format/blueprint.ts'
import { callsAbroad, brands, pack, place, plan, promotion, service } from './format/catalogue.ts'
import { code } from './format/codes.ts'
import { fileKinds, kindOfFile, type FileKind } from './format/kind.ts'
import { balanceLimit, chargeLimits, planning, schedule, sources, usageLimits } from './format/policy.ts'
import { rule, type WrittenRule } from './format/touchpoint.ts'
import { template, type WrittenTemplate } from './format/wording.ts'
import type { YamlFile } from './yaml/file.ts'
import { readItem, valueAt, type Item } from './yaml/item.ts'

/** A rule knows the touchpoint of its file, and what that is called. */
export interface RuleItem extends Item<WrittenRule> {
  readonly touchpoint: string
  readonly title: Readonly<Record<Language, string>>
}

/** An entry of an object by its name. */
export interface NamedItem<T> extends Item<T> {
  readonly name: string
}

/** A blueprint, with its steps apart, so that a slip in one of them leaves the others. */
export interface BlueprintItem {
  readonly head: Item<WrittenHead>
  readonly steps: readonly Item<WrittenStep>[]
}

export interface Manuscript {
  readonly rules: readonly RuleItem[]
  readonly templates: Readonly<Record<Language, readonly NamedItem<WrittenTemplate>[]>>
  /** By trigger: what is said aloud while it is being done. */
  readonly spoken: Readonly<Record<Language, readonly NamedItem<WrittenTemplate>[]>>
  readonly blueprints: readonly BlueprintItem[]
  readonly brands: Item<z.output<typeof brands>> | null
  readonly plans: readonly Item<z.output<typeof plan>>[]
  readonly packs: readonly Item<z.output<typeof pack>>[]
  readonly services: readonly Item<z.output<typeof service>>[]
  readonly promotions: readonly Item<z.output<typeof promotion>>[]
  readonly places: readonly Item<z.output<typeof place>>[]
  readonly callsAbroad: readonly Item<z.output<typeof callsAbroad>>[]
  readonly planning: Item<z.output<typeof planning>> | null
  readonly usage: readonly Item<z.output<typeof usageLimits>>[]
  readonly balance: readonly Item<z.output<typeof balanceLimit>>[]
  readonly charges: readonly Item<z.output<typeof chargeLimits>>[]
  readonly schedules: readonly Item<z.output<typeof schedule>>[]
  readonly sources: Item<z.output<typeof sources>> | null
  readonly codes: readonly NamedItem<z.output<typeof code>>[]
  /** Ids and names of all entries, those with faults included, so that one slip is told once. */
  readonly known: Readonly<Record<FileKind, ReadonlySet<string>>>
  /** Kinds of which a file could not be read: what they lack cannot be told. */
  readonly unread: ReadonlySet<FileKind>
  /** Kinds of which something was refused: who uses what cannot be told. */
  readonly faulty: ReadonlySet<FileKind>
  readonly faults: readonly RulebookFault[]
}

/** Reads all files of a bundle. */
export function readManuscript(bundle: Bundle): Manuscript {
  const { files, unread, faults: fileFaults } = readFiles(bundle)
  const faults = [...fileFaults]
  const known = Object.fromEntries(fileKinds.map(kind => [kind, new Set()])) as Record<FileKind, Set<string>>
  const entries = <S extends z.ZodType>(
    kind: FileKind,
    container: string,
    schema: S,
  ): Item<z.output<S>>[] => {
    return (files[kind] ?? []).flatMap(file =>
      entriesIn({ file, container, schema, faults, known: known[kind] }),
    )
  }
  const whole = <S extends z.ZodType>(kind: FileKind, schema: S): Item<z.output<S>> | null => {
    const file = files[kind]?.[0]
    return file === undefined ? null : kept(readItem(file, [], schema), faults)
  }
  return {
    rules: entries('touchpoint', 'rules', rule).map(item => ({
      ...item,
      touchpoint: touchpointOf(item.file),
      title: titleOf(item.file),
    })),
    templates: byLanguage(entries('wording', 'templates', template)),
    spoken: byLanguage(entries('wording', 'spoken', template)),
    blueprints: (files.blueprint ?? []).flatMap(file => {
      const head = kept(readItem(file, [], blueprint.extend({ steps: stepsAsWritten })), faults)
      const reading = { file, container: 'steps', schema: step, faults, known: known.blueprint }
      return head === null ? [] : [{ head, steps: entriesIn(reading) }]
    }),
    brands: whole('brands', brands),
    plans: entries('plans', 'plans', plan),
    packs: entries('packs', 'packs', pack),
    services: entries('services', 'services', service),
    promotions: entries('promotions', 'promotions', promotion),
    places: entries('places', 'places', place),
    callsAbroad: entries('places', 'calls-abroad', callsAbroad),
    planning: whole('planning', planning),
    usage: entries('limits', 'usage', usageLimits),
    balance: entries('limits', 'balance', balanceLimit),
    charges: entries('limits', 'charges', chargeLimits),
    schedules: entries('schedules', 'schedules', schedule),
    sources: whole('sources', sources),
    codes: entries('codes', 'codes', code).map(withName),
    known,
    unread,
    faulty: new Set(faults.flatMap(({ file }) => kindOfFile(file) ?? [])),
    faults,
  }
}

const stepsAsWritten = z.array(z.unknown()).min(1).max(120)

function entriesIn<S extends z.ZodType>(reading: {
  file: YamlFile
  container: string
  schema: S
  faults: RulebookFault[]
  known: Set<string>
}): Item<z.output<S>>[] {
  const { file, container, schema, faults, known } = reading
  const raw = valueAt(file.value, [container])
  if (raw === null || typeof raw !== 'object') return []
  const steps = Array.isArray(raw) ? raw.map((_, at) => at) : Object.keys(raw)
  return steps.flatMap(step => {
    const id = typeof step === 'string' ? step : (valueAt(raw, [step, 'id']) ?? valueAt(raw, [step, 'mcc']))
    if (typeof id === 'string') known.add(id)
    const item = kept(readItem(file, [container, step], schema), faults)
    return item === null ? [] : [item]
  })
}

function kept<T>(
  read: { item: T | null; faults: readonly RulebookFault[] },
  faults: RulebookFault[],
): T | null {
  faults.push(...read.faults)
  return read.item
}

const byLanguage = <T>(items: readonly Item<T>[]): Readonly<Record<Language, readonly NamedItem<T>[]>> => ({
  'zh-CN': items.filter(item => item.file.path.startsWith('wording/zh-CN/')).map(withName),
  en: items.filter(item => item.file.path.startsWith('wording/en/')).map(withName),
})

const withName = <T>(item: Item<T>): NamedItem<T> => ({ ...item, name: String(item.path.at(-1)) })

function titleOf(file: YamlFile): Readonly<Record<Language, string>> {
  const of = (language: Language): string => {
    const title = valueAt(file.value, ['title', language])
    return typeof title === 'string' ? title : touchpointOf(file)
  }
  return { 'zh-CN': of('zh-CN'), en: of('en') }
}

function touchpointOf(file: YamlFile): string {
  const name = valueAt(file.value, ['touchpoint'])
  return typeof name === 'string' ? name : ''
}

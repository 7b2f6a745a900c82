/** What the catalogue calls a thing. */
import { localDay } from '../../local-time.ts'
import type { Language } from '../../../core/event/facts.ts'
import type { Dated } from '../../../core/rule/rule.ts'
import type { Instant } from '../../../core/units.ts'

type Named = { readonly name: Readonly<Record<Language, string>> }

/** On that day; its id in both languages where the catalogue does not know it. */
export function nameIn(
  entries: ReadonlyMap<string, readonly Dated<Named>[]>,
  id: string,
  at: Instant,
): { 'zh-CN': string; en: string } {
  const day = localDay(at)
  const found = entries.get(id)?.findLast(({ from }) => from <= day)
  return found === undefined ? { 'zh-CN': id, en: id } : { ...found.value.name }
}

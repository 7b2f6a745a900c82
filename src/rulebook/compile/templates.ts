/** Templates of both languages, compiled. */
import type { Language } from '../../core/event/facts.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import { compileTemplate, type CompiledTemplate } from '../../core/wording/template.ts'
import { faultAt, type RulebookFault } from '../fault.ts'
import type { WrittenTemplate } from '../format/wording.ts'
import type { NamedItem, Manuscript } from '../manuscript.ts'
import { offsetOf } from './source-offset.ts'

export interface TemplateItem extends NamedItem<WrittenTemplate> {
  readonly language: Language
  /** Null where it does not compile. */
  readonly compiled: CompiledTemplate | null
}

export interface CompiledTemplates {
  readonly items: readonly TemplateItem[]
  /** Those that compile in both languages. */
  readonly byId: Rulebook['templates']
  readonly faults: readonly RulebookFault[]
}

export function compileTemplates(written: Manuscript['templates']): CompiledTemplates {
  const faults: RulebookFault[] = []
  const compileItem =
    (language: Language) =>
    (item: NamedItem<WrittenTemplate>): TemplateItem => {
      const { text } = item.value
      const compiled = compileTemplate(text, language)
      if (!Array.isArray(compiled)) return { ...item, language, compiled }
      for (const { fault, hint, line, column } of compiled) {
        const place = item.file.placeWithin([...item.path, 'text'], offsetOf(text, { line, column }), 2)
        faults.push(faultAt(place, 'template-syntax', { message: fault, hint }))
      }
      return { ...item, language, compiled: null }
    }
  const chinese = written['zh-CN'].map(compileItem('zh-CN'))
  const english = written.en.map(compileItem('en'))
  return { items: [...chinese, ...english], byId: paired(chinese, english), faults }
}

function paired(chinese: readonly TemplateItem[], english: readonly TemplateItem[]): Rulebook['templates'] {
  const others = new Map(english.map(item => [item.name, item.compiled]))
  const pairs = chinese.flatMap(({ name, compiled }) => {
    const en = others.get(name)
    return compiled === null || en === null || en === undefined
      ? []
      : [[name, { 'zh-CN': compiled, en }] as const]
  })
  return new Map(pairs)
}

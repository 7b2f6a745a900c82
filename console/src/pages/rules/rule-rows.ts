/** The rules of a rulebook as they are written, with the words that they send; half-written ones too. */
import { contentOf, type Texts } from '../../draft/book.ts'
import { valueAt } from '../../draft/yaml-edit.ts'

export type Language = 'zh-CN' | 'en'
type Named = Readonly<Record<Language, string>>

export interface RuleRow {
  readonly id: string
  readonly file: string
  /** Its place in the file. */
  readonly at: number
  readonly touchpoint: string
  readonly title: Named
  readonly on: string
  readonly class: string
  readonly template: string
  readonly ladder: string
  readonly channels: readonly string[]
  readonly from: string | null
  readonly until: string | null
  readonly scope: string | null
  readonly source: readonly string[]
  readonly text: Named
}

export interface TemplateRow {
  readonly id: string
  readonly touchpoint: string
  /** Where each language of it stands. */
  readonly files: Readonly<Partial<Record<Language, string>>>
  readonly text: Named
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')
const words = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : []

export const touchpointFiles = (files: Texts): readonly string[] =>
  Object.keys(files)
    .filter(path => path.startsWith('touchpoints/'))
    .toSorted()

export function templateRows(files: Texts): readonly TemplateRow[] {
  const rows = new Map<string, TemplateRow>()
  for (const path of Object.keys(files).toSorted()) {
    const [, language, name] = /^wording\/(zh-CN|en)\/(.+)\.yaml$/.exec(path) ?? []
    if (language === undefined || name === undefined) continue
    const held = valueAt(contentOf(files, path), ['templates'])
    if (typeof held !== 'object' || held === null) continue
    for (const [id, template] of Object.entries(held)) {
      const known = rows.get(id) ?? { id, touchpoint: name, files: {}, text: { 'zh-CN': '', en: '' } }
      rows.set(id, {
        ...known,
        files: { ...known.files, [language]: path },
        text: { ...known.text, [language]: word(valueAt(template, ['text'])) },
      })
    }
  }
  return [...rows.values()]
}

export function ruleRows(files: Texts): readonly RuleRow[] {
  const texts = new Map(templateRows(files).map(({ id, text }) => [id, text]))
  const ladders = valueAt(contentOf(files, 'policy/planning.yaml'), ['ladders'])
  return touchpointFiles(files).flatMap(file => {
    const content = contentOf(files, file)
    const touchpoint = word(valueAt(content, ['touchpoint']))
    const title = titleOf(valueAt(content, ['title']), touchpoint)
    const rules = valueAt(content, ['rules'])
    if (!Array.isArray(rules)) return []
    return rules.map((rule: unknown, at): RuleRow => {
      const send = valueAt(rule, ['send'])
      const template = word(valueAt(send, ['template']))
      const ladder = word(valueAt(send, ['ladder'])) || 'default'
      const rungs = valueAt(ladders, [ladder])
      return {
        id: word(valueAt(rule, ['id'])) || `#${at + 1}`,
        file,
        at,
        touchpoint,
        title,
        on: word(valueAt(rule, ['on'])),
        class: word(valueAt(send, ['class'])),
        template,
        ladder,
        channels: Array.isArray(rungs) ? rungs.map(rung => word(valueAt(rung, ['channel']))) : [],
        from: word(valueAt(rule, ['from'])) || null,
        until: word(valueAt(rule, ['until'])) || null,
        scope: word(valueAt(rule, ['audience', 'scope'])) || null,
        source: words(valueAt(rule, ['source'])),
        text: texts.get(template) ?? { 'zh-CN': '', en: '' },
      }
    })
  })
}

function titleOf(title: unknown, otherwise: string): Named {
  return {
    'zh-CN': word(valueAt(title, ['zh-CN'])) || otherwise,
    en: word(valueAt(title, ['en'])) || otherwise,
  }
}

/** Whether a row says what somebody looks for, in any of its words. */
export const matches = (looked: string, ...texts: readonly string[]): boolean => {
  const wanted = looked.trim().toLowerCase()
  return wanted === '' || texts.some(text => text.toLowerCase().includes(wanted))
}

/** Templates: in both languages, with the same facts, and only with facts that the rules which send them have. */
import type { Trigger } from '../../core/rule/rule.ts'
import { camelCase } from '../compile/codes.ts'
import type { TemplateItem } from '../compile/templates.ts'
import { faultAt, type RulebookFault } from '../fault.ts'
import { didYouMean, listed } from '../nearest-word.ts'
import { kindOf, namesOf, viewOf } from '../trigger.ts'
import type { Manuscript } from '../manuscript.ts'

/** Templates that stand in one language only. */
export function missingWording(
  items: readonly TemplateItem[],
  { faulty }: Manuscript,
): readonly RulebookFault[] {
  if (faulty.has('wording')) return []
  return items.flatMap(item => {
    const other = item.language === 'en' ? 'zh-CN' : 'en'
    if (items.some(({ name, language }) => name === item.name && language === other)) return []
    const message = `"${item.name}" is not there in ${other}`
    return [
      faultAt(item.file.placeOfKey(item.path), 'wording-missing', {
        message,
        hint: `write it in wording/${other}/`,
      }),
    ]
  })
}

/** Names in templates that a trigger does not have; each name of a template is told once. */
export function variableFaults(
  items: readonly TemplateItem[],
  written: Manuscript,
): readonly RulebookFault[] {
  const codes = new Set([...written.known.codes].map(camelCase))
  const byTemplate = Map.groupBy(written.rules, ({ value }) => value.send.template)
  return items.flatMap(item => {
    const senders = byTemplate.get(item.name) ?? []
    const on = [...new Set(senders.map(({ value }) => value.on))]
    return (item.compiled?.variables ?? []).flatMap(path => {
      const without = on.find(trigger => kindOf(viewOf(trigger, codes), path) === null)
      const toCustomer = path.startsWith('contact.')
        ? senders.find(({ value }) => value.send.to === 'line')
        : undefined
      if (toCustomer !== undefined) return [contactFault(item, path, toCustomer.value.id)]
      const isUntold = path.startsWith('code.') && written.unread.has('codes')
      return without === undefined || isUntold ? [] : [unknownFault(item, path, { trigger: without, codes })]
    })
  })
}

/** Names in what is said aloud that what is being done does not have. */
export function spokenFaults(items: readonly TemplateItem[], written: Manuscript): readonly RulebookFault[] {
  const codes = new Set([...written.known.codes].map(camelCase))
  return items.flatMap(item => {
    const trigger = item.name as Trigger
    const strange = (item.compiled?.variables ?? []).filter(
      path => kindOf(viewOf(trigger, codes), path) === null,
    )
    const isUntold = (path: string): boolean => path.startsWith('code.') && written.unread.has('codes')
    return strange.filter(path => !isUntold(path)).map(path => unknownFault(item, path, { trigger, codes }))
  })
}

function contactFault(item: TemplateItem, path: string, rule: string): RulebookFault {
  const place = item.file.placeWithin([...item.path, 'text'], item.value.text.indexOf(path), path.length)
  const message = `${rule} tells the customer, for whom there is no "${path}"`
  return faultAt(place, 'contacts-refused', {
    message,
    hint: 'a message of its own, in a rule with to: contacts',
  })
}

function unknownFault(
  item: TemplateItem,
  path: string,
  { trigger, codes }: { trigger: Trigger; codes: ReadonlySet<string> },
): RulebookFault {
  const offset = Math.max(0, item.value.text.indexOf(path))
  const place = item.file.placeWithin([...item.path, 'text'], offset, path.length)
  const [root, name = ''] = path.split('.')
  if (root === 'code') {
    const hint = didYouMean(
      name,
      codes,
      codes.size === 0 ? 'codes.yaml names none' : `codes: ${listed(codes)}`,
    )
    return faultAt(place, 'code-unknown', { message: `there is no code "${name}"`, hint })
  }
  const names = namesOf(viewOf(trigger))
  const siblings = names.filter(other => other.startsWith(`${root}.`))
  const hint = didYouMean(
    path,
    [...siblings, ...names],
    `${trigger} has ${listed(siblings.length > 0 ? siblings : names, 30)}`,
  )
  return faultAt(place, 'variable-unknown', { message: `${trigger} has no "${path}"`, hint })
}

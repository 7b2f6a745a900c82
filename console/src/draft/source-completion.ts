/** What can be written where the cursor stands: keys and words of the schema; names and functions in conditions. */
import type { CompletionContext, CompletionResult, Completion } from '@codemirror/autocomplete'
import type { Shape } from '../client/api.ts'
import { keysOf, type Schema, schemaAt } from './schema.ts'
import { placeAt, type CursorPlace } from './yaml-place.ts'

export type Names = Shape<'NameList'>

export interface Known {
  readonly schema: Schema | undefined
  /** Those of the event from which the rule at this place starts. */
  readonly namesAt: (text: string, offset: number) => Promise<Names | null>
  /** Words of other files, by the key that names them: rules, templates, ladders. */
  readonly words: Readonly<Record<string, readonly string[]>>
}

export const conditionKeys: ReadonlySet<string | number> = new Set(['when', 'still'])

export function completionFor(known: () => Known) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const text = context.state.doc.toString()
    const place = placeAt(text, context.pos)
    if (place === null || (place.word === '' && !context.explicit)) return null
    const from = context.pos - place.word.length
    const { schema, namesAt, words } = known()
    const key = place.path.at(-1) ?? ''
    if (place.writes === 'value' && conditionKeys.has(key)) {
      const names = await namesAt(text, context.pos)
      return names === null
        ? null
        : { from, options: conditionOptions(names, place.value), validFor: /^[\w.']*$/ }
    }
    if (place.writes === 'key')
      return { from, options: keyOptions(schemaAt(schema, place.path)), validFor: /^[\w-]*$/ }
    return { from, options: wordOptions(place, schema, words), validFor: /^[\w.-]*$/ }
  }
}

const keyOptions = (schema: Schema | undefined): Completion[] =>
  keysOf(schema).map(key => ({
    label: key,
    type: 'property',
    apply: `${key}: `,
    ...(schema?.properties?.[key]?.description === undefined
      ? {}
      : { info: schema.properties[key].description }),
    boost: schema?.required?.includes(key) === true ? 1 : 0,
  }))

function wordOptions({ path }: CursorPlace, schema: Schema | undefined, words: Known['words']): Completion[] {
  const own = schemaAt(schema, path)
  const list = own?.enum ?? own?.items?.enum
  if (list !== undefined) return list.map(label => ({ label, type: 'enum' }))
  const named = path.findLast(step => typeof step === 'string')
  return (words[named ?? ''] ?? []).map(label => ({ label, type: 'constant' }))
}

const compared = /([A-Za-z]\w*\.\w+)\s*(?:==|!=|in)\s*\[?[^=&|]*'?[\w-]*$/

/** After a comparison the words that the fact can hold come first. */
export function conditionOptions({ names, functions }: Names, written: string): Completion[] {
  const fact = compared.exec(written)?.[1]
  const held = names.find(({ path }) => path === fact)?.words ?? []
  return [
    ...held.map(word => ({ label: `'${word}'`, type: 'constant', boost: 2 })),
    ...names.map(({ path, kind }) => ({ label: path, type: 'variable', detail: kind })),
    ...functions.map(label => ({ label, type: 'function', apply: `${label}(` })),
  ]
}

/** Texts that may be stored and shown: no control characters (NUL breaks PostgreSQL), no half characters. */
import { isFields } from './json.ts'
import { limits } from './limits.ts'

/** C0, DEL, C1, and surrogates that stand alone (they would become U+FFFD, and two ids could become one). */
const forbidden = /[\p{Cc}\p{Cs}]/u

export const isPlain = (text: string): boolean => !forbidden.test(text)

export interface Blemish {
  readonly path: string
  readonly kind: 'bad-text' | 'too-deep'
}

/** The first forbidden character or too deep nesting within a JSON value, names of fields included. */
export function blemishOf(value: unknown, path: string, depth = 1): Blemish | null {
  if (typeof value === 'string') return isPlain(value) ? null : { path, kind: 'bad-text' }
  if (typeof value !== 'object' || value === null) return null
  if (depth > limits.depth) return { path, kind: 'too-deep' }
  if (Array.isArray(value))
    return firstBlemish(value.length, index => blemishOf(value[index], `${path}[${index}]`, depth + 1))
  if (!isFields(value)) return null
  for (const name in value) {
    if (!isPlain(name)) return { path, kind: 'bad-text' }
    const inner = value[name]
    if (typeof inner === 'number' || typeof inner === 'boolean') continue
    const found = blemishOf(inner, `${path}.${name}`, depth + 1)
    if (found !== null) return found
  }
  return null
}

function firstBlemish(count: number, at: (index: number) => Blemish | null): Blemish | null {
  for (let index = 0; index < count; index += 1) {
    const found = at(index)
    if (found !== null) return found
  }
  return null
}

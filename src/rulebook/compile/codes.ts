/** Codes by the name that templates use. */
import type { Codes } from '../../core/rule/rule.ts'
import type { Manuscript } from '../manuscript.ts'

/** `data-booster` in codes.yaml is `code.dataBooster` in templates: Liquid and CEL read `-` as minus. */
export function compileCodes(written: Manuscript): Codes {
  return Object.fromEntries(written.codes.map(({ name, value }) => [camelCase(name), value.code]))
}

export function camelCase(name: string): string {
  return name.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/-/g, '')
}

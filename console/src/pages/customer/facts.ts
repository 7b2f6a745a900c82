/** Facts as lines for people: the unit in a field's name goes behind its value; what is empty is left out. */
import { timeText } from '../../parts/time.ts'

const microPerYuan = 1_000_000
const mebi = 1_048_576
const gibi = 1_073_741_824
const firstMomentMs = 1_000_000_000_000

export interface FactLine {
  readonly name: string
  readonly value: string
}

export const factsOf = (facts: object, before = ''): readonly FactLine[] =>
  Object.entries(facts).flatMap(([name, value]: [string, unknown]): readonly FactLine[] => {
    const path = `${before}${name}`
    if (typeof value === 'number') return [quantity(path, value)]
    if (typeof value === 'string' || typeof value === 'boolean') return [{ name: path, value: `${value}` }]
    if (Array.isArray(value)) return listed(path, value)
    return typeof value === 'object' && value !== null ? factsOf(value, `${path}.`) : []
  })

/** Simple values side by side; things of their own one by one. */
function listed(path: string, items: readonly unknown[]): readonly FactLine[] {
  if (items.length === 0) return []
  if (items.every(item => typeof item !== 'object')) return [{ name: path, value: items.join(' + ') }]
  return items.flatMap((item, at) => factsOf(item as object, `${path}[${at + 1}].`))
}

function quantity(path: string, value: number): FactLine {
  if (path.endsWith('MicroYuan')) return { name: path.slice(0, -9), value: yuan(value) }
  if (path.endsWith('Bytes')) return { name: path.slice(0, -5), value: volume(value) }
  const isMoment =
    /(^|\.)(at|time|asOf|since|until)$|(At|AsOf|From|Until)$/.test(path) && value > firstMomentMs
  return {
    name: path,
    value: isMoment ? timeText(new Date(value).toISOString(), 'stamp', 'sv-SE') : `${value}`,
  }
}

export const volume = (bytes: number): string =>
  bytes < gibi ? `${(bytes / mebi).toFixed(1)} MB` : `${(bytes / gibi).toFixed(2)} GB`

export const yuan = (microYuan: number): string => `¥${(microYuan / microPerYuan).toFixed(2)}`

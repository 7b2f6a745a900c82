/** JSON as prettier lays it out, so that generated files pass the format check. */

const widthMax = 110

/** Objects one field per line; lists of scalars on one line where they fit. */
export const prettyJson = (value: unknown): string => `${laidOut(value, 0, 0)}\n`

/** `before`: characters that stand before the value on its line. */
function laidOut(value: unknown, depth: number, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const indent = '  '.repeat(depth + 1)
  const close = '  '.repeat(depth)
  if (Array.isArray(value)) {
    const short = `[${value.map(item => JSON.stringify(item)).join(', ')}]`
    const isFlat = value.every(item => typeof item !== 'object' || item === null)
    if (isFlat && before + short.length + 1 <= widthMax) return short
    const items = value.map(item => `${indent}${laidOut(item, depth + 1, indent.length)}`)
    return `[\n${items.join(',\n')}\n${close}]`
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  if (fields.length === 0) return '{}'
  const lines = fields.map(([name, field]) => {
    const start = `${indent}${JSON.stringify(name)}: `
    return `${start}${laidOut(field, depth + 1, start.length)}`
  })
  return `{\n${lines.join(',\n')}\n${close}}`
}

/** Tables in a terminal: columns are as wide as their widest cell; Chinese characters take two places. */

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/

/** Places that a text takes in a terminal. */
export function width(text: string): number {
  let sum = 0
  for (const character of text) sum += wide.test(character) ? 2 : 1
  return sum
}

const pad = (text: string, to: number, left: boolean): string => {
  const blank = ' '.repeat(Math.max(0, to - width(text)))
  return left ? text + blank : blank + text
}

/** The first column is set left, all others right. */
export function textTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map(row => row.map(String))
  const widths = head.map((_, column) => Math.max(...cells.map(row => width(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column === 0))
      .join('  ')
      .trimEnd()
  const rule = widths.map(size => '─'.repeat(size)).join('  ')
  const [first = [], ...others] = cells
  return [line(first), rule, ...others.map(line)].join('\n')
}

/** `850ms`, `4.2s`, `12min`, `3.5h`. */
export function span(ms: number | null): string {
  if (ms === null) return '–'
  if (ms < 1_000) return `${ms}ms`
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)}s`
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)}min`
  return `${(ms / 3_600_000).toFixed(1)}h`
}

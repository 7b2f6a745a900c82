/** Tables as files that spreadsheets open, and that cannot make them calculate. */

const byteOrderMark = '\uFEFF'

export const csvOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  byteOrderMark + [head, ...rows].map(row => row.map(cellOf).join(',')).join('\r\n')

/** A text that begins like a formula gets an apostrophe in front: spreadsheets would run it. */
export const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text

function cellOf(text: string): string {
  const cell = harmless(text)
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export const download = (name: string, text: string): void =>
  keep(name, new Blob([text], { type: 'text/csv;charset=utf-8' }))

/** Into the folder where the browser puts files. */
export function keep(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

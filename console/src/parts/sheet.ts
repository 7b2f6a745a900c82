/** Tables as spreadsheets; what writes them comes only when somebody wants one. */
import { harmless, keep } from './csv.ts'

const headWidthMax = 60
const headWidthMin = 10

/** Every cell is text, so that nothing in it is calculated, not even when it is saved in another form later. */
export async function downloadSheet(
  name: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  // The one for all surroundings: that for browsers packs in a worker made of text, which our policy for content forbids.
  const { default: write } = await import('write-excel-file/universal')
  keep(name, await write(cellsOf(head, rows), optionsOf(head, rows)).toBlob())
}

export const cellsOf = (head: readonly string[], rows: readonly (readonly string[])[]) => [
  head.map(value => ({ value: harmless(value), type: String, fontWeight: 'bold' as const })),
  ...rows.map(row => row.map(value => ({ value: harmless(value), type: String }))),
]

const optionsOf = (head: readonly string[], rows: readonly (readonly string[])[]) => ({
  stickyRowsCount: 1,
  columns: head.map((title, at) => ({
    width: Math.min(
      headWidthMax,
      Math.max(headWidthMin, title.length + 2, ...rows.map(row => row[at]!.length + 2)),
    ),
  })),
})

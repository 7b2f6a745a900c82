/** The comparison as the README shows it. */
import { grounds } from '../operator/grounds.ts'
import { type Figures, shockYuan } from '../src/main/what-if/figures.ts'

/** A figure of the table: what it is, and how it reads. */
type Row = readonly [what: string, read: (figures: Figures, months: number) => string]

const each = (count: number, customers: number, months: number): string =>
  (count / customers / months).toFixed(1)
const perThousand = (count: number, { customers }: Figures, months: number): string =>
  String(Math.round((1_000 * count) / customers / months))
const all = ({ complaints }: Figures): number =>
  [...complaints.values()].reduce((sum, count) => sum + count, 0)

const rows: readonly Row[] = [
  ['messages shown, per customer', (f, months) => each(f.messages, f.customers, months)],
  ['at night (21–08)', (f, months) => perThousand(f.atNight, f, months)],
  ['… while the customer rested', (f, months) => perThousand(f.whileResting, f, months)],
  ['told late', (f, months) => perThousand(f.late, f, months)],
  ['moot when shown', (f, months) => perThousand(f.moot, f, months)],
  ['never told, though expected', (f, months) => perThousand(f.omitted, f, months)],
  [
    `charges beyond the plan or abroad past ${shockYuan} yuan`,
    (f, months) => perThousand(f.shocks, f, months),
  ],
  ['stopped for arrears', (f, months) => perThousand(f.stops, f, months)],
  ['… without any warning shown', (f, months) => perThousand(f.unwarned, f, months)],
  ['**complaints**', (f, months) => `**${perThousand(all(f), f, months)}**`],
  ...grounds.map(({ factor, name }): Row => [
    `${factor} ${name}`,
    (f, months) => perThousand(f.complaints.get(factor) ?? 0, f, months),
  ]),
]

/** Per 1,000 customers and month, where nothing else is said. */
export function table(
  columns: readonly { readonly name: string; readonly figures: Figures }[],
  months: number,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(['per 1,000 customers and month', ...columns.map(({ name }) => `\`${name}\``)]),
    line(['---', ...columns.map(() => '---:')]),
    ...rows.map(([what, read]) => line([what, ...columns.map(({ figures }) => read(figures, months))])),
  ].join('\n')
}

/** The files beside rules and wording, and how each of them is looked at: as a list of entries, or as a whole. */
import { contentOf, type Texts } from '../../draft/book.ts'
import { type Path, valueAt } from '../../draft/yaml-edit.ts'

export interface Shelf {
  readonly file: string
  /** Entries stand under these keys; none: the file is one form. */
  readonly lists: readonly string[]
  readonly group: 'catalogue' | 'policy' | 'others'
}

const known: readonly Shelf[] = [
  { file: 'catalogue/plans.yaml', lists: ['plans'], group: 'catalogue' },
  { file: 'catalogue/packs.yaml', lists: ['packs'], group: 'catalogue' },
  { file: 'catalogue/services.yaml', lists: ['services'], group: 'catalogue' },
  { file: 'catalogue/promotions.yaml', lists: ['promotions'], group: 'catalogue' },
  { file: 'catalogue/places.yaml', lists: ['places', 'calls-abroad'], group: 'catalogue' },
  { file: 'catalogue/brands.yaml', lists: [], group: 'catalogue' },
  { file: 'policy/planning.yaml', lists: [], group: 'policy' },
  { file: 'policy/limits.yaml', lists: [], group: 'policy' },
  { file: 'policy/schedules.yaml', lists: ['schedules'], group: 'policy' },
  { file: 'policy/sources.yaml', lists: [], group: 'policy' },
  { file: 'codes.yaml', lists: ['codes'], group: 'policy' },
]

/** The rest has pages of its own and is shown here as text alone. */
export function shelvesOf(files: Texts): readonly Shelf[] {
  const named = new Set(known.map(({ file }) => file))
  const rest = Object.keys(files)
    .filter(file => !named.has(file))
    .toSorted()
  return [
    ...known.filter(({ file }) => files[file] !== undefined),
    ...rest.map(file => ({ file, lists: [], group: 'others' as const })),
  ]
}

export interface Entry {
  readonly path: Path
  readonly id: string
  readonly from: string | null
  readonly value: Readonly<Record<string, unknown>>
  /** Another of the same id holds from a later day on. */
  readonly isOlder: boolean
}

/** In the order of the file; of entries by date the last is the one that holds from then on. */
export function entriesOf(files: Texts, { file, lists }: Shelf): readonly Entry[] {
  const entries = lists.flatMap(list => {
    const held = valueAt(contentOf(files, file), [list])
    if (Array.isArray(held)) return held.map((value: unknown, at) => entryOf([list, at], value))
    if (typeof held !== 'object' || held === null) return []
    return Object.entries(held).map(([name, value]) => entryOf([list, name], value, name))
  })
  const last = new Map(entries.map(({ id, from }) => [id, from]))
  return entries.map(entry => ({
    ...entry,
    isOlder: entry.from !== null && last.get(entry.id) !== entry.from,
  }))
}

function entryOf(path: Path, value: unknown, name?: string): Entry {
  const text = (key: string): string | null => {
    const held = valueAt(value, [key])
    return typeof held === 'string' ? held : null
  }
  const id = name ?? text('id') ?? text('mcc') ?? String(path[0])
  const plain = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return { path, id, from: text('from'), value: plain, isOlder: false }
}

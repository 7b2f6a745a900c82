/** The rulebook as it is being written: the files of the version in force with the draft's changes on top. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api, ask } from '../client/api.ts'
import { useMay } from '../client/session.ts'
import { useDraft } from './draft.ts'
import { type Keyed, type Path, valueOf, withEntry, withValue } from './yaml-edit.ts'
import type { Written } from './yaml-write.ts'

export type Texts = Readonly<Record<string, string>>

export const filesQuery = (version: string) => ({
  queryKey: ['version', version, 'files'],
  queryFn: () => ask(api.GET('/rulebook/versions/{version}/files', { params: { path: { version } } })),
  staleTime: Infinity,
})

/** The version in force, by the shortest answer that names it. */
export const inForceQuery = {
  queryKey: ['version-in-force'],
  queryFn: async () => (await ask(api.GET('/blueprints'))).version,
}

export interface Book {
  /** What the changes stand on. */
  readonly base: string
  readonly inForce: string
  /** As they are in the base. */
  readonly original: Texts
  /** As they are written now. */
  readonly files: Texts
  readonly mayWrite: boolean
  write(path: string, text: string | null, how?: { readonly isTyping?: boolean }): void
  /** One value of a file; undefined takes it out. */
  set(path: string, at: Path | Keyed, value: Written | undefined): void
  add(path: string, at: Path, value: Written): void
}

export interface BookRead {
  readonly book: Book | null
  readonly error: Error | null
  readonly retry: () => void
}

export function useBook(): BookRead {
  const { draft, store } = useDraft()
  const may = useMay()
  const inForce = useQuery(inForceQuery)
  const base = draft.base ?? inForce.data ?? null
  const read = useQuery({ ...filesQuery(base ?? ''), enabled: base !== null })
  const original = read.data?.files
  const files = useMemo(
    () => (original === undefined ? null : applied(original, draft.changes)),
    [original, draft.changes],
  )
  const write = useCallback<Book['write']>(
    (path, text, how) => {
      if (base !== null) store.edit(base, path, { text, original: original?.[path], ...how })
    },
    [base, original, store],
  )
  const mayWrite = may('rulebook:write')
  const version = inForce.data
  const book = useMemo((): Book | null => {
    if (base === null || original === undefined || files === null || version === undefined) return null
    return {
      base,
      inForce: version,
      original,
      files,
      mayWrite,
      write,
      set: (path, at, value) => write(path, withValue(files[path] ?? '', at, value), { isTyping: true }),
      add: (path, at, value) => write(path, withEntry(files[path] ?? '', at, value)),
    }
  }, [base, version, original, files, mayWrite, write])
  const retry = (): void => {
    void inForce.refetch()
    void read.refetch()
  }
  return { book, error: inForce.error ?? read.error, retry }
}

function applied(original: Texts, changes: Readonly<Record<string, string | null>>): Texts {
  const all = Object.entries({ ...original, ...changes }).filter(([, text]) => text !== null)
  return Object.fromEntries(all) as Texts
}

/** What each file held when it was last read: most stay as they are from one key to the next. */
const held = new Map<string, { readonly text: string; readonly value: unknown }>()

/** A file's content as plain values; undefined where it is no YAML. */
export function contentOf(files: Texts, path: string): unknown {
  const text = files[path]
  if (text === undefined) return undefined
  const known = held.get(path)
  if (known?.text === text) return known.value
  const value = valueOf(text)
  held.set(path, { text, value })
  return value
}

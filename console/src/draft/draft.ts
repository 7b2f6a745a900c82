/**
 * The draft of whoever is signed in: what they changed in the files of one version. It is kept in this browser until it is
 * submitted or thrown away, so that closing a window loses nothing. Undo goes back step by step, file by file.
 */
import { useSyncExternalStore } from 'react'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../client/session.ts'

/** New text by path; null: the file is taken out. */
export type Changes = Readonly<Record<string, string | null>>

export interface Draft {
  /** The version whose files are changed; null while nothing is. */
  readonly base: string | null
  readonly changes: Changes
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** False when this browser keeps nothing for us: the draft ends with the page. */
  readonly isKept: boolean
}

const stepsMax = 100
const nothing: Changes = {}

interface Kept {
  readonly base: string | null
  readonly changes: Changes
}

class DraftStore {
  readonly #key: string
  readonly #listeners = new Set<() => void>()
  #base: string | null = null
  #past: Changes[] = []
  #future: Changes[] = []
  /** The file of the last step, while it is being typed in. */
  #typing: string | null = null
  #now: Draft

  constructor(user: string) {
    this.#key = `kairos.draft.${user}`
    this.#now = this.#read()
    addEventListener('storage', ({ key }) => {
      if (key !== this.#key) return
      this.#past = []
      this.#future = []
      this.#show(this.#read())
    })
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly now = (): Draft => this.#now

  /** `original` is the text in the base, undefined for a new file; what says the same is no change. */
  edit(
    base: string,
    path: string,
    edit: { text: string | null; original: string | undefined; isTyping?: boolean },
  ): void {
    const { text, original, isTyping = false } = edit
    const rest = Object.fromEntries(Object.entries(this.#now.changes).filter(([name]) => name !== path))
    const isSame = text === original || (text === null && original === undefined)
    const changes = isSame ? rest : { ...rest, [path]: text }
    if (!isTyping || this.#typing !== path) this.#step()
    this.#typing = isTyping ? path : null
    this.#keep(this.#now.base ?? base, changes)
  }

  undo(): void {
    const before = this.#past.pop()
    if (before === undefined) return
    this.#future.push(this.#now.changes)
    this.#typing = null
    this.#keep(this.#base ?? this.#now.base, before)
  }

  redo(): void {
    const after = this.#future.pop()
    if (after === undefined) return
    this.#past.push(this.#now.changes)
    this.#typing = null
    this.#keep(this.#base ?? this.#now.base, after)
  }

  /** On top of another version, when nothing that it changed is in it. */
  moveTo(base: string): void {
    this.#past = []
    this.#future = []
    this.#keep(base, this.#now.changes)
  }

  discard(): void {
    this.#step()
    this.#typing = null
    this.#keep(this.#now.base, nothing)
  }

  /** Submitted: there is nothing to go back to. */
  done(): void {
    this.#past = []
    this.#future = []
    this.#keep(null, nothing)
  }

  #step(): void {
    this.#past = [...this.#past.slice(1 - stepsMax), this.#now.changes]
    this.#future = []
  }

  #keep(base: string | null, changes: Changes): void {
    const isEmpty = Object.keys(changes).length === 0
    // Undoing may bring back what stood on this base.
    this.#base = base
    const kept: Kept = { base: isEmpty ? null : base, changes }
    let isKept = true
    try {
      if (isEmpty) localStorage.removeItem(this.#key)
      else localStorage.setItem(this.#key, JSON.stringify(kept))
    } catch {
      isKept = false
    }
    this.#show({ ...kept, isKept, canUndo: this.#past.length > 0, canRedo: this.#future.length > 0 })
  }

  #show(draft: Draft): void {
    this.#now = draft
    for (const listener of this.#listeners) listener()
  }

  #read(): Draft {
    const empty: Draft = { base: null, changes: nothing, canUndo: false, canRedo: false, isKept: true }
    try {
      const text = localStorage.getItem(this.#key)
      return text === null ? empty : { ...empty, ...(JSON.parse(text) as Kept) }
    } catch {
      // Closed to us, or not what we wrote: the draft then lasts as long as the page.
      return { ...empty, isKept: false }
    }
  }
}

const stores = new Map<string, DraftStore>()

function storeOf(user: string): DraftStore {
  const known = stores.get(user) ?? new DraftStore(user)
  stores.set(user, known)
  return known
}

export function useDraft(): { readonly draft: Draft; readonly store: DraftStore } {
  const user = useQuery(sessionQuery).data?.staff.name ?? ''
  const store = storeOf(user)
  return { draft: useSyncExternalStore(store.listen, store.now), store }
}

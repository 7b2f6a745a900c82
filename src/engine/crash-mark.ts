/**
 * Which items were being decided when the process died (G10).
 *
 * A small file beside the database holds the hashes of the turns under way: one write to the page cache when
 * one begins, one when it ends (some 10 µs each, nothing in the database). At start the former process's mark
 * tells: an item present at two crashes in a row runs alone from then on; one that has brought the process
 * down alone too, twice, is not decided any more but set aside. Twice, because whoever kills three times in a
 * row from outside always finds some item alone (`test/kill` does), but hardly the same one again.
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { eventHash } from '../core/account/duplicates.ts'
import type { Item } from './turn/item.ts'

/** Present at so many crashes in a row: runs alone. */
const aloneAfter = 2
/** And alone at so many more: set aside. */
const aloneMax = 2

export class CrashMark {
  readonly #file: number | null
  /** Crashes in a row, by hash. */
  readonly #crashes: ReadonlyMap<number, number>
  /** Two at most: the one being committed, and the one being decided. */
  readonly #underWay = new Set<readonly Item[]>()

  private constructor(file: number | null, crashes: ReadonlyMap<number, number>) {
    this.#file = file
    this.#crashes = crashes
  }

  /** @param path null where nothing outlives the process anyway. */
  static open(path: string | null): CrashMark {
    if (path === null) return new CrashMark(null, new Map())
    const history = `${path}.crashes`
    const before = new Map(readJson(history))
    const marked = readMark(path)
    const crashes = new Map(marked.map(hash => [hash, (before.get(hash) ?? 0) + 1]))
    writeFileSync(history, JSON.stringify([...crashes]), { mode: 0o600 })
    const mark = new CrashMark(openSync(path, 'w', 0o600), crashes)
    mark.#write()
    return mark
  }

  begin(items: readonly Item[]): void {
    this.#underWay.add(items)
    this.#write()
  }

  /** @param items the very list that began */
  end(items: readonly Item[]): void {
    this.#underWay.delete(items)
    this.#write()
  }

  #write(): void {
    if (this.#file === null) return
    const items = [...this.#underWay].flat()
    const hashes = Uint32Array.from([items.length, ...items.map(hashOf)])
    writeSync(this.#file, new Uint8Array(hashes.buffer), 0, hashes.byteLength, 0)
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
  }

  /** `alone`: in a turn of its own; `never`: it has killed the process alone, twice. */
  judge(item: Item): 'as-usual' | 'alone' | 'never' {
    if (this.#crashes.size === 0) return 'as-usual'
    const crashes = this.#crashes.get(hashOf(item)) ?? 0
    if (crashes < aloneAfter) return 'as-usual'
    return crashes >= aloneAfter + aloneMax && this.#crashes.size === 1 ? 'never' : 'alone'
  }
}

function readMark(path: string): readonly number[] {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return []
  }
  if (bytes.length < 4) return []
  const count = Math.min(bytes.readUInt32LE(0), Math.floor(bytes.length / 4) - 1)
  return Array.from({ length: count }, (_, i) => bytes.readUInt32LE(4 * (i + 1)))
}

function readJson(path: string): readonly (readonly [number, number])[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as [number, number][]
  } catch {
    return []
  }
}

function hashOf(item: Item): number {
  switch (item.kind) {
    case 'arrival':
      return eventHash(item.arrival.source, item.arrival.id)
    case 'entry':
      return eventHash(item.entry.account, item.entry.id)
    case 'due':
      return eventHash(item.reminder.account, item.reminder.id)
    case 'outcome':
      return eventHash(item.account, item.attempt)
    case 'replay':
      return eventHash(item.event.source, item.event.id)
    case 'erasure':
      return eventHash(item.account, item.kind)
    case 'act':
      return eventHash(item.account, item.id)
  }
}

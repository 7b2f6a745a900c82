/**
 * Joins the parts of long messages as they come in: in any order, doubled, mixed with others, or never whole.
 *
 * Parts belong together when style, reference, total, sender and receiver agree. References are short and
 * come round again: a part that differs from the one already held under its number begins a new message,
 * and the old one is given up. Limits bound what a hostile or broken peer can make us hold.
 */
import type { PartMark } from './concatenation.ts'

export interface ReassemblyLimits {
  /** Unfinished messages held at once; beyond it the oldest is given up. */
  readonly unfinishedMax: number
  /** Octets held at once, in all of them. */
  readonly octetsMax: number
  /** From a message's first part on. */
  readonly waitMs: number
}

export const usualLimits: ReassemblyLimits = {
  unfinishedMax: 10_000,
  octetsMax: 16 * 1024 ** 2,
  waitMs: 10 * 60_000,
}

export interface Part<T> {
  readonly source: string
  readonly destination: string
  readonly mark: PartMark
  readonly content: Buffer
  /** Anything that the caller wants back with it: data_coding, the PDU, … */
  readonly tag: T
}

interface Unfinished<T> {
  readonly since: number
  readonly parts: Map<number, Part<T>>
}

export interface Joined<T> {
  /** All parts in order, or null while some are missing. */
  readonly whole: readonly Part<T>[] | null
  /** Messages given up because of this part, each with the parts that it had. */
  readonly givenUp: readonly (readonly Part<T>[])[]
}

export class Reassembly<T> {
  /** In the order of their first parts. */
  readonly #unfinished = new Map<string, Unfinished<T>>()
  readonly #limits: ReassemblyLimits
  #octets = 0

  constructor(limits: ReassemblyLimits = usualLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#unfinished.size
  }

  add(part: Part<T>, now: number): Joined<T> {
    const givenUp = this.expire(now)
    const key = keyOf(part)
    const known = this.#unfinished.get(key)?.parts.get(part.mark.number)
    if (known?.content.equals(part.content)) return { whole: null, givenUp }
    if (known) givenUp.push(this.#drop(key))
    const { parts } = this.#unfinished.get(key) ?? this.#begin(key, now)
    parts.set(part.mark.number, part)
    this.#octets += part.content.length
    const whole = parts.size === part.mark.total ? this.#drop(key) : null
    givenUp.push(...this.#shrink())
    return { whole, givenUp }
  }

  /** Gives up the messages that have waited too long. */
  expire(now: number): (readonly Part<T>[])[] {
    const givenUp: (readonly Part<T>[])[] = []
    for (const [key, { since }] of this.#unfinished) {
      if (now - since < this.#limits.waitMs) break
      givenUp.push(this.#drop(key))
    }
    return givenUp
  }

  #begin(key: string, now: number): Unfinished<T> {
    const unfinished = { since: now, parts: new Map<number, Part<T>>() }
    this.#unfinished.set(key, unfinished)
    return unfinished
  }

  #shrink(): (readonly Part<T>[])[] {
    const { unfinishedMax, octetsMax } = this.#limits
    const givenUp: (readonly Part<T>[])[] = []
    for (const key of this.#unfinished.keys()) {
      if (this.#unfinished.size <= unfinishedMax && this.#octets <= octetsMax) break
      givenUp.push(this.#drop(key))
    }
    return givenUp
  }

  #drop(key: string): readonly Part<T>[] {
    const parts = [...(this.#unfinished.get(key)?.parts.values() ?? [])]
    this.#unfinished.delete(key)
    for (const { content } of parts) this.#octets -= content.length
    return parts.sort((a, b) => a.mark.number - b.mark.number)
  }
}

const keyOf = ({ source, destination, mark }: Part<unknown>): string =>
  JSON.stringify([source, destination, mark.style, mark.reference, mark.total])

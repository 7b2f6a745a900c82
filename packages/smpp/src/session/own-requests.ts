/** Requests of the protocol itself (bind, enquire_link, unbind), and when the patience with each ends. */
export type OwnCommand = 'bind' | 'enquire_link' | 'unbind'

interface Own {
  readonly command: OwnCommand
  readonly deadline: number
}

export class OwnRequests {
  readonly #waiting = new Map<number, Own>()

  add(sequence: number, command: OwnCommand, deadline: number): void {
    this.#waiting.set(sequence, { command, deadline })
  }

  /** What an answer of this sequence number answers; null when it is none of these. */
  settle(sequence: number): OwnCommand | null {
    const own = this.#waiting.get(sequence)
    this.#waiting.delete(sequence)
    return own?.command ?? null
  }

  has(command: OwnCommand): boolean {
    for (const own of this.#waiting.values()) if (own.command === command) return true
    return false
  }

  due(): number {
    let due = Infinity
    for (const { deadline } of this.#waiting.values()) due = Math.min(due, deadline)
    return due
  }

  /** The one that was not answered in time. */
  overdue(now: number): OwnCommand | null {
    for (const { command, deadline } of this.#waiting.values()) if (now >= deadline) return command
    return null
  }

  clear(): void {
    this.#waiting.clear()
  }
}

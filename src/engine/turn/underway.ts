/**
 * Turns in a row, each decided while the one before is being committed.
 *
 *     turn 1   look, decide ─► commit ──────────┐
 *     turn 2                   look, decide ── waits ─► commit ────┐
 *     turn 3                                  look, decide ── waits ─► commit ─► …
 *
 * Of accounts that the first turn changes, the second knows the state that is being committed; what it would have to
 * look up besides waits for the commit. Should the first not stand as announced, the second begins anew, and nothing of
 * it has been seen by anybody. So one engine keeps two cores busy, its own and the database's.
 */
import type { Account } from '../../core/account/account.ts'
import type { AccountId } from '../../core/event/event.ts'
import type { Fence } from '../../store/shard.ts'

/** What a turn changes that the next one may ask for. */
export interface Touches {
  readonly accounts: { get(account: AccountId): { readonly account: Account } | undefined }
  readonly fences: readonly Fence[]
  /** It opens lines: then nobody can tell yet whom a number means. */
  readonly opens: boolean
}

/** A turn whose commit has begun. */
export interface Underway extends Touches {
  /** Resolves at its end; false when it did not commit as it was announced. */
  readonly stands: Promise<boolean>
}

/** Runs a turn beside `after`, and tells when its own commit begins. */
export type Run<T> = (after: Underway | null, announce: (turn: Underway) => void) => Promise<T>

/**
 * Runs turns one after the other until `next`, asked whenever a commit begins, has none. What one throws is thrown
 * when the turn beside it has ended too.
 */
export async function inARow<T>(
  first: Run<T>,
  next: () => Run<T> | null,
  take: (result: T) => void,
): Promise<void> {
  let running: Begun<T> | null = begun(first, null)
  while (running !== null) {
    const underway: Underway | null = await running.underway
    const run: Run<T> | null = underway === null ? null : next()
    const following: Begun<T> | null = run === null ? null : begun(run, underway)
    try {
      take(await running.ended)
    } catch (error) {
      await following?.ended.catch(() => undefined)
      throw error
    }
    running = following
  }
}

interface Begun<T> {
  readonly ended: Promise<T>
  /** Null when it ended without a commit. */
  readonly underway: Promise<Underway | null>
}

function begun<T>(run: Run<T>, after: Underway | null): Begun<T> {
  const { promise, resolve } = Promise.withResolvers<Underway | null>()
  const ended = run(after, resolve).finally(() => resolve(null))
  // Who awaits it is told; until then it is nobody's fault.
  ended.catch(() => undefined)
  return { ended, underway: promise }
}

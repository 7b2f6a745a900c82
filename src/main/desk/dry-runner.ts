/** Dry runs under way in this process: each notes in its row how far it has come, and ends as that row says. */
import type { Instant } from '../../core/units.ts'
import type { DryRunTask } from '../../engine/dry-run/messages.ts'
import type { DryRunResult } from '../../engine/dry-run/result.ts'
import { type DryRunAnswer, runDry } from '../../engine/dry-run/run.ts'
import type { Statement } from '../../store/database.ts'
import { endDryRun, finishDryRun, noteProgress } from '../../store/dry-run.ts'
import type { DeskParts } from './parts.ts'

type Parts = Pick<DeskParts, 'database' | 'clock' | 'log'>

const noteEveryMs = 1_000
/** A row of which nothing was noted for so long belongs to a process that is gone. */
export const goneAfterMs = 60_000
const takesAtMostMs = 30 * 60_000

class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

export class DryRunner {
  readonly #parts: Parts
  readonly #under = new Map<number, AbortController>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Returns at once; the row tells how it ends. */
  start(seq: number, task: DryRunTask, sample: number): void {
    const abort = new AbortController()
    this.#under.set(seq, abort)
    void this.#run(seq, { task, sample, abort }).finally(() => this.#under.delete(seq))
  }

  /** Sooner than the run finds it in its row. */
  cancel(seq: number): void {
    this.#under.get(seq)?.abort(new Cancelled('cancelled'))
  }

  async #run(
    seq: number,
    run: { readonly task: DryRunTask; readonly sample: number; readonly abort: AbortController },
  ): Promise<void> {
    const { database, log } = this.#parts
    const { task, sample, abort } = run
    const far = { done: 0, of: 0 }
    const stop = this.#noting(seq, far, abort)
    const onProgress = (done: number, of: number): void => void Object.assign(far, { done, of })
    try {
      const answer = await runDry({ database, task, sample, onProgress, signal: abort.signal })
      await this.#end(finishedBy(seq, this.#parts.clock.now(), answer))
    } catch (error) {
      if (error instanceof Cancelled) return
      log.error({ error, dryRun: seq }, 'a dry run failed')
      const note = (error instanceof Error ? error.message : String(error)).slice(0, 400)
      await this.#end(endDryRun(seq, { state: 'failed', note, at: this.#parts.clock.now() }))
    } finally {
      stop()
    }
  }

  /** When not even that can be written, nothing is noted of it any more, and whoever reads the row knows. */
  async #end(statement: Statement): Promise<void> {
    const { database, log } = this.#parts
    await database
      .transact([statement])
      .catch((error: unknown) => log.error({ error }, 'the end of a dry run could not be noted'))
  }

  #noting(seq: number, far: { readonly done: number; readonly of: number }, abort: AbortController) {
    const { database, clock, log } = this.#parts
    let isWriting = false
    const note = async (): Promise<void> => {
      if (isWriting) return
      isWriting = true
      try {
        const [rows] = await database.transact([noteProgress(seq, { ...far, at: clock.now() })])
        if (rows?.length === 0) abort.abort(new Cancelled('cancelled'))
      } catch (error) {
        log.warn({ error, dryRun: seq }, 'how far a dry run has come could not be noted')
      } finally {
        isWriting = false
      }
    }
    const noting = setInterval(() => void note(), noteEveryMs).unref()
    const tooLong = `it took longer than ${takesAtMostMs / 60_000} minutes: take a smaller sample`
    const limit = setTimeout(() => abort.abort(new Error(tooLong)), takesAtMostMs).unref()
    return () => {
      clearInterval(noting)
      clearTimeout(limit)
    }
  }
}

const finishedBy = (seq: number, at: Instant, { all, sampled, result }: DryRunAnswer): Statement =>
  finishDryRun(seq, {
    at,
    accounts: all,
    sampled,
    hourlyMax: hourlyMaxOf(result, all),
    result: JSON.stringify(result),
  })

/** For all accounts; null where nothing happened on which anything could be foreseen. */
export function hourlyMaxOf({ accounts, facts, peak }: DryRunResult, all: number): number | null {
  if (accounts === 0 || facts === 0) return null
  return Math.ceil(((peak.after?.messages ?? 0) * all) / accounts)
}

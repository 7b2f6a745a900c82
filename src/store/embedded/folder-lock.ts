import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * One process at a time on a data folder: PGlite takes no lock of its own, and two processes on one folder lose
 * rows without a word (136 of 60,000 when it was tried).
 *
 * Node offers no `flock`, but the SQLite inside it takes the operating system's own lock on a file. The system
 * lets go of it when the process dies in whatever way, so there is no stale lock to recognise, nor a number of a
 * process that may mean another one by now. `kairos.lock` only says who: for people, and for the message.
 */
export class FolderLock {
  readonly #held: DatabaseSync
  readonly #note: string

  private constructor(held: DatabaseSync, note: string) {
    this.#held = held
    this.#note = note
  }

  /** @throws FolderInUse, in one line and with the number of the process that holds it */
  static take(folder: string): FolderLock {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const note = join(folder, 'kairos.lock')
    const held = new DatabaseSync(join(folder, 'kairos.lock.sqlite'))
    try {
      held.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      held.close()
      if (!isBusy(error)) throw error
      throw new FolderInUse(`${folder} is in use by ${holder(note)}; stop it, or choose another data folder`)
    }
    writeFileSync(note, `${JSON.stringify({ pid: process.pid, ...identity() })}\n`)
    return new FolderLock(held, note)
  }

  release(): void {
    rmSync(this.#note, { force: true })
    this.#held.close()
  }
}

const sqliteBusy = 5

function isBusy(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === sqliteBusy
}

function holder(note: string): string {
  try {
    const { pid } = JSON.parse(readFileSync(note, 'utf8')) as { pid: number }
    return `process ${pid}`
  } catch {
    return 'another process'
  }
}

/** Linux: which start of the machine, and when after it this process began (ticks); elsewhere not known. */
function identity(): { boot?: string; started?: number } {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const afterName = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)!
    return { boot, started: Number(afterName.split(' ')[19]) }
  } catch {
    return {}
  }
}

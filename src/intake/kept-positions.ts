/** Positions as small files in a folder, for taking files in without a database at hand. */
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parsedJson } from './json.ts'
import type { Position, Positions } from './positions.ts'

const count = z.int().min(0)
const positionShape = z.strictObject({
  offset: count,
  line: count,
  digest: z.string(),
  refusedBytes: count,
  tally: z.strictObject({
    decided: count,
    duplicate: count,
    waiting: count,
    'set-aside': count,
    refused: count,
  }),
})

export class KeptPositions implements Positions {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Null also for a file that cannot be understood: starting anew is always safe (G2). */
  async get(key: string): Promise<Position | null> {
    try {
      return positionShape.safeParse(parsedJson(await readFile(this.#path(key), 'utf8'))).data ?? null
    } catch {
      return null
    }
  }

  /** Whole or not at all: written beside, flushed, then renamed. */
  async set(key: string, position: Position): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    const path = this.#path(key)
    const file = await open(`${path}.new`, 'w', 0o600)
    try {
      await file.writeFile(JSON.stringify(position))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.new`, path)
  }

  #path(key: string): string {
    return join(this.#folder, `${key.replaceAll(/[^\w-]/g, '-')}.json`)
  }
}

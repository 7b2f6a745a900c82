import type { Database } from './database.ts'
import { openProvisional } from './provisional/open.ts'

export interface OpenAsk {
  readonly url?: string
  readonly schema?: string
  /** Null: in memory. */
  readonly dataDir?: string | null
}

export function openDatabase(ask: OpenAsk): Promise<Database> {
  return openProvisional(ask.dataDir ?? null)
}

/** What a life under a real engine leaves behind, to be read when it is over. */
import type { Database } from '../../../src/store/database.ts'
import type { Vault } from '../../../src/store/vault.ts'
import type { Centre } from '../centre.ts'
import type { Answered, Sent, Span } from '../chronicle.ts'
import type { Plot } from '../plot/plot.ts'
import type { Notebook } from './notebook.ts'

export interface Recorded {
  readonly plot: Plot
  readonly database: Database
  readonly vault: Vault
  readonly notebook: Notebook
  readonly centres: readonly Centre[]
  readonly sent: readonly Sent[]
  readonly answered: readonly Answered[]
  readonly down: readonly Span[]
  /** False where nobody acknowledges facts: a month played from a file. */
  readonly isLive: boolean
}

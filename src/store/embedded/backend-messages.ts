/** What the thread with PGlite is started for. */
export interface BackendTask {
  /** Make a new cluster and stop, or open one and serve a session. */
  readonly make: 'cluster' | 'session'
  /** Null: in memory. */
  readonly folder: string | null
  /** The cluster to begin with in memory, as a tar. */
  readonly cluster: Uint8Array | null
}

export type ToBackend =
  | { readonly is: 'write'; readonly bytes: Uint8Array } //
  | { readonly is: 'close' }

export type FromBackend =
  | { readonly is: 'ready' }
  | { readonly is: 'answer'; readonly bytes: Uint8Array }
  | { readonly is: 'cluster'; readonly tar: Uint8Array }
  | { readonly is: 'done' }
  | { readonly is: 'broken'; readonly reason: string }

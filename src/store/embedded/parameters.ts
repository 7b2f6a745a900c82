/**
 * How PGlite is set up. What is left alone on purpose:
 *
 * - `synchronous_commit` stays on: off would keep commits in the process's memory, to be lost with it, and gains
 *   nothing (measured: 137 k rows/s either way), for there is no fsync to save.
 * - `full_page_writes` stays on: the kernel may tear an 8 KB write when it kills a process.
 */

/** For `initdb`. The sizes are small because it starts PostgreSQL several times inside one process. */
export const clusterParameters: readonly string[] = [
  '--no-sync',
  '--set',
  'shared_buffers=16MB',
  '--set',
  'max_connections=5',
]

const settings: Readonly<Record<string, string>> = {
  // 16 MB more than halves turns of 2,000 among 100 k accounts (35 a second, not 83); 32 to 128 MB are alike.
  shared_buffers: '64MB',
  max_connections: '5',
  maintenance_work_mem: '32MB',
  // Goes with the thread's stack, below: too deep a JSON text is refused (54001) instead of breaking PGlite.
  max_stack_depth: '2MB',
  // No standby ever follows.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // New WAL files need not be filled with zeros first: nothing here waits for the disk.
  wal_init_zero: 'off',
  // Old WAL kept for use again after a checkpoint: 64 MB come together between two of them.
  min_wal_size: '32MB',
  max_wal_size: '128MB',
}

export const sessionParameters: readonly string[] = Object.entries(settings).flatMap(([name, value]) => [
  '-c',
  `${name}=${value}`,
])

/**
 * Stack of the thread, MB of address space. Machine code that recurses as deep as `max_stack_depth` allows needs
 * much more of the thread's own stack: 64 MB overflowed, which PGlite answers with an endless loop.
 */
export const stackSizeMb = 256

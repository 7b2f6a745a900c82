/** How a command ends: its exit code, and one line that says what to do. */
export const exitCodes = {
  done: 0,
  /** It ran, and the answer is no: books that do not balance, a faulty rulebook, refused lines. */
  failed: 1,
  /** The command was not understood. */
  usage: 2,
  /** Settings, data folder, keys or database are not in order. */
  setup: 3,
  /** The server did not answer, or did not allow it. */
  server: 4,
} as const

/** Ends a command with a line for people; with an empty one when all has been said. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number
  constructor(exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

/**
 * Errors that mean: put this in order first; their messages say what. By name, so that what throws them is loaded
 * only where it is needed.
 */
const ofSetup: ReadonlySet<string> = new Set([
  'ConfigError',
  'FolderInUse',
  'GatewayTaken',
  'MasterKeyMissing',
  'MigrationRefused',
  'NoRulebook',
  'RulebookFaulty',
])

/** What went wrong, as a command ends by it. */
export function endingOf(error: unknown): { readonly exitCode: number; readonly message: string } {
  const { message, name, code } = error as NodeJS.ErrnoException
  if (error instanceof CommandError) return { exitCode: error.exitCode, message }
  if (name === 'DatabaseError')
    return { exitCode: exitCodes.setup, message: `the database does not do as it should: ${message}` }
  if (ofSetup.has(name)) return { exitCode: exitCodes.setup, message }
  if (code !== undefined && Object.hasOwn(ofFiles, code))
    return { exitCode: exitCodes.setup, message: `${ofFiles[code as keyof typeof ofFiles]} (${message})` }
  return { exitCode: exitCodes.failed, message }
}

/** What the system says of files, and what to do. */
const ofFiles = {
  EACCES: 'no right to do this: check who owns the file or folder',
  EPERM: 'no right to do this: check who owns the file or folder',
  EROFS: 'this place can only be read: name another with --data',
  ENOSPC: 'the disk is full: make room',
  ENOTDIR: 'a part of the path is a file: name another with --data',
  EEXIST: 'a file is where a folder should be: name another with --data',
  EISDIR: 'a folder is where a file should be',
  ENOENT: 'no such file or folder',
} as const

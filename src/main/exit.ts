/** How a command ends. */
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

/** Ends a command with a line for people. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number
  constructor(exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

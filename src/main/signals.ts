/** Being asked to end, by Ctrl-C or SIGTERM. Asked once more, the process ends at once. */
export interface Ending {
  readonly signal: AbortSignal
  /** Resolves when somebody asks. */
  readonly asked: Promise<void>
}

export function askedToEnd(): Ending {
  const controller = new AbortController()
  const { promise: asked, resolve } = Promise.withResolvers<void>()
  const names = ['SIGINT', 'SIGTERM'] as const
  const end = (): void => {
    for (const name of names) process.off(name, end)
    controller.abort()
    resolve()
  }
  for (const name of names) process.on(name, end)
  return { signal: controller.signal, asked }
}

/**
 * A stage in a process of its own: what another has left in memory, or made the compiler believe, does not touch it.
 * This file is both sides: the one that asks, and the entry of the new process.
 */
import { fork } from 'node:child_process'
import { runStage, type Stage, type StageAsk } from './stage.ts'

export function inOwnProcess(ask: StageAsk): Promise<Stage> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename)
    child.once('message', stage => resolve(stage as Stage))
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${ask.part}: the process ended with ${code}`)))
    child.send(ask)
  })
}

if (process.argv[1] === import.meta.filename) {
  // By default a signal ends a process without its exit hooks.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const { promise, resolve } = Promise.withResolvers<StageAsk>()
  process.once('message', ask => resolve(ask as StageAsk))
  process.send?.(await runStage(await promise), () => process.disconnect())
}

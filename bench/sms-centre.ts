/**
 * The SMS centre of `bench/wire.ts`, in a process of its own: takes everything, and brings each receipt after 20 ms. This
 * file is both sides: the one that starts it, and the entry of the new process.
 */
import { fork } from 'node:child_process'
import { FakeCentre, plays } from '../packages/smpp/src/index.ts'
import { elapsed, host } from './smpp-far-side.ts'

export const receiptAfterMs = 20
/** Receipts that it leaves unanswered per link: they are answered only when their turn has been committed. */
export const receiptWindow = 1_000

async function takeAll(): Promise<void> {
  process.once('disconnect', () => process.exit())
  const centre = new FakeCentre({
    host,
    port: 0,
    tls: null,
    elapsed,
    chance: Math.random,
    settings: { windowMax: receiptWindow },
    systemId: 'BENCH',
    accounts: 'anyone',
    play: () => plays.reported('delivered', receiptAfterMs),
    now: Date.now,
    after: (afterMs, act) => void setTimeout(act, afterMs),
    offsetMinutes: 480,
    idsInAnswers: 'decimal',
    idsInReceipts: 'decimal',
    alphabet: 'gsm7',
  })
  process.send!(await centre.listen())
}

/** Works with a centre that listens at `port`, and ends it. */
export async function withCentre<T>(work: (port: number) => Promise<T>): Promise<T> {
  const child = fork(import.meta.filename)
  const port = new Promise<number>((resolve, reject) => {
    child.once('message', message => resolve(Number(message)))
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`the centre ended with ${code}`)))
  })
  try {
    return await work(await port)
  } finally {
    child.kill()
  }
}

if (process.argv[1] === import.meta.filename) await takeAll()

/** How a siege ends: everything is answered, what is under way comes home, and Kairos stops in good order. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Kairos } from './kairos.ts'
import type { Siege } from './siege.ts'

export interface Patience {
  /** The longest wait for messages under way; receipts come within 10 s. */
  readonly drainMaxMs: number
}

/** Kairos is up, and the traffic flows. */
export async function endInPeace(siege: Siege, { drainMaxMs }: Patience): Promise<void> {
  const { traffic, ledger } = siege
  await siege.up('stopped at the end')
  await traffic.stop()
  await traffic.settle(30_000)
  ledger.owe(Date.now())
  await traffic.settle(30_000)
  await traffic.repeat(60)
  await drained(siege, drainMaxMs)
  await siege.inspect()
  const { code, signal, errors } = await siege.stop()
  if (code !== 0) siege.found.push(`the last stop ended with ${code ?? signal}: ${errors}`)
}

/** Until nothing moves any more, or the time is over: what is still under way counts as such. */
async function drained(siege: Siege, limitMs: number): Promise<void> {
  const end = Date.now() + limitMs
  let still = 0
  for (let before = ''; still < 6 && Date.now() < end;) {
    const books = JSON.stringify([await siege.books(), siege.messages()], (key, value: unknown) =>
      key === 'at' ? 0 : value,
    )
    still = books === before ? still + 1 : 0
    before = books
    await sleep(500)
  }
}

/** `kairos reconcile` from outside, on what the last process left (G8). */
export async function reconciled(siege: Siege): Promise<readonly string[]> {
  const { code, out, errors } = await Kairos.run(siege.site, ['reconcile', '--json'])
  if (code !== 0) return [`reconcile ended with ${code}: ${errors} ${out}`]
  const { holds, events } = JSON.parse(out) as { holds: boolean; events: Record<string, number> }
  const { decided, duplicate, waiting, 'set-aside': aside } = siege.ledger.answers
  const answered = decided + duplicate + waiting + aside
  const { accepted = 0 } = events
  const isPlausible = accepted >= answered && accepted <= siege.ledger.sent
  return [
    ...(holds ? [] : [`the books do not hold: ${out}`]),
    ...(isPlausible
      ? []
      : [`${accepted} accepted, but ${answered} answers were received and ${siege.ledger.sent} events sent`]),
  ]
}

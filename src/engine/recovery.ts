/**
 * At start (design §5, Fence; G4): this engine takes all shards, so that a former one can commit no more;
 * what that one had decided to send and got no answer for is in doubt; the gateways learn which attempts
 * still await their outcome.
 */
import type { Gateway, OpenAttempt } from '../channels/channel.ts'
import { StateTooNew, stateVersion } from '../core/account/state-text.ts'
import type { Instant } from '../core/units.ts'
import { outerName } from './outgoing.ts'
import { doubtAll, openAttempts, type OpenRow } from '../store/attempt.ts'
import { readDestinations } from '../store/contact-person.ts'
import { endedBeside } from '../store/doubt.ts'
import { takeLeases } from '../store/gateway-lease.ts'
import { raiseStateVersion } from '../store/install.ts'
import { readKeys } from '../store/person.ts'
import { takeShards } from '../store/shard.ts'
import type { Database } from '../store/database.ts'
import { Fences } from './fences.ts'
import { numberPlace } from './turn/load.ts'
import type { TurnParts } from './turn/parts.ts'

export const leaseMs = 30_000
const pageMax = 1_000
/** The newest: what stands beside the one window that may be in doubt is far less. */
const endedMax = 10_000

/**
 * Takes the shards and whatever the former engine left in the air; throws StateTooNew before it touches anything.
 * @param step how much higher the epoch becomes
 */
export async function takeOver(database: Database, step = 1): Promise<Fences> {
  const written = await raiseStateVersion(database, stateVersion)
  if (written > stateVersion) throw new StateTooNew(written)
  const fences = new Fences(await takeShards(database, step))
  await database.transact([doubtAll])
  return fences
}

export interface Holder {
  /** Names this process. */
  readonly holder: string
  readonly now: Instant
}

/** Another process holds one of our gateways. */
export class GatewayTaken extends Error {
  override readonly name = 'GatewayTaken'
}

/** Takes or renews the leases; throws GatewayTaken when another process has one of them. */
export async function holdGateways(
  parts: Pick<TurnParts, 'database' | 'fences'>,
  gateways: readonly Gateway[],
  { holder, now }: Holder,
): Promise<void> {
  if (gateways.length === 0) return
  const names = gateways.map(gateway => gateway.name)
  const lease = { gateways: names, epoch: parts.fences.epoch, holder, until: now + leaseMs, now }
  const ours = await takeLeases(parts.database, lease)
  const missing = names.filter(name => !ours.includes(name))
  if (missing.length > 0) throw new GatewayTaken(`another process holds the gateway ${missing.join(', ')}`)
}

/** Names to a started gateway all attempts that have no outcome. */
export async function resumeGateway(
  parts: Pick<TurnParts, 'database' | 'vault'>,
  gateway: Gateway,
): Promise<number> {
  const open: OpenAttempt[] = []
  let after: OpenRow | null = null
  for (;;) {
    const page: readonly OpenRow[] = await openAttempts(parts.database, {
      gateway: gateway.name,
      after,
      rowsMax: pageMax,
    })
    open.push(...(await withNumbers(parts, page)))
    if (page.length < pageMax) break
    after = page.at(-1)!
  }
  const ended = await endedBeside(parts.database, { gateway: gateway.name, rowsMax: endedMax })
  await gateway.resume(open, await withNumbers(parts, ended))
  return open.length
}

/** Those of erased customers and removed contacts are left out: nobody is to be told their number. */
async function withNumbers(
  { database, vault }: Pick<TurnParts, 'database' | 'vault'>,
  page: readonly OpenRow[],
): Promise<readonly OpenAttempt[]> {
  if (page.length === 0) return []
  const [keys, lines] = await Promise.all([readKeys(database, page), readDestinations(database, page)])
  const keyOf = new Map(keys.map(row => [row.account, vault.key(row.account, row.keyEnc)]))
  const numbers = new Map<string, string>()
  for (const { account, line, numberEnc } of lines) {
    const key = keyOf.get(account)
    if (key === undefined) continue
    numbers.set(`${account}/${line}`, vault.unseal(key, numberEnc, numberPlace(account, line)))
  }
  return page.flatMap(row => {
    const number = numbers.get(`${row.account}/${row.line}`)
    if (number === undefined) return []
    const { messageId, parts, decidedAt: handedAt, validUntil } = row
    return [{ attempt: outerName(row), messageId, number, parts, handedAt, validUntil }]
  })
}

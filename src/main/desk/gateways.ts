import type { Desk } from '../../api/desk.ts'
import type { ReceiptClock } from '../../channels/channel.ts'
import { inDoubtByGateway } from '../../store/attempt-counts.ts'
import type { DeskParts } from './parts.ts'

interface Parts {
  readonly database: DeskParts['database']
  readonly engine: Pick<DeskParts['engine'], 'gateways' | 'unanswered'>
}

export function gatewaysDesk({ database, engine }: Parts): Pick<Desk, 'listGateways'> {
  return {
    async listGateways() {
      const inDoubt = await inDoubtByGateway(database)
      const items = engine.gateways.map(gateway => {
        const { name, channel, confirms, partsPerSecond } = gateway
        return {
          name,
          channel,
          confirms,
          partsPerSecond,
          room: gateway.room(),
          unanswered: engine.unanswered(name),
          inDoubt: inDoubt.get(name) ?? 0,
          receiptClock: clockView(gateway.receiptClock?.()),
        }
      })
      return { items }
    },
  }
}

function clockView(clock: ReceiptClock | undefined) {
  if (clock === undefined) return null
  const { zone, skewMs, receipts, gapMs, verdict } = clock
  const gapSeconds = gapMs === null ? null : gapMs / 1_000
  return { zone, skewSeconds: skewMs / 1_000, receipts, gapSeconds, verdict }
}

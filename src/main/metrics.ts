/** The engine's counters as Prometheus metrics. */
import { Counter, Gauge, Registry } from 'prom-client'
import type { Gateway } from '../channels/channel.ts'
import type { Meter } from '../engine/meter.ts'

type Labelled = 'setAside' | 'planned' | 'withheld' | 'submitted' | 'parts' | 'outcomes' | 'decided'
type Plain = 'turns' | 'duplicates' | 'inDoubt' | 'receiptsRepeated' | 'receiptsStray' | 'busy' | 'retries'

const labelled: Readonly<Record<Labelled, readonly [name: string, label: string, help: string]>> = {
  decided: ['kairos_items_decided_total', 'kind', 'Items decided'],
  setAside: ['kairos_events_set_aside_total', 'reason', 'Events set aside'],
  planned: ['kairos_reminders_planned_total', 'touchpoint', 'Reminders planned'],
  withheld: ['kairos_reminders_withheld_total', 'reason', 'Reminders withheld'],
  submitted: ['kairos_messages_submitted_total', 'gateway', 'Messages handed to a gateway'],
  parts: ['kairos_parts_submitted_total', 'gateway', 'SMS parts handed to a gateway'],
  outcomes: ['kairos_attempts_concluded_total', 'outcome', 'Attempts by outcome'],
}

const plain: Readonly<Record<Plain, readonly [name: string, help: string]>> = {
  turns: ['kairos_turns_total', 'Turns committed'],
  duplicates: ['kairos_events_duplicate_total', 'Events that had been decided before'],
  inDoubt: ['kairos_attempts_in_doubt_total', 'Attempts whose answer stayed out'],
  receiptsRepeated: ['kairos_receipts_repeated_total', 'Receipts that said nothing new'],
  receiptsStray: ['kairos_receipts_stray_total', 'Receipts that matched nothing yet'],
  busy: ['kairos_offers_refused_total', 'Offers turned away because the queue was full'],
  retries: ['kairos_transactions_retried_total', 'Transactions tried again'],
}

/** Values are read when somebody asks for them. */
export function metricsOf(meter: Meter, gateways: readonly Gateway[]): Registry {
  const registry = new Registry()
  for (const [field, [name, label, help]] of Object.entries(labelled)) {
    const counters = meter[field as Labelled]
    const metric: Counter = new Counter({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect() {
        metric.reset()
        for (const [value, count] of Object.entries(counters)) metric.inc({ [label]: value }, count)
      },
    })
  }
  for (const [field, [name, help]] of Object.entries(plain)) {
    const metric: Counter = new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        metric.reset()
        metric.inc(meter[field as Plain])
      },
    })
  }
  const queued: Gauge = new Gauge({
    name: 'kairos_queue_length',
    help: 'Facts that wait for their turn',
    registers: [registry],
    collect: () => queued.set(meter.queued),
  })
  addClocks(registry, gateways)
  return registry
}

/** Only of gateways whose receipts carry dates, and only once there are any. */
function addClocks(registry: Registry, gateways: readonly Gateway[]): void {
  const labelNames = ['gateway'] as const
  const gap: Gauge<'gateway'> = new Gauge({
    name: 'kairos_gateway_receipt_gap_seconds',
    help: 'How old the date of a receipt is when it arrives, the middle one of the last; -60 to a few seconds is as it should be',
    labelNames,
    registers: [registry],
    collect() {
      gap.reset()
      for (const { name, gapMs } of clocksOf(gateways))
        if (gapMs !== null) gap.set({ gateway: name }, gapMs / 1_000)
    },
  })
  const wrong: Gauge<'gateway'> = new Gauge({
    name: 'kairos_gateway_receipt_clock_wrong',
    help: '1 while the dates of receipts are implausible: zone or skewSeconds is wrong, and the arrival counts',
    labelNames,
    registers: [registry],
    collect() {
      wrong.reset()
      for (const { name, verdict } of clocksOf(gateways))
        wrong.set({ gateway: name }, verdict === 'behind' || verdict === 'ahead' ? 1 : 0)
    },
  })
}

const clocksOf = (gateways: readonly Gateway[]) =>
  gateways.flatMap(gateway => {
    const clock = gateway.receiptClock?.()
    return clock === undefined ? [] : [{ name: gateway.name, ...clock }]
  })

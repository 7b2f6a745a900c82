/** What each type means and one plausible example: documentation, the OpenAPI document and tests draw on it. */
import type { FactType } from '../core/event/facts.ts'
import { contactExamples, moneyExamples, orderExamples } from './order-examples.ts'

export interface EventExample {
  /** One sentence: what has happened when this is sent. */
  readonly means: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

const number = 'tel:+8613800138000'
const account = 'account:A17'

export const eventExamples: Readonly<Record<FactType, EventExample>> = {
  'line.opened': {
    means:
      'A line was opened under an account, or an older customer is being loaded (`joinedOn` in the past).',
    subject: account,
    data: {
      line: 'L17',
      number: '+8613800138000',
      name: '王小明',
      brand: 'easyown',
      planId: 'easyown-18',
      packIds: ['data-100m'],
      payMode: 'prepaid',
      language: 'zh-CN',
      province: 'zhejiang',
      city: 'taizhou',
    },
  },
  'line.closed': {
    means: 'The line was closed; its number may be given to someone else.',
    subject: number,
    data: {},
  },
  'profile.changed': {
    means: 'Brand, plan, packs, star level or place changed; only the fields that changed are sent.',
    subject: number,
    data: { planId: 'gotone-88', star: 4 },
  },
  'preference.changed': {
    means: 'The customer changed how, when or of what to be told.',
    subject: number,
    data: { channel: 'push', activeHours: { from: '09:00', to: '20:00' }, unsubscribe: ['weekly-summary'] },
  },
  'payment.received': {
    means: 'A payment was booked; the balance is the one after it.',
    subject: number,
    data: { amountMicroYuan: 50_000_000, balanceMicroYuan: 59_800_000, purpose: 'top-up', method: 'app' },
  },
  'balance.reported': {
    means: 'The balance as BOSS has it at this time.',
    subject: number,
    data: { balanceMicroYuan: 9_800_000, validUntil: '2026-12-31' },
  },
  'balance.corrected': {
    means: 'An earlier balance was wrong; this one stands in its place.',
    subject: number,
    data: { balanceMicroYuan: 19_800_000 },
  },
  'usage.reported': {
    means: 'What one allowance counter has reached in its period, as a total (not an increment).',
    subject: number,
    data: {
      bucketId: 'data-main',
      kind: 'data',
      periodStart: '2026-11-01',
      periodEnd: '2026-11-30',
      usedBytes: 419_430_400,
      allowanceBytes: 524_288_000,
    },
  },
  'usage.corrected': {
    means: 'An earlier usage report was wrong; only a correction lowers a counter.',
    subject: number,
    data: {
      bucketId: 'data-main',
      kind: 'data',
      periodStart: '2026-11-01',
      periodEnd: '2026-11-30',
      usedBytes: 209_715_200,
      allowanceBytes: 524_288_000,
    },
  },
  'roaming.registered': {
    means: 'The handset registered in a network, abroad or back at home.',
    subject: number,
    data: { mcc: '440', mnc: '10' },
  },
  'query.performed': {
    means: 'Somebody looked up what only the customer should see (call details, location …).',
    subject: number,
    data: { kind: 'call-detail', channel: 'web', verifiedBy: 'service-password-and-code', month: '2026-10' },
  },
  'standing.reported': {
    means: 'BOSS restricted, suspended or restored the line.',
    subject: number,
    data: { standing: 'restricted', reason: 'arrears' },
  },
  ...orderExamples,
  ...moneyExamples,
  ...contactExamples,
}

/** The example as it is sent. */
export function exampleEvent(type: FactType): Record<string, unknown> {
  const { subject, data } = eventExamples[type]
  const envelope = { specversion: '1.0', source: 'urn:boss:taizhou', id: `${type}-1`, type }
  return { ...envelope, time: '2026-11-20T08:15:30+08:00', subject, data }
}

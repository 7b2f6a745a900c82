/** Facts as the operator's systems send them. */
import type { Arrival } from '../../../src/core/event/arrival.ts'
import type { WireLine, WirePlot } from './plot.ts'
import { fenInMicroYuan } from './words.ts'

const common = { source: '/boss', extensions: {} } as const

export const openingOf = ({ account, line, number }: WireLine, time: number): Arrival => ({
  ...common,
  id: `open-${line}`,
  type: 'line.opened',
  time,
  subject: { kind: 'account', account },
  data: {
    line,
    number,
    brand: 'gotone',
    planId: 'p',
    packIds: [],
    payMode: 'prepaid',
    star: 3,
    vip: 'none',
    language: 'zh-CN',
    province: 'zhejiang',
    city: 'taizhou',
  },
})

export const paymentOf = ({ line, fen }: WirePlot['payments'][number], time: number): Arrival => ({
  ...common,
  id: `paid-${fen}`,
  type: 'payment.received',
  time,
  subject: { kind: 'number', number: line.number },
  data: {
    amountMicroYuan: fen * fenInMicroYuan,
    balanceMicroYuan: 50_000_000,
    purpose: 'top-up',
    method: 'app',
  },
})

import { describe, expect, it } from 'vitest'
import { at, Life } from '../sample/life.ts'
import { eventExamples } from '../../intake/event-examples.ts'
import type { FactType } from '../event/facts.ts'
import { condition, rule, rulebook } from '../sample/rulebook.ts'
import type { Facts } from '../reminder.ts'
import { megabytes, yuan } from '../units.ts'
import type { Trigger } from './rule.ts'
import { commonView, eventView, extraRoots, rootViews } from './view.ts'

const masked = { headMasked: '138****1234', memberMasked: '139****5678' }
/** Facts that the life below tells in its own way. */
const told = { 'line.opened': 1, 'line.closed': 1, 'standing.reported': 1, 'usage.corrected': 1 }

/** Lives a small life with one rule on `trigger` and gives the view that its condition saw. */
function seenBy(trigger: Trigger): Facts | null {
  const seen: Facts[] = []
  const look = rule({ id: 'look', on: trigger, when: condition('look', view => seen.push(view) > 0) })
  const life = new Life(rulebook([look]))
  const day = '2026-11-02'
  const usage = { bucketId: 'd', kind: 'data', periodStart: '2026-11-01', periodEnd: '2026-11-30' } as const
  const bytes = (used: number) => ({ usedBytes: megabytes(used), allowanceBytes: megabytes(100) })
  life.opened(`${day} 09:00`)
  life.fact(`${day} 10:00`, 'balance.reported', { balanceMicroYuan: yuan(5), validUntil: '2026-12-31' })
  const paid = {
    amountMicroYuan: yuan(50),
    balanceMicroYuan: yuan(55),
    purpose: 'top-up',
    method: 'app',
  } as const
  life.fact(`${day} 10:10`, 'payment.received', paid)
  life.fact(`${day} 11:00`, 'usage.reported', { ...usage, ...bytes(90) })
  if (trigger === 'usage.retracted') {
    const told = { key: 'k', rule: 'look', line: 'L1', bucket: 'd', measure: 'percent', limit: 80 } as const
    const mark = { ...told, at: 0, until: Infinity, times: 1, armed: false, period: at('2026-11-01 00:00') }
    life.account = { ...life.account, hot: { ...life.account.hot, told: [mark] } }
  }
  life.fact(`${day} 12:00`, 'usage.corrected', { ...usage, ...bytes(10) })
  life.fact(`${day} 13:00`, 'roaming.registered', { mcc: '520' })
  life.fact(`${day} 14:00`, 'roaming.registered', { mcc: '460' })
  life.fact(`${day} 15:00`, 'query.performed', {
    kind: 'name',
    channel: 'web',
    verifiedBy: 'service-password',
  })
  life.fact(`${day} 16:00`, 'standing.reported', { standing: 'restricted', reason: 'arrears' })
  life.fact(`${day} 17:00`, 'payment-group.member-joined', { member: 'A2' })
  life.fact(`${day} 18:00`, 'payment-group.member-left', { member: 'A2' })
  const leaving = { ...masked, when: 'now', lastDay: day, shortNumber: '663' } as const
  life.fact(`${day} 18:10`, 'family-net.member-left', { member: 'A2', ...leaving })
  life.fact(`${day} 18:20`, 'family-net.other-left', leaving)
  life.fact(`${day} 18:30`, 'broadband.stop-ahead', { balanceMicroYuan: yuan(5) })
  for (const [type, { data }] of Object.entries(eventExamples)) {
    if (!(type in told)) life.fact(`${day} 19:00`, type as FactType, data)
  }
  life.until('2027-11-16 00:00')
  return seen[0] ?? null
}

const names = (fields: object): string[] => Object.keys(fields).sort()

describe('the view holds every field that it declares, for every trigger', () => {
  it.each(Object.keys(eventView) as Trigger[])('%s', trigger => {
    const view = seenBy(trigger)
    expect(view).not.toBeNull()
    const part = (root: string): string[] => names((view?.[root] ?? {}) as object)
    for (const root of ['account', 'line', 'plan'] as const)
      expect(part(root)).toEqual(names(commonView[root]))
    expect(part('event')).toEqual(names(eventView[trigger] ?? {}))
    const extra = extraRoots[trigger] ?? []
    for (const root of extra) expect(part(root)).toEqual(names(rootViews[root]))
  })
})

import { expect, it } from 'vitest'
import { at, Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'
import type { Event } from '../event/event.ts'
import { emptyCold, emptyHot } from '../account/account.ts'
import { yuan } from '../units.ts'

const asked = rule({ id: 'asked', on: 'query.performed', class: 'real-time' })
const low = rule({ id: 'low', on: 'balance.crossed', warnsOfArrears: true })
const query = { kind: 'name', channel: 'web', verifiedBy: 'service-password' } as const

function erase(life: Life, when: string): void {
  const event = {
    source: '/kairos/staff',
    id: 'erasure',
    type: 'account.erased',
    time: at(when),
    origin: 'agenda',
  }
  life.take({ ...event, account: 'A1', line: null, body: {} } as Event, at(when))
}

it('BC-01: an erased person’s account knows nothing but its numbering; what was planned is withheld, and says why', () => {
  const life = new Life(rulebook([asked]))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 10:00', 'balance.reported', { balanceMicroYuan: yuan(9) })
  life.fact('2026-11-02 10:01', 'query.performed', query)
  const { decisions, ring } = life.account.hot
  erase(life, '2026-11-02 10:01')
  expect(life.story).toEqual(['asked: erased'])
  expect(life.account.cold).toEqual(emptyCold)
  const kept = { decisions: decisions + 1, ring, time: at('2026-11-02 10:01') }
  expect(life.account.hot).toEqual({ ...emptyHot, ...kept })
})

it('a message under way comes to its end, and takes no further rung', () => {
  const life = new Life(rulebook([asked]))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 10:00', 'query.performed', query)
  life.until('2026-11-02 10:00')
  erase(life, '2026-11-02 10:01')
  expect(life.account.hot.open).toHaveLength(1)
  life.outcome('2026-11-02 10:02', 'failed')
  expect(life.story).toEqual(['asked: failed'])
  expect(life.account.hot.open).toEqual([])
})

it('one that comes back is not sent again', () => {
  const life = new Life(rulebook([asked]))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 10:00', 'query.performed', query)
  life.until('2026-11-02 10:00')
  erase(life, '2026-11-02 10:01')
  life.outcome('2026-11-02 10:02', 'returned')
  life.until('2026-11-02 10:03')
  expect(life.story).toEqual(['asked: erased'])
  expect(life.attempts).toHaveLength(1)
})

it('G6: a warning that arrives after the erasure warns nobody who comes later', () => {
  const life = new Life(rulebook([low]))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 10:00', 'balance.reported', { balanceMicroYuan: yuan(9) })
  life.until('2026-11-02 10:00')
  erase(life, '2026-11-02 10:01')
  life.outcome('2026-11-02 10:02', 'delivered')
  expect(life.story).toEqual(['low: delivered'])
  expect(life.account.hot.warnedAt).toBeNull()
})

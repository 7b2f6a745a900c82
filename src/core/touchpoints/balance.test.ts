import { describe, expect, it } from 'vitest'
import { Life } from '../sample/life.ts'
import { everyone, rule, rulebook } from '../sample/rulebook.ts'
import { yuan } from '../units.ts'

const low = rule({ id: 'low', on: 'balance.crossed', oncePer: ['spell'] })
const balance = (amount: number) => ({ balanceMicroYuan: yuan(amount) })
const limits = [
  { audience: { ...everyone, roles: ['head'] as const }, atOrBelow: yuan(50) },
  { audience: { ...everyone, brands: ['gotone'] as const }, atOrBelow: yuan(20) },
  { audience: { ...everyone, brands: ['easyown'] as const }, atOrBelow: yuan(10) },
]

/** With so much on the account, and nothing told so far. */
function having(amount: number): Life {
  const life = new Life(rulebook([low], { balance: limits }))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 10:00', 'balance.reported', balance(amount))
  return life
}

describe('the limit comes up to the balance', () => {
  const rows: readonly (readonly [amount: number, told: number])[] = [
    [60, 0],
    [50, 1],
    [11, 1],
    [10, 1],
  ]
  it.each(rows)('TP8-17 CO-09: %s yuan, and a member joins: told %d times in all', (amount, told) => {
    const life = having(amount)
    life.fact('2026-11-02 11:00', 'payment-group.member-joined', { member: 'A2' })
    life.fact('2026-11-02 12:00', 'balance.reported', balance(amount - 1))
    expect(life.rows.size).toBe(told)
  })

  it('TP8-02: Easyown with 15 yuan becomes GoTone', () => {
    const life = having(15)
    expect(life.rows.size).toBe(0)
    life.fact('2026-11-02 11:00', 'profile.changed', { brand: 'gotone' })
    expect(life.rows.size).toBe(1)
  })
})

it('TP8-02: the account’s first line closes, and the limit is that of the next', () => {
  const life = having(15)
  life.opened('2026-11-02 10:30', { line: 'L2', brand: 'gotone' })
  life.fact('2026-11-02 11:00', 'line.closed', {})
  expect([...life.rows.values()].map(row => row.line)).toEqual(['L2'])
})

it('the limit goes down below the balance: the spell is over, and a new one is told', () => {
  const life = having(40)
  life.fact('2026-11-02 11:00', 'payment-group.member-joined', { member: 'A2' })
  expect(life.rows.size).toBe(1)
  life.fact('2026-11-02 12:00', 'payment-group.member-left', { member: 'A2' })
  life.fact('2026-11-02 13:00', 'balance.reported', balance(9))
  expect([...life.rows.keys()]).toEqual(['low', 'low~2'])
})

it('nothing changes for an account whose balance is unknown', () => {
  const life = new Life(rulebook([low], { balance: limits }))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 11:00', 'payment-group.member-joined', { member: 'A2' })
  expect(life.rows.size).toBe(0)
})

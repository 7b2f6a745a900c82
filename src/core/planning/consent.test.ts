import { describe, expect, it } from 'vitest'
import { Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'

describe('FP-02 NF-17 NF-19: what a customer says in the night holds in the morning', () => {
  const query = { kind: 'name', channel: 'web', verifiedBy: 'service-password' } as const
  const offer = rule({ id: 'offer', on: 'query.performed', class: 'marketing', ladder: 'sms' })
  const kind = rule({
    id: 'kind',
    on: 'query.performed',
    choice: { kind: 'k', default: 'on' },
    ladder: 'sms',
  })
  const rows = [
    ['consent withdrawn', offer, { marketingConsent: false }, 'offer: no-consent'],
    ['a kind switched off', kind, { unsubscribe: ['k'] }, 'kind: unsubscribed'],
    ['nothing said', offer, { activeHours: null }, 'offer: attempted'],
  ] as const
  it.each(rows)('%s', (...[, one, said, outcome]) => {
    const life = new Life(rulebook([one]))
    life.opened('2026-11-01 09:00')
    life.fact('2026-11-01 10:00', 'preference.changed', { marketingConsent: true })
    life.fact('2026-11-02 22:00', 'query.performed', query)
    life.fact(
      '2026-11-02 23:00',
      'preference.changed',
      'unsubscribe' in said ? { unsubscribe: [...said.unsubscribe] } : said,
    )
    life.until('2026-11-03 09:00')
    expect(life.story).toEqual([outcome])
  })
})

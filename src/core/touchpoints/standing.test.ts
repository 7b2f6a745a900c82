import { expect, it } from 'vitest'
import { Life } from '../sample/life.ts'
import { rule, rulebook } from '../sample/rulebook.ts'

const changed = rule({ id: 'changed', on: 'standing.changed', class: 'real-time' })
const restricted = { standing: 'restricted', reason: 'own-wish' } as const
const normal = { standing: 'normal', reason: 'paid' } as const

it('TX-41: an older report changes nothing, though the newer ones only repeated what was known (G2)', () => {
  const life = new Life(rulebook([changed]))
  life.opened('2026-11-01 09:00')
  life.fact('2026-11-02 12:00', 'standing.reported', restricted)
  life.fact('2026-11-02 14:00', 'standing.reported', restricted)
  life.fact(['2026-11-02 15:00', '2026-11-02 13:00'], 'standing.reported', normal)
  expect(life.account.hot.standing.state).toBe('restricted')
  expect(life.story).toEqual(['changed: planned'])
})

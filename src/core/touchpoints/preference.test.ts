import { describe, expect, it } from 'vitest'
import type { FactOf } from '../event/facts.ts'
import { noPreferences, patched } from './preference.ts'

type Said = FactOf<'preference.changed'>

describe('FP-02 NF-17 G2: the newest word counts, in whatever order it comes', () => {
  const rows: readonly (readonly [what: string, older: Said, newer: Said])[] = [
    ['consent withdrawn', { marketingConsent: true }, { marketingConsent: false }],
    ['a kind switched off', { subscribe: ['k'] }, { unsubscribe: ['k'] }],
    ['a kind ordered again', { unsubscribe: ['k'] }, { subscribe: ['k'] }],
    ['another channel', { channel: 'sms' }, { channel: 'voice' }],
    ['no channel any more', { channel: 'sms' }, { channel: null }],
    ['other hours', { activeHours: { from: '09:00', to: '10:00' } }, { activeHours: null }],
  ]
  it.each(rows)('%s', (...[, older, newer]) => {
    const inOrder = patched(patched(noPreferences, older, 1), newer, 2)
    const late = patched(patched(noPreferences, newer, 2), older, 1)
    expect({ ...late, since: [] }).toEqual({ ...inOrder, since: [] })
  })

  it('a late word about something else is taken', () => {
    const late = patched(
      patched(noPreferences, { marketingConsent: true }, 2),
      { channel: 'voice', subscribe: ['k'] },
      1,
    )
    expect(late).toMatchObject({ marketingConsent: true, channel: 'voice', subscribed: ['k'] })
  })
})

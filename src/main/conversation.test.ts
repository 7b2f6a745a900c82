import { expect, it } from 'vitest'
import { conversationText, type Entry } from './conversation.ts'

const at = (time: string): string => `2026-11-05T${time}.000Z`
const entry = (fields: Partial<Entry> & Pick<Entry, 'kind'>): Entry => ({
  at: at('01:30:00'),
  what: '',
  channel: null,
  text: null,
  note: '',
  reminder: null,
  contact: null,
  ...fields,
})

/** Newest first, as the API gives them. */
const items: readonly Entry[] = [
  entry({ kind: 'planned', what: 'tips', note: 'for 2026-11-12T02:00:00.000Z: now' }),
  entry({ kind: 'withheld', what: 'data-used-80', note: 'moot: no longer true: bucket.usedPercent < 100' }),
  entry({ kind: 'withheld', what: 'tips', note: 'no-consent: the customer has not agreed to marketing' }),
  entry({ kind: 'outcome', what: 'failed', reminder: 'A1/low-balance/L1', note: 'UNDELIV' }),
  entry({ kind: 'outcome', what: 'delivered', reminder: 'A1/data-used-80/L1' }),
  entry({ kind: 'sent', channel: 'sms', text: null }),
  entry({ kind: 'sent', channel: 'sms', text: 'You have used 80%.' }),
  entry({ kind: 'event', at: Date.parse(at('01:29:00')), what: 'usage.reported', note: 'x'.repeat(200) }),
]

it('a month reads from top to bottom, in Beijing time', () => {
  const lines = conversationText({ account: 'A1', line: 'L1', items, erased: null }, 'en').split('\n')
  expect(lines[0]).toBe('A1 · L1 (Beijing time)')
  expect(lines[1]).toMatch(/^11-05 09:29:00 · usage\.reported x+…$/)
  expect(lines.slice(2)).toEqual([
    '11-05 09:30:00 → [sms] You have used 80%.',
    '11-05 09:30:00 → [sms] (blanked)',
    '11-05 09:30:00   ✓ delivered: data-used-80',
    '11-05 09:30:00   ! failed: low-balance (UNDELIV)',
    '11-05 09:30:00 ✗ tips: no consent to marketing: the customer has not agreed to marketing',
    '11-05 09:30:00 ✗ data-used-80: no longer true: bucket.usedPercent < 100',
    '11-05 09:30:00 … tips: planned for 2026-11-12 10:00:00: now',
  ])
})

it('TP9-04: what a contact was told is marked as such', () => {
  const contact = { id: 'C7', number: '+86139****9000' }
  const told = [
    entry({ kind: 'withheld', what: 'contact-suspended', note: 'moot: no longer true: x', contact }),
    entry({ kind: 'sent', channel: 'sms', text: 'Calls paused.', contact }),
  ]
  const text = conversationText({ account: 'A1', line: 'L1', items: told, erased: null }, 'en')
  expect(text.split('\n').slice(1)).toEqual([
    '11-05 09:30:00 → contact C7, +86139****9000 [sms] Calls paused.',
    '11-05 09:30:00 ✗ contact C7, +86139****9000 contact-suspended: no longer true: x',
  ])
})

it('and in Chinese', () => {
  const lines = conversationText({ account: 'A1', line: 'L1', items, erased: null }, 'zh-CN').split('\n')
  expect(lines.slice(0, 1)).toEqual(['A1 · L1 (北京时间)'])
  expect(lines).toContain('11-05 09:30:00   ✓ 送达: data-used-80')
  expect(lines).toContain('11-05 09:30:00 ✗ data-used-80: 已不成立: bucket.usedPercent < 100')
})

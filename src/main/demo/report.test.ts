import { describe, expect, it } from 'vitest'
import type { Reconciliation } from '../../store/reconcile.ts'
import type { TouchpointFigures } from '../../store/touchpoint-figures.ts'
import { Refusals } from './month.ts'
import { booksText, reportText } from './report.ts'
import type { Shown } from './show.ts'

const counts = { planned: 3, delivered: 2, failed: 0, expired: 0, unconfirmed: 0, withheld: 1, inFlight: 0 }
const books: Reconciliation = {
  events: { accepted: 12, decided: 10, duplicate: 1, setAside: 1, waiting: 0 },
  reminders: counts,
  touchpoints: [{ touchpoint: 'roaming', ...counts }],
  withheld: [{ touchpoint: 'roaming', reason: 'once-per', count: 1 }],
  attempts: { decided: 0, accepted: 0, inDoubt: 0 },
  holds: true,
  differences: [],
}
const figures: TouchpointFigures = {
  touchpoint: 'roaming',
  triggered: 3,
  sent: 2,
  delivered: 2,
  failed: 0,
  expired: 0,
  unconfirmed: 0,
  withheld: 1,
  open: 0,
  parts: 4,
  delayP50Ms: 3_200,
  delayP99Ms: 600_000,
}
const shown: Shown = {
  seed: 'demo',
  from: '2026-09-30T16:00:00.000Z',
  until: '2026-10-31T16:00:00.000Z',
  facts: 12,
  notPlayed: 2,
  refused: 0,
  turns: 7,
  seconds: 1.5,
  peakMB: 900,
  touchpoints: [figures],
  books,
}
const month = { from: Date.parse(shown.from), until: Date.parse(shown.until), refused: new Refusals() }
const title = (touchpoint: string): string => (touchpoint === 'roaming' ? 'Roaming' : touchpoint)

describe('the report of a month', () => {
  const text = reportText({ shown, liveliest: null, month, title, language: 'en' })

  it('names the first and the last day as people there call them', () => {
    expect(text).toMatch(/^The month in reminders: 2026-10-01 – 2026-10-31, seed demo \(12 facts, 7 turns/)
  })

  it('has per touchpoint what NF-02 asks, with a sum', () => {
    expect(text).toMatch(/^Roaming +3 +2 +2 +0 +0 +0 +1 +0 +4 +3\.2s \/ 10min$/m)
    expect(text).toMatch(/^total +3 +2 +2 +0 +0 +0 +1 +0 +4$/m)
  })

  it('has the reasons of silence, what had no part in it, and both equations (G8)', () => {
    expect(text).toMatch(/^Roaming · said already +1$/m)
    expect(text).toContain('facts that arrive after the end, not played: 2')
    expect(text).toContain('events accepted 12 = decided 10 + duplicate 1 + set aside 1')
    expect(text).toContain(
      'reminders planned 3 = delivered 2 + failed 0 + expired 0 + unconfirmed 0 + withheld 1 + in flight 0',
    )
    expect(text).toContain('✓ the books balance')
  })

  it('tells in Chinese too', () => {
    const told = reportText({ shown, liveliest: null, month, title, language: 'zh-CN' })
    expect(told).toContain('本月提醒报告: 2026-10-01 – 2026-10-31')
    expect(told).toContain('✓ 账平')
  })

  it('shows the first refused lines with their reasons', () => {
    const refused = new Refusals()
    for (let line = 1; line <= 12; line += 1) {
      refused.add(`line ${line}`, [
        { code: 'not-json', field: '', problem: 'is not JSON', remedy: 'mend it' },
      ])
    }
    const told = reportText({ shown, liveliest: null, month: { ...month, refused }, title, language: 'en' })
    expect(told).toContain('refused input: 12\nline 1: event: is not JSON; mend it')
    expect(told).not.toContain('line 11')
  })
})

it('books that do not balance say where', () => {
  const broken = { ...books, holds: false, differences: ['one reminder is missing'] }
  expect(booksText(broken, 'en')).toContain('✗ THE BOOKS DO NOT BALANCE: one reminder is missing')
})

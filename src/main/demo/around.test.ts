import { expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { lookAround, stayText } from './around.ts'
import { demoPassword } from './staff.ts'

const config = readConfig({ KAIROS_DATA: '/data/demo' })
const liveliest = { account: 'A7', line: 'L7', number: '+8615400000007', entries: [] }
const monthEnds = Date.parse('2026-10-31T16:00:00Z')
const day = 86_400_000
const stay = (now: number): string =>
  stayText({ config, url: 'http://127.0.0.1:1', liveliest, monthEnds, now })

it('names commands that can be copied', () => {
  expect(lookAround(config, liveliest, 'npm run kairos --').split('\n')).toEqual([
    'Look around:',
    '  npm run kairos -- --data /data/demo explain A7',
    '  npm run kairos -- --data /data/demo timeline +8615400000007',
    '  npm run kairos -- --data /data/demo reconcile',
  ])
  expect(stay(monthEnds + day)).toContain(demoPassword)
  expect(stay(monthEnds + day)).toContain('"subject":"tel:+8615400000007","time":"\'$(date -u')
})

it.each([
  [monthEnds - day, /^The month lies ahead of the real clock/],
  [
    monthEnds + day,
    /what is past its use is withheld, not sent\. The API is at http:\/\/127\.0\.0\.1:1 until/,
  ],
  [monthEnds + 101 * day, /Events older than 100 days leave the journal; reminders stay\. The API/],
])('says by which clock it goes on at %i', (now, words) => {
  expect(stay(now)).toMatch(words)
})

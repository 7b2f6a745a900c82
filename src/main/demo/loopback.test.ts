import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { createWriting } from '../../../operator/writing.ts'
import { realClock } from '../../engine/clock.ts'
import { checkedGateway, readConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { conversationPage } from '../desk/timeline.ts'
import type { Entry } from '../desk/timeline.ts'
import { openInstallation } from '../installation.ts'
import { LoopbackSms, openCentre } from './loopback.ts'
import type { OpenedCentre } from './loopback.ts'
import { type Month, operatorMonth } from './month.ts'
import { showMonth } from './show.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-loopback-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ask = { seed: 'demo', customers: 12, month: '2026-10' }
const ample = { window: 100, partsPerSecond: 1_000 }

/** What was decided and what became of it; not the ids that the centre gave, nor the gateway's name. */
const story = `select account, id, reminder, line, channel, parts, encoding, decided_at, valid_until, state, outcome, code,
  concluded_at from attempt order by account, id`

async function playOver(open: ((month: Month) => Promise<OpenedCentre>) | null) {
  const month = operatorMonth(ask)
  const opened = open && (await open(month))
  const dataFolder = mkdtempSync(join(folder, 'month-'))
  const log = checkedGateway({ ...ample, name: 'sms', driver: 'log', channel: 'sms' })
  const { port = 0, systemId = '', passwordFile = '' } = opened ?? {}
  const wire = { host: '127.0.0.1', port, systemId, passwordFile, sender: { address: '10086' } }
  const smpp = opened && checkedGateway({ ...ample, name: 'sms', driver: 'smpp', ...wire })
  const voice = checkedGateway({ ...ample, name: 'voice', driver: 'log', channel: 'voice' })
  const gateways = [smpp ?? log, voice]
  const config: Config = { ...readConfig({}), dataFolder, sendTo: 'everyone', gateways }
  const { shown } = await showMonth({
    staffed: false,
    config,
    centre: opened?.centre ?? null,
    month,
    language: 'zh-CN',
    quiet: true,
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
  })
  await opened?.centre.close(500)
  const { database, vault } = await openInstallation(config, { now: () => realClock.now() })
  const attempts = await database.read({ text: story, values: [] })
  const conversations: Entry[] = []
  for (const held of await database.read<Held>({ text: writers, values: [] })) {
    const page = await conversationPage({ database, vault }, held, { after: null, limit: 1_000 })
    conversations.push(...page.items)
  }
  await database.close()
  return { ...shown, dataFolder, attempts, conversations, taken: opened?.centre.taken ?? [] }
}

interface Held {
  readonly account: string
  readonly line: string
}

/** Lines that wrote. */
const writers = `select distinct account, line from journal where type = 'reply.received' and line is not null`

test('a month over SMPP is the month of the log twin, message for message', async () => {
  // The twin's handsets write nothing back, so these do not either; what they show is read in both.
  const log = await playOver(null)
  const smpp = await playOver(({ read }) =>
    openCentre(folder, ask.seed, {
      writing: message => {
        read(message)
        return null
      },
    }),
  )
  expect(smpp.attempts.length).toBeGreaterThan(20)
  expect(smpp.attempts).toEqual(log.attempts)
  expect(smpp.touchpoints).toEqual(log.touchpoints)
  expect(smpp.books).toEqual(log.books)
  expect(smpp.taken.length).toBeGreaterThanOrEqual(smpp.attempts.length)
  // The texts crossed the wire whole.
  const texts = readFileSync(join(log.dataFolder, 'sms.ndjson'), 'utf8').trim().split('\n')
  const first = JSON.parse(texts[0]!) as { text: string; number: string }
  const parts = smpp.taken.filter(({ destination }) => `+${destination.number}` === first.number)
  expect(parts.map(({ text }) => text).join('')).toContain(first.text)
}, 240_000)

test('customers who write back are heard, seen in the timeline and answered, and the books balance', async () => {
  const written: string[] = []
  const some = createWriting(ask.seed, { code: 0.7, words: 0.2 })
  const month = await playOver(() =>
    openCentre(folder, ask.seed, {
      writing: read => {
        const reply = some(read)
        if (reply) written.push(reply.text)
        return reply
      },
    }),
  )
  const heard = month.conversations.filter(({ kind, what }) => kind === 'event' && what === 'reply.received')
  expect(heard.length).toBeGreaterThan(4)
  expect(heard.length).toBeLessThanOrEqual(written.length)
  for (const { text } of heard) expect(written).toContain(text)
  // Beside them those whose line nobody holds any more, or who wrote the same again at once.
  const { holds, events } = month.books
  expect(holds).toBe(true)
  expect(events.accepted - month.facts).toBeGreaterThanOrEqual(heard.length)
  expect(events.accepted - month.facts).toBeLessThanOrEqual(written.length)
  const answers = month.conversations.filter(
    ({ kind, reminder }) => kind === 'sent' && reminder?.includes('reply-kept'),
  )
  expect(answers.length).toBeGreaterThan(0)
}, 240_000)

test('G11: the demo’s SMS go nowhere but to this machine', async () => {
  const { centre } = await openCentre(folder, 'never')
  const settings = { name: 'sms', host: 'smsc.example.net' } as ConstructorParameters<typeof LoopbackSms>[0]
  expect(() => new LoopbackSms(settings, centre)).toThrow(/127\.0\.0\.1 only/)
  await centre.close(100)
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../../store/open.ts'
import { checkedGateway, readConfig } from '../config.ts'
import { LoopbackSms, openCentre } from './loopback.ts'
import { operatorMonth } from './month.ts'
import { showMonth } from './show.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-loopback-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ask = { seed: 'demo', customers: 12, month: '2026-10' }
const ample = { window: 100, partsPerSecond: 1_000 }

/** What was decided and what became of it; not the ids that the centre gave, nor the gateway's name. */
const story = `select account, id, reminder, line, channel, parts, encoding, decided_at, valid_until, state, outcome, code,
  concluded_at from attempt order by account, id`

async function playOver(kind: 'smpp' | 'log') {
  const dataFolder = join(folder, kind)
  const opened = kind === 'smpp' ? await openCentre(folder, ask.seed) : null
  const log = checkedGateway({ ...ample, name: 'sms', driver: 'log', channel: 'sms' })
  const { port = 0, systemId = '', passwordFile = '' } = opened ?? {}
  const wire = { host: '127.0.0.1', port, systemId, passwordFile, sender: { address: '10086' } }
  const smpp = opened && checkedGateway({ ...ample, name: 'sms', driver: 'smpp', ...wire })
  const voice = checkedGateway({ ...ample, name: 'voice', driver: 'log', channel: 'voice' })
  const { shown } = await showMonth({
    config: { ...readConfig({}), dataFolder, sendTo: 'everyone', gateways: [smpp ?? log, voice] },
    centre: opened?.centre ?? null,
    month: operatorMonth(ask),
    language: 'zh-CN',
    quiet: true,
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
  })
  await opened?.centre.close(500)
  const database = await openDatabase({ dataDir: join(dataFolder, 'database') })
  const attempts = await database.read({ text: story, values: [] })
  await database.close()
  return { ...shown, attempts, taken: opened?.centre.taken ?? [] }
}

test('a month over SMPP is the month of the log twin, message for message', async () => {
  const [log, smpp] = [await playOver('log'), await playOver('smpp')]
  expect(smpp.attempts.length).toBeGreaterThan(20)
  expect(smpp.attempts).toEqual(log.attempts)
  expect(smpp.touchpoints).toEqual(log.touchpoints)
  expect(smpp.books).toEqual(log.books)
  expect(smpp.taken.length).toBeGreaterThanOrEqual(smpp.attempts.length)
  // The texts crossed the wire whole.
  const texts = readFileSync(join(folder, 'log', 'sms.ndjson'), 'utf8')
    .trim()
    .split('\n')
  const first = JSON.parse(texts[0]!) as { text: string; number: string }
  const parts = smpp.taken.filter(({ destination }) => `+${destination.number}` === first.number)
  expect(parts.map(({ text }) => text).join('')).toContain(first.text)
}, 240_000)

test('G11: the demo’s SMS go nowhere but to this machine', async () => {
  const { centre } = await openCentre(folder, 'never')
  const settings = { name: 'sms', host: 'smsc.example.net' } as ConstructorParameters<typeof LoopbackSms>[0]
  expect(() => new LoopbackSms(settings, centre)).toThrow(/127\.0\.0\.1 only/)
  await centre.close(100)
})

/** Coming back by the command line: after a restore (G14), and one gateway let run dry. */
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Place } from './kairos.ts'
import { ask, left, opening, query, serve, type Server } from './server.ts'

const place = new Place()
writeFileSync(place.path('kairos.yaml'), 'sendTo: everyone\n')

let server: Server
beforeAll(async () => {
  server = await serve(place)
  await post(earlier(opening('A1', '13800138000'), 3_600_000))
  await post(earlier(opening('A2', '13800138001'), 3_600_000))
  await server.started.stopped()
  server = await serve(place, '--after-restore')
})
afterAll(async () => {
  await server.started.stopped('SIGKILL')
  place.remove()
})

const post = (body: unknown) => ask({ ...server, place, path: '/events' }, body)
const say = async (...args: readonly string[]): Promise<string> => {
  const { code, out, errors } = await place.run(...args)
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code}: ${errors}`)
  return out
}

/** As it was sent before the disaster. */
const earlier = (fact: object, ms = 60_000): object => ({
  ...fact,
  time: new Date(Date.now() - ms).toISOString(),
})

it('shows what is held, wants the log of the gateways, and lets go of what nobody was sent', async () => {
  await post(earlier(query('+8613800138000')))
  await post(earlier(query('+8613800138001')))
  expect(await say('held')).toMatch(
    /A backup was restored: .* no log of the gateways has been compared yet[^]*real-time +2 +0 +0 .* held\n +sensitive-query +2/,
  )
  const refused = await place.run('held', 'release', '--note', 'all is well')
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.errors).toContain('kairos held compare FILE')

  writeFileSync(place.path('log.csv'), `number,at\n13800138000,${new Date().toISOString()}\n`)
  expect(await say('held', 'compare', 'log.csv')).toContain('1 messages of the lost time')
  expect(await say('held', 'release', '--rate', '50', '--note', 'log compared')).toContain('release by')
  expect(await left(place, 1)).toMatchObject([{ number: '+8613800138001' }])
  expect(await say('explain', 'A1')).toContain('perhaps sent before a backup was restored')
})

it('a class may be withheld; what is asked for must be understood', async () => {
  expect(await say('held', 'withhold', '--class', 'marketing', '--note', 'over')).toContain('withhold by')
  expect(await place.run('held', 'release', '--class', 'loud', '--note', 'x')).toMatchObject({ code: 2 })
  expect(await place.run('held', 'release', '--rate', 'much', '--note', 'x')).toMatchObject({ code: 2 })
  expect(await place.run('held', 'release')).toMatchObject({ code: 2 })
})

it('a gateway is drained with a reason, listed so, and resumed', async () => {
  expect(await say('gateways', 'drain', 'log-sms', '--note', 'maintenance')).toContain('log-sms is drained')
  expect(await say('gateways')).toMatch(/log-sms +sms .* drained by .*: maintenance/)
  expect(await say('gateways', 'resume', 'log-sms')).toContain('log-sms is used again')
  expect(await place.run('gateways', 'resume', 'log-sms')).toMatchObject({ code: 1 })
})

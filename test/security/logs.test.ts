/** A small life is played through a server that logs all it can: nobody's number, name or words stand in its log (FP-12). */
import { writeFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { Place, until } from '../command-line/kairos.ts'
import { ask, fact, left, opening, query } from '../command-line/server.ts'

const place = new Place({ KAIROS_LOG_LEVEL: 'debug' })
afterAll(() => place.remove())

const own = '13800138000'
const other = '13800138001'
const name = '欧阳娜娜'
const words = '我在人民医院三楼'
const password = 'my own secret word 7'

it('BC-01: opened, told, answered, mistyped, looked up, refused, erased: and nothing of it is in the log', async () => {
  writeFileSync(place.path('kairos.yaml'), `sendTo: ["${own}"]\n`)
  const started = place.start(['serve', '--port', '0'])
  const [, url = ''] = await started.said(/Kairos is at (\S+) /)
  const server = { url, place }
  const post = (path: string, body: object) => ask({ ...server, path }, body)
  const event = (body: object) => post('/events', body)
  const json = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<number> => {
    const authorization = `Bearer ${place.read('data', 'api-key').trim()}`
    const sent = { 'content-type': 'application/json', authorization, ...headers }
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return (await fetch(`${url}${path}`, { method: 'POST', headers: sent, body: text })).status
  }

  const opened = opening('A1', own)
  await event({ ...opened, data: { ...(opened['data'] as object), name } })
  await event(query(own))
  await left(place, 1)
  await event(fact('reply.received', `tel:+86${own}`, { channel: 'sms', text: words }))
  // Set aside, refused, and not even JSON: each with the number in it.
  await event(query(other))
  await event(opening('A2', own))
  await event(fact('no.such', `tel:${own}`, { number: own, name }))
  await event(fact('query.performed', `tel:${own}`, { kind: name, channel: words, verifiedBy: own }))
  expect(await json('/events', `{"subject":"tel:${own}", broken`)).toBeGreaterThanOrEqual(400)
  // Looked at, rightly and wrongly.
  expect(await json('/timeline', { number: `+86${own}` })).toBe(200)
  expect(await json('/timeline', { number: own, name })).toBe(400)
  expect(
    await json('/customers/open', { number: `+86${own}`, reason: { case: 'complaint', note: name } }),
  ).toBe(200)
  expect(await json(`/nothing/${own}?number=${own}`, {})).toBe(404)
  expect(await json('/session', { name: own, password })).toBe(401)
  expect(await json('/session', { name: own, password }, { authorization: `Bearer ${password}` })).toBe(401)
  expect((await place.run('timeline', own)).code).toBe(0)
  expect((await place.run('explain', 'A1')).code).toBe(0)
  expect((await place.run('erase', 'A1', '--reason', 'asked for it', '--yes')).errors).not.toContain(own)
  await until('the erasure is done', async () => {
    const { body } = await ask({ ...server, path: '/erasures' })
    return (body['items'] as readonly object[]).length > 0 ? true : null
  })
  const ended = await started.stopped()
  expect(ended.code).toBe(0)

  const log = `${ended.out}${ended.errors}`
  // It is a log at all, of these very requests.
  expect(log).toMatch(/"route":"\/timeline"/)
  expect(log.split('\n').length).toBeGreaterThan(15)
  for (const secret of [own, other, name, words, password]) expect(log).not.toContain(secret)
  const [key = ''] = place.read('data', 'api-key').split('\n')
  expect(log).not.toContain(key)
  expect(log).not.toContain(place.read('data', 'master.key').trim())
})

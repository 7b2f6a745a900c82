import { afterAll, describe, expect, it } from 'vitest'
import { languageIn } from './spoken.ts'
import { openTrial } from './trial.ts'

describe('the language that a caller wishes for', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['*', null],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['en-GB,zh;q=0.9', 'en'],
    ['fr, en;q=0.4, zh-TW;q=0.6', 'zh-CN'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['zh;q=x, en', 'en'],
    ['de', null],
    [`zh${',x'.repeat(1_000)}`, null],
  ])('%s: %s', (header, language) => {
    expect(languageIn(header)).toBe(language)
  })
})

const trial = await openTrial({ noteText: (note, language) => `${language}(${note})` })
afterAll(() => trial.api.close())

const routes = [
  { method: 'GET', url: '/alarms' },
  { method: 'GET', url: '/set-aside' },
  { method: 'GET', url: '/set-aside/17' },
  { method: 'GET', url: '/reminders/A17%2Fx' },
  { method: 'POST', url: '/timeline', payload: { number: '+8613800138000', limit: 5 } },
  { method: 'GET', url: '/readyz' },
] as const

it.each(routes)('$method $url puts its notes into it, and leaves them alone otherwise', async route => {
  const authorization = `Bearer ${trial.key('read', 'customers')}`
  const ask = async (headers: Record<string, string>): Promise<readonly string[]> => {
    const answer = await trial.api.inject({ ...route, headers: { authorization, ...headers } })
    expect(answer.statusCode).toBe(200)
    return [...answer.body.matchAll(/"note":"([^"]*)"/g)].map(([, note]) => note!)
  }
  const plain = await ask({})
  expect(plain.length).toBeGreaterThan(0)
  expect(await ask({ 'accept-language': '*' })).toEqual(plain)
  expect(await ask({ 'accept-language': 'zh-CN' })).toEqual(plain.map(note => `zh-CN(${note})`))
})

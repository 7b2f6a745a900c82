/** The console's files beside the API: what a browser gets, and what nobody gets. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTrial, type Trial } from './trial.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-console-'))
let trial: Trial

beforeAll(async () => {
  writeFileSync(join(folder, '..', 'kairos-secret.js'), 'secret')
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'hello()')
  writeFileSync(join(folder, 'assets/main-1a2b.js.gz'), gzipSync('hello()'))
  trial = await openTrial({ console: folder })
})
afterAll(async () => {
  await trial.api.close()
  rmSync(folder, { recursive: true })
  rmSync(join(folder, '..', 'kairos-secret.js'))
})

const get = (url: string, headers = {}) =>
  trial.api.inject({ url, headers: { host: 'localhost', ...headers } })

it('says how to build it while it is not built', async () => {
  const answer = await get('/console/')
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
  expect(answer.body).toContain('npm run build')
})

it('is what a browser finds at the root; every view is the one page, under a policy that lets no other script in', async () => {
  writeFileSync(join(folder, 'index.html'), '<title>Kairos</title>')
  expect((await get('/')).headers.location).toBe('/console/')
  for (const url of ['/console/', '/console/customers/A17?tab=decisions']) {
    const answer = await get(url)
    expect([url, answer.statusCode, answer.body]).toEqual([url, 200, '<title>Kairos</title>'])
    expect(answer.headers['content-security-policy']).toContain("script-src 'self';")
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(answer.headers['cache-control']).toBe('no-store')
  }
})

it('files that carry their hash in their names are kept for a year, and come compressed to whoever can read it', async () => {
  const answer = await get('/console/assets/main-1a2b.js', { 'accept-encoding': 'gzip' })
  expect(answer.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect((await get('/console/assets/main-1a2b.js')).body).toBe('hello()')
})

it('the page of the API holds nothing by itself; its scripts are its own, and its policy lets no other in', async () => {
  const page = await get('/api/docs/')
  expect([page.statusCode, page.headers['content-security-policy']]).toEqual([
    200,
    expect.stringMatching(/^default-src 'none'; script-src 'self';.*connect-src 'self'; base-uri 'none'/),
  ])
  expect(page.body).not.toMatch(/<script>|https?:| on\w+=/)
  for (const [, file] of page.body.matchAll(/(?:src|href)="([^"]+)"/g))
    expect([file, (await get(`/api/docs/${file}`)).statusCode]).toEqual([file, 200])
  expect((await get('/docs')).headers.location).toBe('docs/')
})

it.each([
  '/docs/index.html',
  '/docs/swagger-ui.js',
  '/docs/..%2fpackage.json',
  '/console/assets/../../kairos-secret.js',
  '/console/assets/..%2f..%2fkairos-secret.js',
  '/console/assets/%2e%2e/%2e%2e/kairos-secret.js',
  '/console/assets/no-such.js',
])('nothing outside its folder, and nothing that is not there: %s', async url => {
  const answer = await get(url)
  expect(answer.body).not.toContain('secret')
  expect(answer.statusCode === 200 && !answer.body.includes('<title>')).toBe(false)
})

it('the API stands under /api too, so that a page and a route of one name do not meet', async () => {
  const key = { authorization: `Bearer ${trial.key('read')}` }
  const [plain, prefixed] = [await get('/gateways', key), await get('/api/gateways', key)]
  expect([plain.statusCode, prefixed.statusCode]).toEqual([200, 200])
  expect(prefixed.json()).toEqual(plain.json())
  expect((await get('/api/gateways')).statusCode).toBe(401)
})

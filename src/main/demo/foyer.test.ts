import { afterEach, expect, it } from 'vitest'
import { type Foyer, openFoyer } from './foyer.ts'

let foyer: Foyer | null = null
afterEach(async () => {
  await foyer?.close()
  foyer = null
})

const opened = async (port = 0): Promise<Foyer> => (foyer = await openFoyer({ host: '127.0.0.1', port }))

it('answers at once: alive, how far it is, and a page that leads on', async () => {
  const { url, progress } = await opened()
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ alive: true })
  progress(0.25, '2026-10-08 · 900 facts')
  expect(await (await fetch(`${url}/foyer`)).json()).toEqual({ share: 0.25, note: '2026-10-08 · 900 facts' })
  for (const path of ['/', '/console/', '/console/try']) {
    const page = await fetch(`${url}${path}`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toContain('<progress')
  }
})

it.each(['/reconcile', '/api/session', '/events'])(
  'says "not yet" to %s, and when to come back',
  async path => {
    const { url, progress } = await opened()
    progress(0.5, '')
    const answer = await fetch(`${url}${path}`)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.json()).toMatchObject({
      code: 'not-ready',
      status: 503,
      detail: 'the month is still being played: 50 %',
    })
  },
)

it('closed, it leaves its port to whoever comes next, also while somebody still holds a connection', async () => {
  const first = await opened()
  await (await fetch(`${first.url}/healthz`)).text()
  await first.close()
  const second = await opened(first.port)
  expect(second.port).toBe(first.port)
  expect((await fetch(`${second.url}/healthz`)).status).toBe(200)
})

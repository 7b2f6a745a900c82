/** The whole way through a provider of identities and back, in a real browser. */
import { createServer } from 'node:net'
import { writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Place } from '../command-line/kairos.ts'
import { serve, type Server } from '../command-line/server.ts'
import { clientId, clientSecret, TestProvider } from '../identity/provider.ts'
import { accessible } from './accessible.ts'
import { buildConsole, openBrowser, visit } from './browser.ts'

const place = new Place()
let provider: TestProvider
let server: Server
let browser: Browser

const freePort = async (): Promise<number> => {
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  await new Promise(resolve => taken.close(resolve))
  return port
}

beforeAll(async () => {
  buildConsole()
  const port = await freePort()
  provider = await TestProvider.open({
    redirectUris: [`http://127.0.0.1:${port}/api/session/oidc/callback`],
  })
  provider.people.set('wang-at-home', { preferred_username: 'wang' })
  writeFileSync(place.path('secret'), clientSecret)
  const oidc = { issuer: provider.issuer, clientId, clientSecretFile: 'secret', label: '统一身份认证' }
  writeFileSync(place.path('kairos.yaml'), JSON.stringify({ staff: { oidc } }))
  server = await serve(place, '--port', `${port}`)
  await place.json('staff', 'create', 'wang', '--roles', 'viewer')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.started.stopped()
  await provider.stop()
  place.remove()
})

it('there, back, signed in, and out again; nothing of it offends the policy of the page', async () => {
  const { page, context, faults } = await visit(browser, {})
  await page.goto(`${server.url}/console/`)
  await accessible(page)
  await page.getByRole('link', { name: '使用统一身份认证登录' }).click()
  await page.locator('input[name=login]').fill('wang-at-home')
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await page.locator('button[type=submit]').click()
  await page.locator('.desk').waitFor()
  expect(new URL(page.url()).pathname).toBe('/console/')
  await page.reload()
  await page.locator('.desk').waitFor()
  await page.getByRole('button', { name: '我的账号' }).click()
  await page.getByText('退出登录').click()
  await page.locator('.gate').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

it('nobody here by that name: the door says so in words, once', async () => {
  const { page, context, faults } = await visit(browser, {})
  await page.goto(`${server.url}/console/`)
  await page.getByRole('link', { name: '使用统一身份认证登录' }).click()
  await page.locator('input[name=login]').fill('stranger')
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await page.locator('button[type=submit]').click()
  await page.getByText('这里还没有您的账号，请联系管理员开通。').waitFor()
  await accessible(page)
  expect(page.url()).not.toContain('sign-in')
  await page.reload()
  await page.locator('.gate').waitFor()
  expect(await page.getByText('这里还没有您的账号').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

/** The API is browsed and tried in a real browser, under the rights of whoever is signed in. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkout } from '../command-line/kairos.ts'
import { visit } from './browser.ts'
import { Served } from './served.ts'

let served: Served
beforeAll(async () => {
  served = await Served.open()
  await served.hire('wang', 'operator')
})
afterAll(() => served.close())

it('who is not signed in is led to the door', async () => {
  const { page, context, faults } = await visit(served.browser, {})
  await page.goto(`${served.url}/api/docs`)
  expect(page.url()).toBe(`${served.url}/api/docs/`)
  await page.getByRole('link', { name: '请先登录' }).click()
  await page.locator('.gate').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

it('every route is there; a call that changes something goes through, and nothing comes from elsewhere', async () => {
  const { page, context, faults } = await served.signedIn('wang')
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).origin))
  await page.goto(`${served.url}/api/docs/#/pauses/pause`)
  const document = JSON.parse(readFileSync(`${checkout}docs/openapi.json`, 'utf8')) as { paths: object }
  const routes = Object.values(document.paths).flatMap((methods: object) => Object.keys(methods)).length
  await page.locator('#operations-pauses-pause .opblock-body').waitFor()
  const tags = page.locator('.opblock-tag')
  for (let at = 0; at < (await tags.count()); at += 1)
    if ((await tags.nth(at).getAttribute('data-is-open')) === 'false') await tags.nth(at).click()
  expect(await page.locator('.opblock').count()).toBe(routes)

  const pause = page.locator('#operations-pauses-pause')
  await pause.locator('textarea').fill('{ "kind": "rule", "value": "data-used-80", "note": "from the page" }')
  await pause.getByRole('button', { name: 'Execute' }).click()
  await pause.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor()
  expect((await served.call<{ items: object[] }>('GET', '/pauses')).items).toMatchObject([
    { value: 'data-used-80', note: 'from the page' },
  ])
  expect(new Set(asked)).toEqual(new Set([served.url]))
  expect(faults).toEqual([])
  await context.close()
})

/**
 * Whatever a stranger, a customer or a colleague writes is shown as text: nothing of it runs, on any page, and the policy of
 * the page is never even asked (NF-18).
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Served } from '../browser/served.ts'
import { until } from '../command-line/kairos.ts'
import { fact } from '../command-line/server.ts'

/** Each would raise the flag in its own way; the tag is what they are looked for by. */
const evil = (tag: string): string =>
  `${tag}<script>window.raised=1</script><img src=x onerror="window.raised=1"><svg onload="window.raised=1">`
/** Where there is little room. */
const short = (tag: string): string => `${tag}<img src=x onerror=window.raised=1>`
const raised = '[window.raised, window.polluted].some(flag => flag !== undefined)'
const number = '+8613800199999'

const staff = ['agent', 'editor', 'operator', 'administrator'] as const

let served: Served
beforeAll(async () => {
  served = await Served.open()
  for (const role of staff) await served.hire(role, role)
  const person = {
    line: 'LX-1',
    number,
    name: short('name'),
    language: 'en',
    province: 'zhejiang',
    city: 'taizhou',
  }
  const plan = { brand: 'easyown', planId: 'easyown-18', payMode: 'prepaid', joinedOn: '2024-02-29' }
  const event = (body: object): Promise<object> => served.call('POST', '/events', body)
  await event(fact('line.opened', 'account:AX', { ...person, ...plan }))
  await event(fact('reply.received', `tel:${number}`, { channel: 'sms', text: evil('reply') }))
  // Never taken, for somebody has the number: under an id of a stranger's choice.
  const strange = fact('line.opened', 'account:AY', { ...person, ...plan, line: 'LX-2' })
  const since = new Date(Date.now() - 3_600_000).toISOString()
  await event({ ...strange, id: short('id'), source: 'urn:stranger', time: since })
  await served.call('POST', '/pauses', { kind: 'rule', value: 'data-used-80', note: evil('note') })
  const mallory = { name: 'mallory', displayName: short('person'), roles: ['viewer'] }
  await served.call('POST', '/staff', mallory)
  await served.call('POST', '/rulebook/versions', { note: evil('version'), files: await changedFiles() })
}, 240_000)
afterAll(() => served.close())

/** The rulebook in force, and a remark with markup. */
async function changedFiles(): Promise<Record<string, string>> {
  const { items } = await served.call<{ items: readonly { version: string }[] }>('GET', '/rulebook/versions')
  const path = `/rulebook/versions/${items[0]!.version}/files`
  const { files } = await served.call<{ files: Record<string, string> }>('GET', path)
  const name = 'wording/en/12-points.yaml'
  return { ...files, [name]: `${files[name]!}\n# ${evil('comment')}\n` }
}

async function shown(page: Page, path: string, tag: string): Promise<void> {
  await page.goto(`${served.url}/console/${path}`)
  await until(`${tag} is shown at ${path}`, async () =>
    (await page.locator('main').innerText()).includes(tag) ? true : null,
  )
  await page.waitForTimeout(300)
}

const views: readonly (readonly [who: string, path: string, tag: string])[] = [
  ['operator', 'set-aside', 'id<img'],
  ['operator', 'operations', 'note<script>'],
  ['administrator', 'administration', 'person<img'],
  ['administrator', 'administration?tab=audit', 'data-used-80'],
  ['editor', 'rules?tab=versions', 'version<script>'],
]

it.each(views)('%s reads %s', async (who, path, tag) => {
  const { page, context, faults } = await served.signedIn(who)
  await shown(page, path, tag)
  expect(await page.evaluate(raised)).toBe(false)
  expect(faults).toEqual([])
  await context.close()
})

it('an agent reads the customer and what they wrote', async () => {
  const { page, context, faults } = await served.signedIn('agent')
  const session = await page.evaluate('fetch("/api/session").then(answer => answer.json())')
  const { csrf } = session as { csrf: string }
  const body = JSON.stringify({ number, reason: { case: 'authenticated', note: '' } })
  const opened = await page.evaluate(
    ([sent, token]) =>
      fetch('/api/customers/open', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-kairos-csrf': token! },
        body: sent!,
      }).then(answer => answer.status),
    [body, csrf],
  )
  expect(opened).toBe(200)
  await shown(page, 'customers/AX', 'reply<script>')
  await shown(page, 'customers/AX?tab=decisions', 'reply.received')
  expect(await page.evaluate(raised)).toBe(false)
  expect(faults).toEqual([])
  await context.close()
})

it.each([
  'customers/%3Cimg%20src%3Dx%20onerror%3D%22window.raised%3D1%22%3E',
  'touchpoints/%3Cscript%3Ewindow.raised%3D1%3C%2Fscript%3E',
  'rules/javascript%3Awindow.raised%3D1',
  '%3Csvg%20onload%3D%22window.raised%3D1%22%3E',
  '?sign-in=%3Cimg%20src%3Dx%20onerror%3Dwindow.raised%3D1%3E',
  'set-aside?reason=%3Cscript%3Ewindow.raised%3D1%3C%2Fscript%3E&__proto__[polluted]=1',
  'administration?tab=audit&actor=%3Cimg%20src%3Dx%20onerror%3Dwindow.raised%3D1%3E&constructor.prototype.polluted=1',
])('what stands in an address is text too: %s', async path => {
  const { page, context, faults } = await served.signedIn('administrator')
  await page.goto(`${served.url}/console/${path}`)
  await page.locator('main').waitFor()
  await page.waitForTimeout(300)
  expect(await page.evaluate(raised)).toBe(false)
  expect(await page.evaluate('Object.keys(Object.prototype).length')).toBe(0)
  expect(faults.filter(fault => /Content Security Policy|raised/.test(fault))).toEqual([])
  await context.close()
})

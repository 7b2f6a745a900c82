/** What staff watch, in a real browser: what happens as it happens, gateways and their protocol, blueprints with figures. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as english } from '../../console/src/words/en/all.ts'
import { words as chinese } from '../../console/src/words/zh-CN/all.ts'
import { accessible } from './accessible.ts'
import { openStage, signedIn, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ gateway: 'smpp' })
}, 180_000)
afterAll(() => stage.close())

const at = (path: string): string => `${stage.url}/console/${path}`

/** Does it, and closes; whatever the page complained of fails the test. */
async function as(
  name: string,
  asked: Parameters<typeof signedIn>[2],
  does: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, context, faults } = await signedIn(stage, name, asked)
  try {
    await does(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

/** What the engine has to do first takes long where others work on the same machine. */
const patience = { timeout: 120_000 }
const testMs = 300_000

const fitsWidth = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth <= innerWidth')

describe('live', () => {
  it(
    'what happens stands on the overview without being asked for, and of whom is not told',
    async () => {
      await as('viewer', { language: 'en' }, async page => {
        await page.getByRole('button', { name: english.live.live, exact: true }).waitFor()
        await page.locator('.tiles').waitFor()
        await stage.tell('live-1')
        const line = page
          .locator('.happenings li')
          .filter({ hasText: english.touchpoints['sensitive-query'] })
        await line.first().waitFor(patience)
        expect(await page.content()).not.toContain(stage.customer.number.slice(-8))
        await accessible(page)
      })
    },
    testMs,
  )

  it('is held still and goes on', async () => {
    await as('viewer', { language: 'zh-CN', size: 'phone' }, async page => {
      await page.getByRole('button', { name: chinese.live.live }).click()
      const held = page.getByRole('button', { name: chinese.live.paused })
      expect(await held.getAttribute('aria-pressed')).toBe('true')
      await held.click()
      await page.getByRole('button', { name: chinese.live.live }).waitFor()
    })
  })

  it('says so when the stream cannot be had, and shows figures all the same', async () => {
    await as('viewer', { language: 'en' }, async page => {
      await page.route('**/api/live', route => route.abort())
      await page.reload()
      await page.getByRole('button', { name: english.live.waiting }).waitFor()
      await page.locator('.tiles').waitFor()
    })
  })
})

describe('the overview', () => {
  it.each(['desk', 'phone'] as const)(
    'a month by its days; a day that is chosen is looked at: %s',
    async size => {
      await as('viewer', { language: 'zh-CN', size, look: 'dark' }, async page => {
        await page.goto(at(`?span=month&day=${stage.month}`))
        await page.locator('.drawn svg').waitFor()
        await page.locator('.as-table summary').click()
        const tenth = `${stage.month.slice(5, 8)}10`
        const row = page.locator('.as-table tr').filter({ hasText: tenth })
        expect(await row.locator('td').allInnerTexts()).not.toEqual(['0', '0', '0'])
        await accessible(page)
        expect(await fitsWidth(page)).toBe(true)
        await row.getByRole('button').click()
        await page.waitForURL(/day=\d{4}-\d\d-10/)
        expect(page.url()).not.toContain('span=')
      })
    },
  )
})

describe('gateways', () => {
  it('an operator drains one with a reason, everybody sees it, and uses it again', async () => {
    await as('operator', { language: 'en' }, async page => {
      await page.goto(at('channels'))
      const card = page.locator('.card').filter({ hasText: 'log-voice' })
      await card.getByText(english.channels.lastMinute).waitFor()
      await accessible(page)
      await card.getByRole('button', { name: english.channels.drain }).click()
      await page.getByLabel(english.pause.why).fill('its line card is exchanged')
      await page.getByRole('dialog').getByRole('button', { name: english.channels.drain }).click()
      await card.getByText('its line card is exchanged').waitFor()
      await accessible(page)
      await card.getByRole('button', { name: english.channels.undrain }).click()
      await page.locator('.ant-popconfirm').getByRole('button', { name: english.channels.undrain }).click()
      await card.getByText('its line card is exchanged').waitFor({ state: 'detached' })
    })
  })

  it(
    'FP-12: the protocol is seen as it goes, without numbers and texts; who looked is recorded',
    async () => {
      await as('operator', { language: 'en' }, async page => {
        await page.goto(at('channels'))
        const looking = page.waitForResponse(/\/gateways\/[^/]+\/trace/)
        await page.getByRole('button', { name: english.channels.trace }).click()
        await looking
        await stage.tell('trace-1')
        const submit = page
          .locator('.traced')
          .filter({ hasText: /submit_sm(?!_resp)/ })
          .first()
        await submit.waitFor(patience)
        await submit.locator('summary').click()
        await submit.getByText('registeredDelivery').waitFor()
        expect(await page.locator('.trace').innerText()).not.toContain(stage.customer.number.slice(-8))
        await accessible(page)
      })
      await as('viewer', { language: 'en' }, async page => {
        await page.goto(at('channels'))
        await page.getByText(english.channels.lastMinute).first().waitFor()
        expect(await page.getByRole('button', { name: english.channels.trace }).count()).toBe(0)
      })
      await as('auditor', { language: 'en' }, async page => {
        await page.goto(at('administration?tab=audit&action=gateway.trace'))
        await page.getByText('smpp-sms').first().waitFor()
      })
    },
    testMs,
  )
})

describe('a touchpoint', () => {
  it(
    'NF-02 BP-06: its blueprint tells what happened at each step; beside it stand its rules and its words',
    async () => {
      await stage.tell('blueprint-1')
      await as('viewer', { language: 'en' }, async page => {
        await page.goto(at('touchpoints/sensitive-query'))
        await page
          .getByRole('button', { name: /triggered \d/ })
          .first()
          .waitFor(patience)
        await page.locator('.figures code').getByText('sensitive-query').first().waitFor()
        await page.locator('main').getByText(english.touchpoint.texts, { exact: true }).click()
        await page.locator('.texts dd').first().waitFor()
        await accessible(page)
        await page.getByText(english.touchpoint.spans['31']).click()
        await page.waitForURL(/days=(%22)?31/)
      })
    },
    testMs,
  )
})

describe('operations', () => {
  it.each(['desk', 'phone'] as const)('rates, the last hour, versions and the agenda: %s', async size => {
    await as('operator', { language: 'en', size }, async page => {
      await page.goto(at('operations'))
      await page.getByText(/PostgreSQL \d+/).waitFor()
      await page.getByText(english.operations.nextHour).waitFor()
      await page.locator('.drawn svg').waitFor()
      await accessible(page)
      expect(await fitsWidth(page)).toBe(true)
    })
  })
})

describe('set aside', () => {
  it('G10: an administrator puts an event right; the server says field by field what is wrong; then it is decided', async () => {
    await stage.tell('aside-1', { time: new Date(Date.now() + 3_600_000).toISOString() })
    await as('administrator', { language: 'en' }, async page => {
      await page.goto(at('set-aside'))
      await page.locator('.openable').filter({ hasText: 'aside-1' }).click()
      await page.getByRole('button', { name: english.aside.raw }).click()
      await page.getByLabel(english.aside.rawWhy).fill('its clock is wrong')
      await page.locator('.ant-modal').getByRole('button', { name: english.aside.raw }).click()
      const text = page.getByRole('textbox', { name: english.aside.correct })
      const came = await text.inputValue()
      await text.fill(came.replace('"kind"', '"kinds"'))
      await page.getByRole('button', { name: english.aside.check, exact: true }).click()
      await page
        .getByRole('alert')
        .getByText(/event\.data\.kinds?:/)
        .first()
        .waitFor()
      await accessible(page)
      await text.fill(came.replace(/"time": "[^"]*"/, `"time": "${new Date().toISOString()}"`))
      await page.getByRole('button', { name: english.aside.replayCorrected }).click()
      await page.getByLabel(english.aside.correctWhy).fill('sent an hour ahead')
      await page
        .locator('.ant-modal')
        .getByRole('button', { name: english.aside.replayCorrected })
        .last()
        .click()
      await page.getByText(english.aside.outcomes.decided).waitFor()
    })
  })

  it('a list is taken along as a sheet', async () => {
    await as('operator', { language: 'zh-CN' }, async page => {
      await page.goto(at('set-aside?state=replayed'))
      await page.locator('.openable').first().waitFor()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'XLSX' }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe('set-aside-replayed.xlsx')
      expect(
        readFileSync(await file.path())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK')
    })
  })
})

describe('a customer', () => {
  it('why and why not, narrowed to what was withheld; the address holds it', async () => {
    await as('agent', { language: 'en' }, async page => {
      await page.goto(at(`customers/${stage.customer.account}?tab=decisions`))
      await page.getByRole('button', { name: english.customer.open }).click()
      await page.locator('.decision').first().waitFor()
      await page.locator('.decisions').getByText(english.customer.said.told, { exact: true }).click()
      await page.waitForURL(/said=told/)
      await page.reload()
      await page.locator('.decision').first().waitFor()
      const shown = page.locator('.decision')
      expect(await shown.locator('.verdict').count()).toBeGreaterThan(0)
      expect(await shown.count()).toBe(await shown.filter({ has: page.locator('.verdict') }).count())
      await accessible(page)
    })
  })
})

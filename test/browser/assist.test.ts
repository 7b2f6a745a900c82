/** What staff do for a customer, in a real browser: sending again, a block with its approval, the second screen. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as english } from '../../console/src/words/en/all.ts'
import { words as chinese } from '../../console/src/words/zh-CN/all.ts'
import { accessible } from './accessible.ts'
import { openStage, signedIn, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 180_000)
afterAll(() => stage.close())

type Asked = Parameters<typeof signedIn>[2]

async function as(name: string, asked: Asked, does: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, faults } = await signedIn(stage, name, asked)
  try {
    await does(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const at = (path: string): string => `${stage.url}/console/${path}`

async function openCustomer(page: Page, words: typeof english | typeof chinese): Promise<void> {
  await page.goto(at(`customers/${stage.customer.account}`))
  await page.getByRole('button', { name: words.customer.open, exact: true }).click()
  await page.locator('.bubble.sent').first().waitFor()
}

const both = [
  ['zh-CN', chinese],
  ['en', english],
] as const

describe('sending again', () => {
  it.each(both)('is asked with a reason and answered with what was planned: %s', async (language, words) => {
    await as('agent', { language }, async page => {
      await openCustomer(page, words)
      await page
        .locator('.bubble.sent')
        .filter({ has: page.locator('.tone-good') })
        .first()
        .getByRole('button', { name: words.customer.why, exact: true })
        .click()
      await page.getByRole('button', { name: words.assist.resend }).click()
      const dialog = page.locator('.ant-modal')
      await dialog.getByRole('button', { name: words.assist.resend }).click()
      await dialog.getByText(words.parts.needReason).waitFor()
      await dialog.getByLabel(words.assist.resendWhy).fill('case 2026-118')
      await dialog.getByRole('button', { name: words.assist.resend }).click()
      await page.getByRole('status').waitFor()
      await accessible(page)
      await page.getByRole('button', { name: words.assist.look }).click()
      await page.getByText(/^\/kairos\/desk again\//).waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.fact').getByText(words.deeds['reminder.asked-again']).first().waitFor()
    })
  })
})

describe('blocks of reminders (NF-12)', () => {
  it.each(both)(
    'an agent asks, a reviewer approves, the customer’s page tells who: %s',
    async (language, words) => {
      const reason = `case 2026-119 ${language}`
      await as('agent', { language }, async page => {
        await openCustomer(page, words)
        const ask = async (touchpoint: string): Promise<void> => {
          await page.getByLabel(words.assist.which).click()
          await page.locator('.ant-select-item-option').getByText(touchpoint, { exact: true }).click()
          await page.locator('.ant-modal .ant-select').getByText(touchpoint, { exact: true }).waitFor()
          // By its place: a spinner that has just been there may still be part of its name.
          await page.locator('.ant-modal .ant-btn-primary').click()
        }
        await page.getByRole('button', { name: words.assist.askBlock }).click()
        await page.getByLabel(words.assist.blockWhy).fill(reason)
        await ask(words.touchpoints['sensitive-query'])
        await page.getByText(words.faults.mandatory).waitFor()
        await accessible(page)
        await ask(words.touchpoints.points)
        await page.locator('.ant-modal').getByText(words.assist.blockAsked).waitFor()
        await page.locator('.ant-modal').getByRole('button', { name: words.parts.close }).last().click()
        await page.locator('.picture').getByText(reason).waitFor()
        await page.locator('.picture').getByText(reason).scrollIntoViewIfNeeded()
      })
      await as('reviewer', { language }, async page => {
        await page.goto(at('operations'))
        const row = page.getByRole('row').filter({ hasText: reason })
        await row.waitFor()
        await row.getByRole('button', { name: words.assist.approve }).click()
        await page.getByLabel(words.assist.decideWhy).fill('seen')
        await page.locator('.ant-modal').getByRole('button', { name: words.assist.approve }).click()
        await row.waitFor({ state: 'detached' })
        await accessible(page)
      })
      await as('agent', { language }, async page => {
        await openCustomer(page, words)
        const block = page.locator('.picture li').filter({ hasText: reason })
        await block.getByText(words.blockStates.approved, { exact: true }).waitFor()
        await block.getByText(words.assist.approvedBy.replace('{{name}}', 'reviewer')).waitFor()
        await block.getByRole('button', { name: words.assist.lift }).click()
        await page.getByLabel(words.assist.liftWhy).fill('wants them again')
        await page.locator('.ant-modal').getByRole('button', { name: words.assist.lift }).click()
        await block.getByText(words.blockStates.lifted, { exact: true }).waitFor()
      })
    },
  )

  it('who may not decide sees nothing of it', async () => {
    await as('operator', { language: 'en' }, async page => {
      await page.goto(at('operations'))
      await page.getByRole('heading', { name: english.operations.alarms }).waitFor()
      expect(await page.getByText(english.assist.approvals).count()).toBe(0)
    })
  })
})

describe('the second screen (TP2-24)', () => {
  /** What BOSS would send: a change of plan that the customer asks for at the counter. */
  async function orderPlan(): Promise<void> {
    await as('administrator', {}, async page => {
      const { csrf } = await (await page.request.get(`${stage.url}/api/session`)).json()
      const headers = { 'x-kairos-csrf': csrf }
      const data = { name: 'boss-of-the-counter', scopes: ['events:write'] }
      const { key } = await (await page.request.post(`${stage.url}/api/keys`, { headers, data })).json()
      const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
      const event = {
        specversion: '1.0',
        type: 'plan.change-ordered',
        source: '/boss/counter',
        id: 'order-1',
        time: new Date().toISOString(),
        subject: `account:${stage.customer.account}`,
        data: { planId: 'gotone-88', startsOn: soon },
      }
      const answer = await page.request.post(`${stage.url}/api/events`, {
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' },
        data: JSON.stringify(event),
      })
      expect(answer.ok()).toBe(true)
    })
  }

  beforeAll(orderPlan, 60_000)

  it.each(both)(
    'shows the customer before and after, follows the agent, and nothing else stands on it: %s',
    async (language, words) => {
      const other = language === 'en' ? chinese : english
      await as('agent', { language }, async page => {
        await openCustomer(page, words)
        await page.getByRole('button', { name: words.screen.compare }).first().click()
        await page.locator('.spoken').getByText('88').waitFor()
        await accessible(page)
        const [screen] = await Promise.all([
          page.context().waitForEvent('page'),
          page.getByRole('button', { name: words.screen.open }).click(),
        ])
        const chosen = page.getByRole('radiogroup', { name: words.screen.language })
        await chosen.getByText(language === 'en' ? 'English' : '中文').click()
        await screen.getByRole('heading', { name: words.screen.title }).waitFor()
        const shown = await screen.locator('body').innerText()
        expect(shown).toContain('****')
        expect(shown).not.toContain(stage.customer.number.slice(-11))
        expect(shown).not.toContain(stage.customer.account)
        expect(shown).toContain('¥88.00')
        await accessible(screen)
        await screen.setViewportSize({ width: 390, height: 844 })
        await chosen.getByText(language === 'en' ? '中文' : 'English').click()
        await screen.getByRole('heading', { name: other.screen.title }).waitFor()
        await page.getByRole('button', { name: words.screen.hide }).click()
        await screen.getByText(other.screen.welcome).waitFor()
        expect(await screen.getByRole('table').count()).toBe(0)
        await page.getByRole('button', { name: words.screen.show }).click()
        await screen.getByRole('table').waitFor()
        await page.getByRole('dialog').getByRole('button', { name: words.parts.close }).click()
        await screen.getByText(other.screen.welcome).waitFor()
      })
    },
  )
})

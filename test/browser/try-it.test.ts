/** A phone on the screen, over a real gateway: what happens, what the phone shows, and why. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../console/src/words/en/all.ts'
import { until } from '../command-line/kairos.ts'
import { accessible } from './accessible.ts'
import { type Visit, type Watched } from './browser.ts'
import { openStage, signedIn, type Stage } from './stage.ts'

const { tryIt } = words
let stage: Stage
beforeAll(async () => {
  stage = await openStage({ customers: 8, gateway: 'smpp' })
}, 180_000)
afterAll(() => stage.close())

async function as(name: string, asked: Visit, does: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, faults }: Watched = await signedIn(stage, name, { language: 'en', ...asked })
  try {
    await does(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const at = (path: string): string => `${stage.url}/console/${path}`
const message = (page: Page, words: string | RegExp) => page.locator('.sms').filter({ hasText: words })
const happen = (page: Page, title: string): Promise<void> =>
  page.locator('.happening').filter({ hasText: title }).click()

async function wait(page: Page, how: keyof typeof tryIt.waits): Promise<void> {
  const strip = page.locator('.time-strip')
  const answered = page.waitForResponse(answer => answer.url().endsWith('/stage/wait'))
  await strip.getByRole('button', { name: tryIt.waits[how], exact: true }).click()
  const { waitingUntil } = (await (await answered).json()) as { waitingUntil: string | null }
  await until('time has passed', async () => {
    const now = (await strip.locator('time').getAttribute('datetime')) ?? ''
    const isPassing = (await page.locator('.time-strip.is-passing').count()) > 0
    return !isPassing && now >= (waitingUntil ?? '') ? true : null
  })
}

/** Nine in the morning: whatever the hour at which this runs, nothing rests. */
async function invented(page: Page): Promise<void> {
  await page.goto(at('try'))
  await page.locator('.cast button').first().click()
  await page.getByRole('button', { name: tryIt.invent }).click()
  await page.locator('.ant-modal .ant-btn-primary').click()
  await page.getByText(tryIt.phone.emptyUnopened).waitFor()
  await wait(page, 'morning')
}

describe('a simulated customer, played by hand', () => {
  it('opens an account, uses data, switches off, writes, and waits a day', async () => {
    await as('agent', {}, async page => {
      await invented(page)
      await happen(page, tryIt.happenings['open-account'].title)
      await message(page, 'opening payment').waitFor()
      const opening = await page.locator('.sms p').allInnerTexts()
      expect(opening.map(text => /You are on|includes|opening payment/.exec(text)?.[0])).toEqual([
        'You are on',
        'includes',
        'opening payment',
      ])
      await accessible(page)

      for (let used = 1; used <= 5; used += 1) {
        const decided = page.waitForResponse(answer => answer.url().endsWith('/happenings'))
        await happen(page, tryIt.happenings['use-data'].title)
        await decided
        if (used === 4) await message(page, '80%').waitFor()
      }
      await message(page, 'are used up').waitFor()

      await page.getByRole('button', { name: tryIt.phone.turnOff }).click()
      await page.locator('.handset-off').waitFor()
      await happen(page, tryIt.happenings['ask-call-details'].title)
      await page.getByText(tryIt.road.waitsForPhone).waitFor()
      expect(await message(page, 'viewed').count()).toBe(0)
      await page.getByRole('button', { name: tryIt.phone.turnOn }).click()
      await message(page, 'viewed').waitFor()

      await page.getByRole('group', { name: tryIt.phone.codes }).getByText('2651').click()
      await page.locator('.sms-mine').waitFor()
      await message(page, 'has reached us').waitFor()

      const before = await page.locator('.time-now time').getAttribute('datetime')
      await wait(page, 'a-day')
      const after = await page.locator('.time-now time').getAttribute('datetime')
      expect(Date.parse(after!) - Date.parse(before!)).toBeGreaterThan(23 * 3_600_000)
      await page.getByText(tryIt.time.title).waitFor()
      await page.goto(at(''))
      await page.getByRole('heading', { level: 1, name: words.overview.title }).waitFor()
    })
  }, 120_000)

  it('orders a plan that comes into force when the month turns, and is told so', async () => {
    await as('operator', { size: 'phone' }, async page => {
      await invented(page)
      await happen(page, tryIt.happenings['open-account'].title)
      await message(page, 'opening payment').waitFor()
      await happen(page, tryIt.happenings['change-plan'].title)
      await page.locator('.held').getByText('next month').waitFor()
      await accessible(page)
      await wait(page, 'month')
      await page.locator('.held').getByText('Business 88').waitFor()
      await message(page, /Business 88/)
        .last()
        .waitFor()
    })
  }, 120_000)

  it('lands abroad, and comes home', async () => {
    await as('administrator', { look: 'dark' }, async page => {
      await invented(page)
      await happen(page, tryIt.happenings['open-account'].title)
      await page.locator('.held').waitFor()
      await happen(page, 'Thailand')
      await page.locator('.handset-network').getByText('Thailand').waitFor()
      await message(page, /Thailand/)
        .first()
        .waitFor()
      await accessible(page)
      await happen(page, tryIt.happenings['return-home'].title)
      await page.locator('.handset-network').getByText(tryIt.phone.operator).waitFor()
    })
  }, 120_000)
})

describe('the place', () => {
  it('begins with three proposals, in few words, and the first of them leads to a phone', async () => {
    await as('operator', {}, async page => {
      await page.getByRole('link', { name: words.places.tryIt }).click()
      await page.locator('.proposal').nth(2).waitFor()
      await accessible(page)
      await page.locator('.proposal').first().click()
      await page.locator('.held').waitFor()
      expect(new URL(page.url()).searchParams.get('who')).toMatch(/^A\d+$/)
    })
  })

  it.each(['viewer', 'editor', 'auditor'])('is not for %s, and says so', async role => {
    await as(role, {}, async page => {
      expect(await page.getByRole('link', { name: words.places.tryIt }).count()).toBe(0)
      await page.goto(at('try'))
      await page.getByText(words.faults['not-permitted']).waitFor()
    })
  })
})

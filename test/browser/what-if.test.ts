/** What if: an operator plays simulated people under two versions; a viewer sees what came of it, and may not start. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { words as english } from '../../console/src/words/en/all.ts'
import { words as chinese } from '../../console/src/words/zh-CN/all.ts'
import { readBundle } from '../../src/rulebook/folder.ts'
import { checkout } from '../command-line/kairos.ts'
import { accessible } from './accessible.ts'
import { openStage, signedIn, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ customers: 20 })
  await submitOldPractice()
}, 180_000)
afterAll(() => stage.close())

/** The practice of 2012 as a second version. */
async function submitOldPractice(): Promise<void> {
  const { bundle } = readBundle(`${checkout}/rulebook-2012`)
  const key = readFileSync(stage.place.path('data/demo/api-key'), 'utf8').trim()
  const answer = await fetch(`${stage.url}/rulebook/versions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 'practice-2012', note: 'as it was', files: bundle }),
  })
  if (answer.status !== 201) throw new Error(await answer.text())
}

async function as(
  name: string,
  language: 'zh-CN' | 'en',
  does: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, context, faults } = await signedIn(stage, name, { language })
  try {
    await page.goto(`${stage.url}/console/what-if`)
    await does(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

it('an operator tries a version, sees it run, and what it would have come to', async () => {
  await as('operator', 'zh-CN', async page => {
    await page.getByText(chinese.whatIf.empty).waitFor()
    await page.getByLabel(chinese.whatIf.customers).fill('12')
    await page.getByRole('button', { name: chinese.whatIf.start }).click()
    await page.getByRole('progressbar').waitFor()
    await page.getByText(chinese.whatIf.states.done, { exact: true }).waitFor({ timeout: 200_000 })
    const text = await page.locator('main table').innerText()
    expect(text).toContain('practice-2012')
    expect(text).toContain(chinese.whatIf.rows.complaints)
    await accessible(page)
  })
}, 240_000)

it('is cancelled by an operator, and seen by a viewer, who cannot start one', async () => {
  await as('operator', 'en', async page => {
    await page.getByRole('button', { name: english.whatIf.start }).click()
    await page.getByRole('button', { name: english.whatIf.cancel }).click()
    await page.getByText(english.whatIf.states.cancelled, { exact: true }).waitFor()
  })
  await as('viewer', 'en', async page => {
    await page.getByText(english.whatIf.notOperator).waitFor()
    await page.getByText(english.whatIf.states.cancelled, { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: english.whatIf.start }).count()).toBe(0)
  })
}, 120_000)

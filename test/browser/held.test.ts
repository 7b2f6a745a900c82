/** The card of what an outage left due (G14), in a real browser. The demo holds nothing, so what the API answers is told here. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as english } from '../../console/src/words/en/all.ts'
import { words as chinese } from '../../console/src/words/zh-CN/all.ts'
import { heldView } from '../../src/api/shapes/held.ts'
import { accessible } from './accessible.ts'
import { openStage, signedIn, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 180_000)
afterAll(() => stage.close())

type View = ReturnType<typeof heldView.encode>
const [outage] = heldView.meta()!['examples'] as [View]
const restore: View = { ...outage, hold: { ...outage.hold!, kind: 'restore', compared: null } }

/** Answers as told, and keeps what was asked. */
async function withAnswer(
  name: string,
  { language, view }: { readonly language: 'en' | 'zh-CN'; readonly view: View },
  does: (page: Page, asked: unknown[]) => Promise<void>,
): Promise<void> {
  const { page, context, faults } = await signedIn(stage, name, { language })
  const asked: unknown[] = []
  await page.route(/\/held(\/|$)/, route => {
    if (route.request().method() === 'POST') asked.push(route.request().postDataJSON())
    return route.fulfill({ json: view })
  })
  try {
    await page.goto(`${stage.url}/console/operations`)
    await does(page, asked)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

describe('what is held', () => {
  it('an operator sees it by class, and withholds one with a reason', async () => {
    await withAnswer('operator', { language: 'zh-CN', view: outage }, async (page, asked) => {
      await page.getByText(chinese.held.title).waitFor()
      await page.getByText('已放行（wang）').waitFor()
      await accessible(page)
      await page
        .getByRole('button', { name: /不\s*再\s*发/ })
        .first()
        .click()
      await page.getByLabel(chinese.held.why).fill('已另行通知')
      await page.locator('.ant-modal .ant-btn-dangerous').click()
      await page.getByLabel(chinese.held.why).waitFor({ state: 'detached' })
      expect(asked).toEqual([{ class: 'real-time', note: '已另行通知' }])
    })
  })

  it('after a restore all is released at a rate, and knowingly without a log', async () => {
    await withAnswer('operator', { language: 'en', view: restore }, async (page, asked) => {
      await page.getByText(english.held.notCompared, { exact: false }).waitFor()
      await page.getByRole('button', { name: english.held.releaseAll }).click()
      await page.getByLabel(english.held.perSecond).fill('50')
      await page.getByLabel(english.held.unchecked).check()
      await accessible(page)
      await page.getByLabel(english.held.why).fill('no log to be had')
      await page.getByRole('dialog').getByRole('button', { name: english.held.doRelease }).click()
      await page.getByLabel(english.held.why).waitFor({ state: 'detached' })
      expect(asked).toEqual([{ messagesPerSecond: 50, unchecked: true, note: 'no log to be had' }])
    })
  })

  it('a viewer sees it and may do nothing; where nothing is held there is no card', async () => {
    await withAnswer('viewer', { language: 'en', view: outage }, async page => {
      await page.getByText(english.held.title).waitFor()
      expect(await page.getByRole('button', { name: english.held.releaseAll }).count()).toBe(0)
      expect(await page.getByRole('button', { name: english.held.doWithhold }).count()).toBe(0)
    })
    await withAnswer('viewer', { language: 'en', view: { ...outage, hold: null, items: [] } }, async page => {
      await page.getByText(english.operations.balance).waitFor()
      expect(await page.getByText(english.held.title).count()).toBe(0)
    })
  })
})

/** A version is tried before it is published; one that is paused says why and is let go on or recalled. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as english } from '../../console/src/words/en/all.ts'
import { words as chinese } from '../../console/src/words/zh-CN/all.ts'
import { readBundle } from '../../src/rulebook/folder.ts'
import { checkout } from '../command-line/kairos.ts'
import { accessible } from './accessible.ts'
import { tried } from './dry-run.ts'
import { openStage, signedIn, type Stage } from './stage.ts'

const { bundle } = readBundle(`${checkout}/rulebook`)
const noMore = 'touchpoints/10-data-usage.yaml'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ customers: 40 })
  // Fewer reminders: nobody is told of used data any more below what the rule asks.
  await submitted('quieter', { ...bundle, [noMore]: bundle[noMore]!.replaceAll('PT2H', 'PT1M') })
  await submitted('urgent', { ...bundle, [noMore]: `# in a hurry\n${bundle[noMore]!}` })
  await reviewed('quieter')
  await reviewed('urgent')
}, 180_000)
afterAll(() => stage.close())

async function ask(path: string, body: object): Promise<void> {
  const key = readFileSync(stage.place.path('data/demo/api-key'), 'utf8').trim()
  const answer = await fetch(`${stage.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
}

const submitted = (version: string, files: object): Promise<void> =>
  ask('/rulebook/versions', { version, note: 'for a test', files })

/** By somebody else than the key that submitted it. */
const reviewed = (version: string): Promise<void> =>
  as('reviewer', { language: 'en', path: `rules/${version}` }, async page => {
    await page.getByText(english.dryRun.waitsForReview).waitFor()
    await page.getByRole('button', { name: english.rules.review }).click()
    await page.getByRole('button', { name: 'OK' }).click()
    await page.getByText(english.dryRun.nextRun).waitFor()
  })

async function as(
  name: string,
  { path, ...asked }: Parameters<typeof signedIn>[2] & { readonly path: string },
  does: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, context, faults } = await signedIn(stage, name, asked)
  try {
    await page.goto(`${stage.url}/console/${path}`)
    await does(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const main = (page: Page): Promise<string> => page.locator('main').innerText()

describe('a dry run', () => {
  it('a viewer may neither start one nor publish, and is told what comes next', async () => {
    await as('viewer', { language: 'en', path: 'rules/quieter?tab=dry-run' }, async page => {
      await page.getByText(english.dryRun.nextRun).waitFor()
      await page.getByText(english.dryRun.notAllowed).waitFor()
      expect(await page.getByRole('button', { name: english.dryRun.start }).count()).toBe(0)
      expect(await page.getByRole('button', { name: english.dryRun.untried }).count()).toBe(0)
      expect(await page.getByRole('button', { name: english.rules.publish, exact: true }).count()).toBe(0)
    })
  })

  it('a period that cannot be is refused with the reason', async () => {
    await as('editor', { language: 'en', path: 'rules/quieter?tab=dry-run' }, async page => {
      await page.getByLabel(english.dryRun.from).fill('2026-05-03')
      await page.getByLabel(english.dryRun.until).fill('2026-05-01')
      await page.getByRole('button', { name: english.dryRun.start }).click()
      await page.getByRole('alert').getByText(english.faults['invalid-input']).waitFor()
    })
  })

  it('an editor runs it, sees before and after, and only then may publish', async () => {
    await as('editor', { language: 'en', path: 'rules/quieter' }, async page => {
      expect(await page.getByRole('button', { name: english.rules.publish, exact: true }).count()).toBe(0)
      await tried(page)
      await page.getByRole('heading', { name: english.dryRun.byDay }).waitFor()
      await page.locator('.drawn svg').waitFor()
      const said = await main(page)
      expect(said).toContain(english.dryRun.sure)
      expect(said).toMatch(/What became of [\d,]+ messages/)
      expect(said).toMatch(/Messages\t[\d,]+\t[\d,]+/)
      await page.getByText(english.dryRun.kinds.rules, { exact: true }).click()
      await page.getByRole('link', { name: 'data-used-80', exact: true }).first().waitFor()
      await accessible(page)
      await page.getByRole('button', { name: english.rules.publish, exact: true }).waitFor()
    })
  }, 120_000)

  it('says the same in Chinese on a phone, and nothing reaches over its edge', async () => {
    await as(
      'reviewer',
      { language: 'zh-CN', size: 'phone', path: 'rules/quieter?tab=dry-run' },
      async page => {
        await page.getByRole('heading', { name: chinese.dryRun.byDay }).waitFor()
        await page.getByText(chinese.dryRun.editorPublishes).waitFor()
        await accessible(page)
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      },
    )
  })

  it('in an emergency a reviewer publishes without one, with a reason; an editor cannot', async () => {
    await as('editor', { language: 'en', path: 'rules/urgent' }, async page => {
      await page.getByText(english.dryRun.nextRun).waitFor()
      expect(await page.getByRole('button', { name: english.dryRun.untried }).count()).toBe(0)
    })
    await as('reviewer', { language: 'en', path: 'rules/urgent' }, async page => {
      await page.getByRole('button', { name: english.dryRun.untried }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: english.dryRun.untried }).click()
      await page.getByText(english.parts.needReason).waitFor()
      await accessible(page)
      await dialog.getByLabel(english.dryRun.untriedWhy).fill('wrong price goes out at noon')
      await dialog.getByRole('button', { name: english.dryRun.untried }).click()
      await page.getByText(english.rules.inForce, { exact: true }).first().waitFor()
    })
  })
})

describe('a version that is paused', () => {
  it('G12: says so on its page and among the operations; an operator lets it go on, an editor may recall it', async () => {
    await ask('/pauses', { kind: 'version', value: 'urgent', note: 'sent far too much' })
    await as('editor', { language: 'en', path: 'rules/urgent' }, async page => {
      const notice = page.getByRole('alert').filter({ hasText: english.dryRun.paused })
      await notice.getByText(/sent far too much/).waitFor()
      expect(await notice.getByRole('button', { name: english.dryRun.letGo }).count()).toBe(0)
      await notice.getByRole('button', { name: english.rules.recall }).waitFor()
      await accessible(page)
    })
    await as('operator', { language: 'en', path: 'operations' }, async page => {
      const notice = page.getByRole('alert').filter({ hasText: english.dryRun.paused })
      await notice.getByRole('link', { name: 'urgent' }).waitFor()
      expect(await notice.getByRole('button', { name: english.rules.recall }).count()).toBe(0)
      await notice.getByRole('button', { name: english.dryRun.letGo }).click()
      await page.getByRole('button', { name: 'OK' }).click()
      await notice.waitFor({ state: 'detached' })
    })
  })
})

describe('testing a rule', () => {
  const rule = 'rules/rule/sensitive-query'

  it('nobody but those who write and review may', async () => {
    await as('viewer', { language: 'en', path: rule }, async page => {
      await page.getByText(english.draft.readOnly).waitFor()
      expect(await page.getByText(english.trial.title, { exact: true }).count()).toBe(0)
    })
  })

  it.each([
    ['en', english, 'desk'],
    ['zh-CN', chinese, 'phone'],
  ] as const)(
    'shows what would be told, how it was planned, and in both languages: %s',
    async (language, words, size) => {
      await as('editor', { language, size, path: rule }, async page => {
        await page.getByText(words.trial.title, { exact: true }).first().click()
        const event = page.getByLabel(words.trial.event)
        await event.waitFor()
        expect(await event.inputValue()).toContain('query.performed')
        await accessible(page)
        const run = page.getByRole('button', { name: words.trial.run, exact: true })
        await run.click()
        await page
          .locator('.trial-reminder .phone-bubble[lang=en]')
          .getByText(/viewed your/)
          .waitFor()
        const said = await main(page)
        expect(said).toContain(words.trial.channel.replace('{{channel}}', words.channelNames.sms))
        expect(said).toContain(words.trial.checks['told-recently'])
        expect(await page.locator('.trial-reminder .phone-bubble').count()).toBe(2)
        await accessible(page)
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        await event.fill('{"type": ')
        await run.click()
        await page.getByText(words.trial.notJson).waitFor()
        await event.fill('{"type": "query.performed"}')
        await run.click()
        await page.getByRole('alert').getByText(words.faults['invalid-input']).waitFor()
      })
    },
  )

  it('tests the draft as it is being written', async () => {
    await as('editor', { language: 'en', path: 'wording/sensitive-query' }, async page => {
      const text = page.getByRole('textbox', { name: 'sensitive-query en' })
      await text.click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(' As written in the draft.')
      await page.getByText(english.draft.sound).waitFor()
      await page.goto(`${stage.url}/console/${rule}`)
      await page.getByText(english.trial.title, { exact: true }).first().click()
      await page.getByText(english.trial.onDraft).waitFor()
      await page.getByRole('button', { name: english.trial.run, exact: true }).click()
      await page
        .locator('.trial-reminder')
        .getByText(/As written in the draft/)
        .waitFor()
    })
  })
})

describe('the books', () => {
  it('are counted where they are shown, and not by opening the overview', async () => {
    await as('operator', { language: 'en', path: 'channels' }, async page => {
      const asked: string[] = []
      page.on('request', request => asked.push(new URL(request.url()).pathname))
      await page.goto(`${stage.url}/console/`)
      await page.locator('.attention').waitFor()
      await page.goto(`${stage.url}/console/touchpoints`)
      await page.locator('.card.linked').first().waitFor()
      expect(asked.filter(path => path.endsWith('/reconcile'))).toEqual([])
      await page.goto(`${stage.url}/console/operations`)
      await page.getByText(english.operations.balance).waitFor()
      expect(asked.filter(path => path.endsWith('/reconcile'))).toHaveLength(1)
      await page.getByRole('button', { name: english.operations.countNow }).click()
      await expect.poll(() => asked.filter(path => path.endsWith('/reconcile')).length).toBe(2)
    })
  })
})

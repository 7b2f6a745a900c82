/** Rules, wording and catalogue in a real browser: written by one, reviewed by another, published at a time. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as english } from '../../console/src/words/en/all.ts'
import { words as chinese } from '../../console/src/words/zh-CN/all.ts'
import { accessible } from './accessible.ts'
import { tried } from './dry-run.ts'
import { openStage, signedIn, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
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

const rule = 'rules/rule/data-used-80'
const source = (page: Page) => page.locator('.source-editor .cm-content')
const bar = (page: Page) => page.locator('.draft-bar')

describe('rules', () => {
  it('are found by their words and show what became of them', async () => {
    await as('viewer', { language: 'zh-CN' }, async page => {
      await page.goto(at('rules'))
      await page.getByRole('link', { name: 'data-used-80', exact: true }).waitFor()
      const all = await page.locator('.rule-table tbody tr').count()
      expect(all).toBeGreaterThan(100)
      await accessible(page)
      await page.getByLabel(chinese.rules.search).fill('TP10-08')
      await page.getByRole('link', { name: 'opening-tips', exact: true }).waitFor({ state: 'detached' })
      expect(await page.locator('.rule-table tbody tr').count()).toBeLessThan(all)
      expect(page.url()).toContain('q=TP10-08')
    })
  })

  it('a viewer looks at form and text and changes neither', async () => {
    await as('viewer', { language: 'en' }, async page => {
      await page.goto(at(rule))
      await page.getByText(english.draft.readOnly).waitFor()
      await source(page).waitFor()
      expect(
        await page.locator('.entry-form').locator('input, textarea, [contenteditable=true]').count(),
      ).toBe(0)
      await source(page).click()
      await page.keyboard.type('nothing')
      expect(await source(page).innerText()).not.toContain('nothing')
      await accessible(page)
    })
  })

  it('the form writes the text, the text fills the form; faults stand at their line; the draft outlives the page', async () => {
    await as('editor', { language: 'en' }, async page => {
      await page.goto(at(rule))
      await source(page).waitFor()
      const useful = page.locator('.entry-field', { hasText: 'useful-for' }).locator('input')
      await useful.fill('PT9H')
      await source(page).getByText('useful-for: PT9H').waitFor()
      await page.getByText(english.draft.sound).waitFor()
      await useful.fill('nine hours')
      await page.getByText(english.draft.faultsHere).waitFor()
      await page.locator('.fault-list').getByText('touchpoints/10-data-usage.yaml:').first().waitFor()
      await page.locator('.cm-lint-marker-error').first().waitFor()
      await accessible(page)
      await page.reload()
      expect(await useful.inputValue()).toBe('nine hours')
      await useful.fill('PT9H')
      await page.getByText(english.draft.sound).waitFor()
      await page.getByRole('button', { name: '1 file changed' }).click()
      await page.locator('.diff .cm-changedLine').first().waitFor()
      await accessible(page)
      await page.getByRole('button', { name: english.draft.restore }).click()
      await page.getByText(/nothing is changed yet/).waitFor()
      expect(await useful.inputValue()).toBe('PT2H')
    })
  })

  it('what was typed into the text is taken back by the button, and done again, in the text as well', async () => {
    await as('editor', { language: 'en' }, async page => {
      await page.goto(at('catalogue?file=policy/planning.yaml'))
      await source(page).waitFor()
      const before = await source(page).innerText()
      await source(page).click()
      await page.keyboard.press('Control+Home')
      await page.keyboard.type('# a remark')
      await page.getByText(english.draft.sound).waitFor()
      expect(await source(page).innerText()).toContain('# a remark')
      await bar(page).getByRole('button', { name: english.draft.undo, exact: true }).click()
      await page.getByText(/nothing is changed yet/).waitFor()
      expect(await source(page).innerText()).toBe(before)
      await bar(page).getByRole('button', { name: english.draft.redo, exact: true }).click()
      await page.getByRole('button', { name: '1 file changed' }).waitFor()
      expect(await source(page).innerText()).toContain('# a remark')
      await bar(page).getByRole('button', { name: english.draft.undo, exact: true }).click()
      await page.getByText(/nothing is changed yet/).waitFor()
      // What is typed after it is a step of its own.
      await source(page).click()
      await page.keyboard.press('Control+Home')
      await page.keyboard.type('# another')
      await page.getByRole('button', { name: '1 file changed' }).waitFor()
      await bar(page).getByRole('button', { name: english.draft.undo, exact: true }).click()
      await page.getByText(/nothing is changed yet/).waitFor()
      expect(await source(page).innerText()).toBe(before)
    })
  })

  it('what conditions may name is offered while they are written', async () => {
    await as('editor', { language: 'en' }, async page => {
      await page.goto(at(rule))
      const when = page.getByRole('textbox', { name: english.fields.when })
      await when.click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(' && line.bra')
      await page.locator('.cm-tooltip-autocomplete').getByText('line.brand', { exact: true }).click()
      await page.keyboard.type(" == '")
      await page.locator('.cm-tooltip-autocomplete').getByText("'m-zone'").waitFor()
    })
  })
})

describe('wording', () => {
  it.each(['zh-CN', 'en'] as const)(
    'NF-07 NF-08: a word of the trade is replaced at a click; phones show parts and cost: %s',
    async language => {
      const words = language === 'en' ? english : chinese
      await as('editor', { language }, async page => {
        await page.goto(at('wording/data-used-80'))
        const text = page.getByRole('textbox', { name: 'data-used-80 zh-CN' })
        await page.locator('.phone-bubble').first().waitFor()
        await accessible(page)
        await text.click()
        await page.keyboard.press('Control+End')
        await page.keyboard.type('另有GPRS可选。')
        const replace = page.getByRole('button', {
          name: words.wording.replaceBy.replace('{{word}}', '手机上网'),
        })
        await replace.click()
        await text.getByText('另有手机上网可选。').waitFor()
        await page.locator('.phone-bubble').getByText('另有手机上网可选。').first().waitFor()
        await replace.waitFor({ state: 'detached' })
        expect(await page.locator('.phone').count()).toBe(5)
        expect(await page.locator('.phone').first().innerText()).toContain('¥0.0')
      })
    },
  )

  it('NF-09: what must be told and is not stands there; on a phone too', async () => {
    await as('editor', { language: 'zh-CN', size: 'phone' }, async page => {
      await page.goto(at('wording/data-used-80'))
      const text = page.getByRole('textbox', { name: 'data-used-80 zh-CN' })
      await text.fill('套餐流量已用{{ bucket.usedPercent | percent }}。')
      await page.getByText(`(${chinese.wording.mustTell})`).first().waitFor()
      await accessible(page)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    })
  })
})

describe('catalogue and policy', () => {
  it('a new price from a day on, a figure of the policy; submitted, reviewed by another, published at a time', async () => {
    let version = ''
    await as('editor', { language: 'en' }, async page => {
      await page.goto(at('catalogue'))
      await page.locator('.openable').first().waitFor()
      await accessible(page)
      await page
        .getByRole('button', { name: `${english.catalogue.fromDay} gotone-88` })
        .last()
        .click()
      await page.getByLabel(english.catalogue.firstDay).fill('2027-01-01')
      await page.getByRole('button', { name: english.rules.create }).click()
      const fee = page.locator('.entry-field', { hasText: 'monthly-fee' }).locator('input')
      await fee.fill('79.50')
      await source(page).getByText('monthly-fee: 79.50').waitFor()
      await accessible(page)
      await page.goto(at('catalogue?file=policy/planning.yaml'))
      await page.locator('.entry-field', { hasText: 'cap-per-day' }).locator('input').fill('4')
      // The text beside it draws only the lines in view: what is kept holds them all.
      await page.waitForFunction("JSON.stringify(localStorage).includes('cap-per-day: 4')")
      await page.getByText(english.draft.sound).waitFor()
      await accessible(page)
      await bar(page).getByRole('button', { name: english.draft.submit }).click()
      await page.getByLabel(english.draft.submitNote).fill('a price of January, one reminder less')
      await page.getByRole('dialog').getByRole('button', { name: english.draft.submit }).click()
      await page.getByText(english.rules.ownDraft).waitFor()
      version = new URL(page.url()).pathname.split('/').at(-1)!
      await page.locator('.change').first().waitFor()
      expect(await page.locator('.change').count()).toBe(2)
    })
    await as('reviewer', { language: 'en' }, async page => {
      await page.goto(at(`rules/${version}`))
      await page.getByRole('button', { name: english.rules.review }).click()
      await page.getByRole('button', { name: 'OK' }).click()
      await page.getByText(english.versionStates.reviewed, { exact: true }).waitFor()
      await page.getByRole('tab', { name: english.rules.completeness }).click()
      await page.getByText(english.rules.complete, { exact: true }).waitFor()
    })
    await as('editor', { language: 'en' }, async page => {
      await page.goto(at(`rules/${version}`))
      await tried(page)
      await page.getByText(english.rules.publishLater, { exact: true }).click()
      await page
        .getByRole('textbox', { name: english.rules.publishAt })
        .or(page.locator('input[type=datetime-local]'))
        .first()
        .fill('2036-01-01T08:30')
      await accessible(page)
      await page.getByRole('button', { name: english.rules.publish, exact: true }).click()
      await page.getByRole('button', { name: 'OK' }).click()
      await page.getByText(/in force from .*08:30/).waitFor()
      await page.goto(at('rules'))
      await page.getByText(/nothing is changed yet/).waitFor()
    })
  }, 240_000)
})

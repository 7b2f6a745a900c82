/** Pictures of the console for the README, from a played month: `npm run screenshots`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { words } from '../../console/src/words/zh-CN/all.ts'
import type { Visit } from './browser.ts'
import { openStage, signedIn } from './stage.ts'

const folder = join(import.meta.dirname, '../../docs/screenshots')
mkdirSync(folder, { recursive: true })
const stage = await openStage({ gateway: 'smpp' })
const { account } = stage.customer

const opened = async (page: Page): Promise<void> => {
  await page.locator('.ant-modal .ant-btn-primary').click()
  await page.locator('.bubble').first().waitFor()
}

const { tryIt } = words

/** Somebody new, in the morning, when nothing rests, with an account of their own. */
const livedThrough = async (page: Page): Promise<void> => {
  await page.locator('.cast button').first().click()
  await page.getByRole('button', { name: tryIt.invent }).click()
  await page.locator('.ant-modal .ant-btn-primary').click()
  await page.getByText(tryIt.phone.emptyUnopened).waitFor()
  await page.locator('.time-strip').getByRole('button', { name: tryIt.waits.morning, exact: true }).click()
  await page.locator('.time-strip:not(.is-passing)').waitFor()
  await page.locator('.happening').filter({ hasText: tryIt.happenings['open-account'].title }).click()
  await page.locator('.sms').nth(2).waitFor()
}

interface Picture {
  readonly name: string
  readonly who: string
  readonly path: string
  readonly asked?: Visit
  readonly first?: (page: Page) => Promise<void>
  /** Of which there is something on the page when it is ready. */
  readonly ready: string
}

/** All of the month. */
const played = `?span=month&day=${stage.month}`

const pictures: readonly Picture[] = [
  { name: 'overview', who: 'operator', path: played, ready: '.drawn svg' },
  { name: 'overview-phone', who: 'operator', path: played, asked: { size: 'phone' }, ready: '.drawn svg' },
  { name: 'customer', who: 'agent', path: `customers/${account}`, first: opened, ready: '.picture' },
  {
    name: 'customer-phone',
    who: 'agent',
    path: `customers/${account}`,
    asked: { size: 'phone', language: 'en' },
    first: opened,
    ready: '.picture',
  },
  { name: 'wording', who: 'editor', path: 'wording/sensitive-query', ready: '.phone-bubble' },
  { name: 'blueprint', who: 'viewer', path: 'touchpoints/low-balance', ready: '.drawing svg' },
  {
    name: 'operations-dark',
    who: 'operator',
    path: 'operations',
    asked: { look: 'dark', language: 'en' },
    ready: '.verdict-box',
  },
  // The last one: it moves the clock.
  { name: 'try-it', who: 'agent', path: 'try', first: livedThrough, ready: '.sms' },
]

try {
  for (const { name, who, path, asked, first, ready } of pictures) {
    const { page, context } = await signedIn(stage, who, asked)
    await page.goto(`${stage.url}/console/${path}`)
    await first?.(page)
    await page.locator(ready).first().waitFor()
    await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' })
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await context.close()
    process.stdout.write(`docs/screenshots/${name}.png\n`)
  }
} finally {
  await stage.close()
}

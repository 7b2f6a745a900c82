/** A month of a small operator, served with its console: one for all browser tests. */
import { execFileSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { demoPassword } from '../../src/main/demo/staff.ts'
import { checkout, Place } from '../command-line/kairos.ts'
import { openBrowser, visit, type Visit, type Watched } from './browser.ts'

export interface Stage {
  readonly url: string
  readonly place: Place
  readonly browser: Browser
  /** A customer with much to tell. */
  readonly customer: { readonly account: string; readonly number: string }
  close(): Promise<void>
}

/** To play the month, on a machine that does other things besides. */
const monthMs = 150_000

interface Wish {
  readonly customers?: number
  /** Only over SMPP there is a stage with phones in hand. */
  readonly gateway?: 'log' | 'smpp'
}

export async function openStage({ customers = 120, gateway = 'log' }: Wish = {}): Promise<Stage> {
  execFileSync(process.execPath, ['console/build.ts', '--if-changed'], { cwd: checkout, stdio: 'inherit' })
  const place = new Place()
  const started = place.start([
    'demo',
    '--customers',
    `${customers}`,
    '--gateway',
    gateway,
    '--lang',
    'en',
    '--port',
    '0',
  ])
  const [, account = ''] = await started.said(/explain (\S+)/, monthMs)
  const [, number = ''] = await started.said(/timeline (\S+)/)
  const [, url = ''] = await started.said(/The API is at (\S+) /)
  const browser = await openBrowser()
  return {
    url,
    place,
    browser,
    customer: { account, number },
    async close() {
      await browser.close()
      await started.stopped()
      place.remove()
    },
  }
}

/** A page with somebody signed in. */
export async function signedIn(stage: Stage, name: string, asked: Visit = {}): Promise<Watched> {
  const watched = await visit(stage.browser, asked)
  await watched.page.goto(`${stage.url}/console/`)
  await enter(watched.page, name, demoPassword)
  await watched.page.locator('.desk').waitFor()
  return watched
}

export async function enter(page: Page, name: string, password: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(name)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.locator('button[type=submit]').click()
}

/** A month of a small operator, served with its console: one for all browser tests. */
import type { Browser, Page } from 'playwright-core'
import { demoPassword } from '../../src/main/demo/staff.ts'
import { Place } from '../command-line/kairos.ts'
import { buildConsole, openBrowser, visit, type Visit, type Watched } from './browser.ts'

export interface Stage {
  readonly url: string
  readonly place: Place
  readonly browser: Browser
  /** A customer with much to tell. */
  readonly customer: { readonly account: string; readonly number: string }
  /** The first day of the month that was played. */
  readonly month: string
  /** Sends it a fact of now, about the customer, and of whatever else is said. */
  tell(id: string, change?: { readonly time?: string }): Promise<void>
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
  buildConsole()
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
  const [, month = ''] = await started.said(/The month in reminders: (\S+)/, monthMs)
  const [, account = ''] = await started.said(/explain (\S+)/)
  const [, number = ''] = await started.said(/timeline (\S+)/)
  const [, url = ''] = await started.said(/The API is at (\S+) /)
  const browser = await openBrowser()
  return {
    url,
    place,
    browser,
    customer: { account, number },
    month,
    async tell(id, { time = new Date().toISOString() } = {}) {
      const fact = {
        specversion: '1.0',
        id,
        source: 'browser-test',
        type: 'query.performed',
        subject: `tel:${number}`,
        time,
        data: { kind: 'call-detail', channel: 'app', verifiedBy: 'service-password' },
      }
      const answer = await fetch(`${url}/events`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${place.read('data', 'demo', 'api-key').trim()}`,
          'content-type': 'application/cloudevents+json',
        },
        body: JSON.stringify(fact),
      })
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    },
    async close() {
      await browser.close()
      await started.stopped()
      place.remove()
    },
  }
}

/** How long a page may take to open behind the door, on a machine that does other things besides. */
const deskMs = 15_000

/**
 * A page with somebody signed in. About one in three hundred has stayed at the door for half a minute, of which the cause is not
 * known yet: it is said aloud, and tried once more.
 */
export async function signedIn(stage: Stage, name: string, asked: Visit = {}): Promise<Watched> {
  for (let tries = 1; ; tries += 1) {
    const watched = await visit(stage.browser, asked)
    await watched.page.goto(`${stage.url}/console/`)
    await enter(watched.page, name, demoPassword)
    try {
      await watched.page.locator('.desk').waitFor({ timeout: tries * deskMs })
      return watched
    } catch (error) {
      const shown = await watched.page.locator('body').innerText()
      process.stderr.write(`${name} stayed at the door: ${shown} ${watched.faults.join(' ')}\n`)
      await watched.context.close()
      if (tries === 2) throw error
    }
  }
}

export async function enter(page: Page, name: string, password: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(name)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.locator('button[type=submit]').click()
}

/** A real Chromium, headless; it comes with `npm ci` and needs nothing of the system. */
import { execFileSync } from 'node:child_process'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { checkout } from '../command-line/kairos.ts'

/** As it is shipped: under the runner's own environment it would be the larger one for developers. */
export function buildConsole(): void {
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync(process.execPath, ['console/build.ts', '--if-changed'], {
    cwd: checkout,
    env,
    stdio: 'inherit',
  })
}

export const openBrowser = async (): Promise<Browser> =>
  driver.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter(arg => arg !== '--single-process'),
    headless: true,
  })

export const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const

export interface Visit {
  readonly language?: 'zh-CN' | 'en'
  readonly size?: keyof typeof sizes
  readonly look?: 'light' | 'dark'
}

/** Words that a page may not say to the developers' console: faults of the page, and what its policy held back. */
export interface Watched {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: readonly string[]
}

export async function visit(
  browser: Browser,
  { language = 'zh-CN', size = 'desk', look = 'light' }: Visit,
): Promise<Watched> {
  const context = await browser.newContext({
    locale: language,
    viewport: sizes[size],
    colorScheme: look,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    // A refusal of the API is shown on the page; the browser notes every one of them.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text())
  })
  return { page, context, faults }
}

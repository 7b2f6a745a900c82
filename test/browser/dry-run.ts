/** A version is tried on what really happened, before it may be published. */
import type { Page } from 'playwright-core'
import { words as english } from '../../console/src/words/en/all.ts'

const finishMaxMs = 90_000

/** From the page of a reviewed version, in English, until publishing is offered. */
export async function tried(page: Page): Promise<void> {
  await page.getByRole('link', { name: english.dryRun.runOpen }).click()
  await page.getByRole('button', { name: english.dryRun.start }).click()
  await page.getByText(english.dryRun.nextPublish).waitFor({ timeout: finishMaxMs })
}

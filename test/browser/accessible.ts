import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { until } from '../command-line/kairos.ts'

/** How many animations that end are under way. */
const moving =
  'document.getAnimations().filter(one => one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity).length'

/** Nothing serious stands in the way of a screen reader or a keyboard. */
export async function accessible(page: Page): Promise<void> {
  // What is still fading in has no contrast yet.
  await until('nothing moves', async () => ((await page.evaluate(moving)) === 0 ? true : null))
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

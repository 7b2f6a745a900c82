/**
 * The console's main views over the demo's month (2,000 customers), in a headless Chromium on the same machine: from the
 * address being opened to the last number standing there, nothing in the cache but what a second visit finds. Beside
 * it, in the same run: the console's frame around an address where nothing is.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { openStage, signedIn, type Stage } from '../test/browser/stage.ts'
import { type Measure, quantile } from './clockwork.ts'

export interface ViewsAsk {
  readonly customers: number
  readonly visits: number
}

interface View {
  readonly name: string
  readonly who: string
  readonly path: string
}

const views: readonly View[] = [
  { name: 'overview', who: 'operator', path: '' },
  { name: 'touchpoints', who: 'viewer', path: 'touchpoints' },
  { name: 'a blueprint', who: 'viewer', path: 'touchpoints/low-balance' },
  { name: 'rulebook', who: 'editor', path: 'rules' },
  { name: 'gateways', who: 'operator', path: 'channels' },
  { name: 'set aside', who: 'operator', path: 'set-aside' },
  { name: 'operations', who: 'operator', path: 'operations' },
  { name: 'audit', who: 'auditor', path: 'administration' },
]
const nowhere: View = { name: 'frame', who: 'viewer', path: 'nowhere' }

/** In the browser: everything that was asked for has come. */
const settled = `(() => {
  const main = document.querySelector('main')
  return main !== null && main.innerText.trim() !== '' &&
    document.querySelector('main .ant-skeleton, main .ant-spin-spinning, .opening') === null
})()`

/** Milliseconds of each visit by view, sorted. */
export async function viewTimes({
  customers,
  visits,
}: ViewsAsk): Promise<ReadonlyMap<string, readonly number[]>> {
  const stage = await openStage({ customers })
  try {
    const times = new Map<string, readonly number[]>()
    for (const view of [nowhere, ...views]) times.set(view.name, await visited(stage, view, visits))
    return times
  } finally {
    await stage.close()
  }
}

async function visited(stage: Stage, { who, path }: View, visits: number): Promise<readonly number[]> {
  const { page, context } = await signedIn(stage, who)
  try {
    // The first one fills the cache and is not counted.
    const all: number[] = []
    for (let n = 0; n <= visits; n += 1) all.push(await opened(page, `${stage.url}/console/${path}`))
    return all.slice(1).toSorted((a, b) => a - b)
  } finally {
    await context.close()
  }
}

const openedWithinMs = 30_000

async function opened(page: Page, url: string): Promise<number> {
  const begin = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  while (!(await page.evaluate(settled))) {
    if (performance.now() - begin > openedWithinMs) throw new Error(`${url} is still loading`)
    await sleep(10)
  }
  return performance.now() - begin
}

const ms = (sorted: readonly number[], share: number): string => `${quantile(sorted, share).toFixed(0)} ms`

export function viewRows(times: ReadonlyMap<string, readonly number[]>): readonly Measure[] {
  const frame = times.get(nowhere.name)!
  return views.map(({ name }) => {
    const own = times.get(name)!
    return {
      what: `${name}, opened`,
      figure: `median ${ms(own, 0.5)}, slowest ${ms(own, 1)}`,
      floor: `${ms(frame, 0.5)} (the frame alone)`,
      ratio: `${(quantile(own, 0.5) / quantile(frame, 0.5)).toFixed(1)} ×`,
      target: '< 1 s',
    }
  })
}

export const benchViews = async (): Promise<readonly Measure[]> =>
  viewRows(await viewTimes({ customers: 2_000, visits: 9 }))

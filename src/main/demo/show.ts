/** The demo and `simulate`: plays a month into a database of its own and reports on it. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { createReach } from '../../../operator/handsets.ts'
import type { SmsCentre } from '../../../operator/sms-centre.ts'
import type { Language } from '../../core/event/facts.ts'
import type { Meter } from '../../engine/meter.ts'
import { loadRulebook } from '../../rulebook/folder.ts'
import { type Reconciliation, reconcile } from '../../store/reconcile.ts'
import { readFigures, readLiveliest, type TouchpointFigures } from '../../store/touchpoint-figures.ts'
import type { Config } from '../config.ts'
import { conversationText } from '../conversation.ts'
import { entriesOf } from '../desk/timeline.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { openGateways } from '../gateways.ts'
import { bundledRulebook, type Installation, openInstallation } from '../installation.ts'
import { progressBar } from '../progress.ts'
import { keeperFor } from '../serve.ts'
import { word } from '../words.ts'
import type { Month } from './month.ts'
import { play } from './play.ts'
import { booksText, figuresText, reasonsText } from './report.ts'

export interface Shown {
  readonly seed: string
  readonly from: string
  readonly until: string
  readonly facts: number
  readonly refused: number
  readonly turns: number
  readonly seconds: number
  readonly peakMB: number
  readonly touchpoints: readonly TouchpointFigures[]
  readonly books: Reconciliation
}

const marker = 'kairos-demo'

/**
 * A folder of the demo's own, emptied at each run. One that holds anything else is left alone.
 */
export function freshFolder(folder: string): void {
  if (existsSync(folder) && !existsSync(join(folder, marker)) && readdirSync(folder).length > 0) {
    throw new CommandError(
      exitCodes.setup,
      `${folder} holds something that is not a demo: name another with --data`,
    )
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, marker), 'made by kairos demo; emptied when it runs again\n')
}

interface Ask {
  /** The demo sends to everyone, and nowhere but into files of its own folder or to its own centre (G11). */
  readonly config: Config
  /** The operator's SMS centre, when the demo goes over SMPP. */
  readonly centre?: SmsCentre | undefined
  readonly month: Month
  readonly language: Language
  readonly json: boolean
  readonly log: Logger
}

/** Plays the month; the database is closed again when it returns. */
export async function showMonth({ config, centre, month, language, json, log }: Ask): Promise<Shown> {
  const began = performance.now()
  const secret = Buffer.from(month.seed)
  const installation = await openInstallation(config, { now: () => month.from, secret })
  try {
    const surroundings = keeperFor(installation)
    await surroundings.reload(month.from)
    const bar = progressBar('', json)
    const reach = createReach({ seed: month.seed })
    const gateways = openGateways({ config, reach, clock: null, centre })
    const days = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
    let facts = 0
    const meter = await play({
      ...{ ...installation, ...month, surroundings, gateways, log },
      onProgress: progress => {
        facts = progress.facts
        const done = progress.now - month.from
        bar.at(
          done,
          month.until - month.from,
          `${days(progress.now)} · ${facts} facts · ${progress.turns} turns`,
        )
      },
    })
    bar.end()
    const shown = await resultOf(installation, month, {
      meter,
      facts,
      seconds: (performance.now() - began) / 1_000,
    })
    if (!json) process.stdout.write(`${await reportText(installation, shown, { month, language })}\n`)
    return shown
  } finally {
    await installation.database.close()
  }
}

async function resultOf(
  { database }: Installation,
  month: Month,
  run: { readonly meter: Meter; readonly facts: number; readonly seconds: number },
): Promise<Shown> {
  const iso = (at: number): string => new Date(at).toISOString()
  return {
    seed: month.seed,
    from: iso(month.from),
    until: iso(month.until),
    facts: run.facts,
    refused: month.refused.count,
    turns: run.meter.turns,
    seconds: Math.round(run.seconds * 10) / 10,
    peakMB: Math.round(process.resourceUsage().maxRSS / 1_024),
    touchpoints: await readFigures(database),
    books: await reconcile(database),
  }
}

async function reportText(
  installation: Installation,
  shown: Shown,
  { month, language }: { readonly month: Month; readonly language: Language },
): Promise<string> {
  const titles = titlesOf(language, installation.config)
  const { facts, turns, seconds, peakMB, books } = shown
  const head = `${word('report', language)}: ${shown.from.slice(0, 10)} – ${shown.until.slice(0, 10)}, seed ${shown.seed}`
  const run = `${facts} facts, ${turns} turns, ${seconds} s, ${peakMB} MB`
  const refused =
    month.refused.count === 0
      ? []
      : [`${word('refused', language)}: ${month.refused.count}`, ...month.refused.first, '']
  return [
    '',
    `${head} (${run})`,
    '',
    figuresText(shown.touchpoints, titles, language),
    '',
    reasonsText(books, titles, language),
    '',
    ...refused,
    `${word('books', language)}`,
    booksText(books, language),
    '',
    ...(await oneMonth(installation, language)),
  ].join('\n')
}

/** Titles as the rulebook has them. */
function titlesOf(language: Language, config: Config): (touchpoint: string) => string {
  const { rulebook } = loadRulebook(config.rulebookFolder ?? bundledRulebook)
  const titles = rulebook?.titles
  return touchpoint => titles?.get(touchpoint)?.[language] ?? touchpoint
}

async function oneMonth(installation: Installation, language: Language): Promise<string[]> {
  const { database } = installation
  const liveliest = await readLiveliest(database)
  if (liveliest === null) return []
  const entries = await entriesOf(installation, liveliest)
  const told = entries.filter(entry => entry.kind !== 'event' || !entry.what.endsWith('.reported'))
  const items = told.sort((a, b) => b.at - a.at)
  return [word('month', language), conversationText({ ...liveliest, items, next: null })]
}

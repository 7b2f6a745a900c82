/** The demo and `simulate`: plays a month into a database of its own and looks at what came of it. */
import type { Logger } from 'pino'
import { createReach } from '../../../operator/handsets.ts'
import type { SmsCentre } from '../../../operator/sms-centre.ts'
import type { Language } from '../../core/event/facts.ts'
import { realClock } from '../../engine/clock.ts'
import type { Reach } from '../../channels/log/reach.ts'
import type { Lull, Timed } from '../../engine/feed.ts'
import type { Meter } from '../../engine/meter.ts'
import { numberPlace } from '../../engine/turn/load.ts'
import { readNumbers } from '../../store/line-directory.ts'
import { type Reconciliation, reconcile } from '../../store/reconcile.ts'
import { readFigures, readLiveliest, type TouchpointFigures } from '../../store/touchpoint-figures.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { Config } from '../config.ts'
import { keyOf } from '../desk/reminders.ts'
import { conversationPage, type Entry } from '../desk/timeline.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { openGateways } from '../gateways.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { localDay } from '../local-time.ts'
import { progressBar } from '../progress.ts'
import { watchOver, type Watch } from '../serve.ts'
import type { Month } from './month.ts'
import { play } from './play.ts'
import { reportText } from './report.ts'
import { demoStaff } from './staff.ts'

/** What a month came to, for machines. */
export interface Shown {
  readonly seed: string
  readonly from: string
  readonly until: string
  readonly facts: number
  /** Facts that arrive after the month's end. */
  readonly notPlayed: number
  readonly refused: number
  readonly turns: number
  readonly seconds: number
  readonly peakMB: number
  readonly touchpoints: readonly TouchpointFigures[]
  readonly books: Reconciliation
}

/** The line with the liveliest month. */
export interface Liveliest {
  readonly account: string
  readonly line: string
  readonly number: string
  /** Newest first. */
  readonly entries: readonly Entry[]
}

interface Ask {
  /** The demo sends to everyone, and nowhere but into files of its own folder or to its own centre (G11). */
  readonly config: Config
  /** The operator's SMS centre, when SMS go over SMPP. */
  readonly centre: SmsCentre | null
  readonly month: Month
  readonly language: Language
  readonly quiet: boolean
  /** Whether it is to be looked at afterwards, by staff of the demo. */
  readonly staffed: boolean
  readonly log: Logger
  /** Told how far it is: a share of the month, and in words. */
  readonly onProgress?: (share: number, note: string) => void
  /** Ends it early. */
  readonly signal: AbortSignal
}

/** Plays the month; the database is closed again when it returns. */
export async function showMonth(
  ask: Ask,
): Promise<{ readonly shown: Shown; readonly liveliest: Liveliest | null; readonly report: string }> {
  const { config, month, language, signal } = ask
  const began = performance.now()
  const secret = Buffer.from(month.seed)
  const installation = await openInstallation(config, { now: () => month.from, secret })
  try {
    if (ask.staffed) await demoStaff(installation.database, month.from)
    const watch = watchOver(installation)
    await watch.surroundings.reload(month.from)
    const played = await playMonth(ask, installation, watch)
    if (signal.aborted) throw new CommandError(exitCodes.failed, 'stopped before the month was over')
    const seconds = Math.round((performance.now() - began) / 100) / 10
    const shown = await resultOf(installation, month, { ...played, seconds })
    const liveliest = await liveliestOf(installation)
    const titles = watch.surroundings.rulebookAt(month.until).titles
    const title = (touchpoint: string): string => titles.get(touchpoint)?.[language] ?? touchpoint
    return { shown, liveliest, report: reportText({ shown, liveliest, month, title, language }) }
  } finally {
    await installation.database.close()
  }
}

interface Played {
  readonly meter: Meter
  readonly facts: number
  readonly notPlayed: number
}

async function playMonth(ask: Ask, installation: Installation, { surroundings }: Watch): Promise<Played> {
  const { config, centre, month, quiet, log, signal } = ask
  const bar = progressBar({ title: '', quiet, clock: realClock })
  const gateways = openGateways({ config, reach: readingReach(month), clock: null, centre })
  let pulled = 0
  let facts = 0
  const feed = counted(month.feed, () => (pulled += 1))
  try {
    const meter = await play({
      ...installation,
      ...month,
      feed,
      surroundings,
      gateways,
      log,
      signal,
      onProgress: progress => {
        facts = progress.facts
        const note = `${localDay(progress.now)} · ${facts} facts · ${progress.turns} turns`
        const [passed, whole] = [progress.now - month.from, month.until - month.from]
        bar.at(passed, whole, note)
        ask.onProgress?.(passed / whole, note)
      },
    })
    if (!signal.aborted) for await (const _ of feed) continue
    return { meter, facts, notPlayed: pulled - facts }
  } finally {
    bar.end()
  }
}

/** The handsets behind the files; what they show is read. */
function readingReach({ seed, read }: Month): Reach {
  const reach = createReach({ seed })
  return message => {
    const fate = reach(message)
    if (fate !== 'never' && fate.outcome === 'delivered')
      read({ number: message.number, at: message.now + fate.afterMs, text: message.text })
    return fate
  }
}

async function* counted(feed: Month['feed'], tick: () => void): AsyncGenerator<Timed | Lull> {
  for await (const timed of feed) {
    if (timed.arrival !== null) tick()
    yield timed
  }
}

async function resultOf(
  { database }: Installation,
  { seed, from, until, refused }: Month,
  { meter, facts, notPlayed, seconds }: Played & { readonly seconds: number },
): Promise<Shown> {
  return {
    seed,
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    facts,
    notPlayed,
    refused: refused.count,
    turns: meter.turns,
    seconds,
    peakMB: Math.round(process.resourceUsage().maxRSS / 1_024),
    touchpoints: await readFigures(database),
    books: await reconcile(database),
  }
}

const entriesMax = 200

async function liveliestOf({ database, vault }: Installation): Promise<Liveliest | null> {
  const held = await readLiveliest(database)
  if (held === null) return null
  const { account, line } = held
  const { items } = await conversationPage({ database, vault }, held, { after: null, limit: entriesMax })
  const key = await keyOf({ database, vault }, account)
  const [row] = await readNumbers(database, [{ shard: shardOf(account), account, line }])
  const number =
    row === undefined || key === null ? '' : vault.unseal(key, row.numberEnc, numberPlace(account, line))
  return { ...held, number, entries: items }
}

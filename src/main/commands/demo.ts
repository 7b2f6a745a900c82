/** `demo` and `simulate`: a month of a small operator, played in under a minute. */
import { type Command, Option } from 'commander'
import type { SmsCentre } from '../../../operator/sms-centre.ts'
import { createWriting, type Writing } from '../../../operator/writing.ts'
import { realClock, ShiftedClock } from '../../engine/clock.ts'
import type { Config } from '../config.ts'
import { lookAround, stayText } from '../demo/around.ts'
import { consoleBuilt } from '../demo/console-build.ts'
import { demoFolder, freshFolder, simulationFolder } from '../demo/folder.ts'
import { type Foyer, openFoyer } from '../demo/foyer.ts'
import { openCentre, overSmpp } from '../demo/loopback.ts'
import { fileMonth, lastMonth, type Month, type OperatorAsk, operatorMonth } from '../demo/month.ts'
import { Screens } from '../demo/stage/screens.ts'
import { DemoStage } from '../demo/stage/stage.ts'
import { type Liveliest, type Shown, showMonth } from '../demo/show.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { portTrouble } from '../free-port.ts'
import { serve, type Theatre } from '../serve.ts'
import { askedToEnd, type Ending } from '../signals.ts'
import { contextOf, type Context } from './context.ts'
import { examples, wholeNumber } from './teaching.ts'

type Env = Context['env']

interface Options {
  readonly seed: string
  readonly customers: number
  readonly month?: string
  readonly input?: string
  readonly export?: string
  readonly exit?: boolean
  readonly rulebook?: string
  readonly port?: string
  readonly gateway: 'smpp' | 'log'
}

const customersMax = 100_000
const closeWithinMs = 1_000

function monthOptions(command: Command): Command {
  return command
    .option('--seed <text>', 'another seed, another month', 'demo')
    .option(
      '--customers <n>',
      `how many customers, up to ${customersMax}`,
      wholeNumber(1, customersMax),
      2_000,
    )
    .option('--month <yyyy-mm>', 'which month (default: the last whole one)')
    .option('--input <file>', 'play this NDJSON file of facts instead of the operator’s month')
    .option('--rulebook <folder>', 'with this rulebook instead of the one that comes along')
    .addOption(
      new Option('--gateway <kind>', 'SMS over SMPP to a simulated centre on this machine, or into a file')
        .choices(['smpp', 'log'])
        .default('smpp'),
    )
}

export function demoCommands(program: Command, env: Env): void {
  monthOptions(program.command('demo'))
    .description('watch a small operator’s month pass, then look at it through the API')
    .option('--export <file>', 'write the month’s facts to this file as well, to play it elsewhere')
    .option('--exit', 'end after the report: code 0 only if the books balance')
    .option('--port <n>', 'port of the API (default: 8460, or any free one)')
    .addHelpText(
      'after',
      examples(
        'demo',
        'demo --exit --lang zh-CN',
        'demo --export month.ndjson --exit',
        'demo --input month.ndjson',
      ),
    )
    .addHelpText(
      'after',
      '\nIt works in the folder "demo" of the data folder, which is emptied first, and sends nothing anywhere else.',
    )
    .action((options: Options, command: Command) => demo(contextOf(command, env), options))

  monthOptions(program.command('simulate'))
    .description('play a month and print the report; nothing is kept running')
    .addHelpText(
      'after',
      examples('simulate --seed 7 --customers 500', 'simulate --input facts.ndjson --json'),
    )
    .action(async (options: Options, command: Command) => {
      const context = contextOf(command, env)
      const config = playConfig(context.config, simulationFolder(context.config), options)
      const { shown, report, centre } = await show(context, {
        config,
        options,
        staffed: false,
        ending: askedToEnd(),
        foyer: null,
      })
      await centre?.close(closeWithinMs)
      context.show(shown, () => report)
      requireBalance(shown)
    })
}

async function demo(context: Context, options: Options): Promise<void> {
  const empty = playConfig(context.config, demoFolder(context.config), options)
  const foyer =
    options.exit === true ? null : await openFoyer({ ...empty, port: await portFor(empty, options) })
  if (foyer !== null && !context.json)
    process.stderr.write(`Open ${foyer.url}/console/ at once: it leads on when the month is over.\n`)
  const ending = askedToEnd()
  const building = foyer === null ? null : consoleBuilt()
  const performance = { config: empty, options, staffed: true, ending, foyer }
  const showing = show(context, performance).catch(async (error: unknown) => {
    await foyer?.close()
    throw error
  })
  const { config, centre, shown, theatre, liveliest, report } = await showing
  const kairos = context.env['npm_lifecycle_event'] === undefined ? 'kairos' : 'npm run kairos --'
  const around = lookAround(config, liveliest, kairos)
  if (foyer === null) {
    context.show(shown, () => `${report}\n\n${around}`)
    await centre?.close(closeWithinMs)
  } else {
    if (!context.json) context.show(null, () => `${report}\n\n${around}\n`)
    const trouble = await building
    if (trouble !== null) context.log.warn(trouble)
    const stay = { config: { ...config, port: foyer.port }, theatre, shown, liveliest, ending }
    try {
      await foyer.close()
      await keepUp(context, stay)
    } finally {
      await centre?.close(closeWithinMs)
    }
  }
  requireBalance(shown)
}

/** Only files of its own folder, and its own centre, can be reached, so everyone may be (G11). */
function playConfig(config: Config, dataFolder: string, { rulebook }: Options): Config {
  const gateways = (['sms', 'voice', 'staff-call'] as const).map(channel => ({
    name: `log-${channel}`,
    driver: 'log' as const,
    channel,
    window: 100,
    partsPerSecond: 1_000,
    file: undefined,
  }))
  return {
    ...config,
    dataFolder,
    databaseUrl: undefined,
    masterKeyFile: undefined,
    sendTo: 'everyone',
    gateways,
    rulebookFolder: rulebook ?? config.rulebookFolder,
  }
}

/** Found out before the month is played: the one that was asked for, else any other where that is taken. */
async function portFor(config: Config, { port }: Options): Promise<number> {
  const trouble = await portTrouble(config)
  if (trouble === null) return config.port
  if (port !== undefined) throw new CommandError(exitCodes.setup, trouble)
  return 0
}

interface Showing extends Awaited<ReturnType<typeof showMonth>> {
  readonly config: Config
  readonly centre: SmsCentre | null
  /** Where there is a centre there is a stage. */
  readonly theatre: Theatre | null
}

interface Performance {
  readonly config: Config
  readonly options: Options
  readonly staffed: boolean
  readonly ending: Ending
  /** Where the month can be seen passing; null when nobody may look. */
  readonly foyer: Foyer | null
}

/** The month played, with the settings that it was played with: a centre is known by its port once it listens. */
async function show(
  context: Context,
  { config: asked, options, staffed, ending, foyer }: Performance,
): Promise<Showing> {
  const { language, json, log } = context
  const month = await monthOf(options)
  freshFolder(asked)
  const screens = new Screens()
  const opened =
    options.gateway === 'smpp'
      ? await openCentre(asked.dataFolder, month.seed, {
          writing: readers(month),
          shown: one => screens.show(one),
        })
      : null
  const centre = opened?.centre ?? null
  const config = opened === null ? asked : overSmpp(asked, opened)
  try {
    const told = { config, centre, month, language, log, staffed, quiet: json, signal: ending.signal }
    const onProgress = (share: number, note: string): void => foyer?.progress(share, note)
    const { shown, ...rest } = await showMonth({ ...told, onProgress })
    const { export: path } = options
    if (path !== undefined && !json)
      context.show(null, () => `${path}: ${shown.facts + shown.notPlayed} facts written\n`)
    return { shown, ...rest, config, centre, theatre: centre && theatreOf(month, centre, screens) }
  } catch (error) {
    await centre?.close(closeWithinMs)
    throw error
  }
}

/** The month is over: what is sent from now on is sent by a clock that goes on by itself, and can be moved ahead. */
function theatreOf({ cast, seed }: Month, centre: SmsCentre, screens: Screens): Theatre {
  const clock = new ShiftedClock()
  return {
    clock,
    stage(house) {
      centre.live(() => clock.now())
      const run = clock.now().toString(36)
      return new DemoStage({ clock, centre, screens, cast, seed, run }, house)
    },
  }
}

/** Customers who read what their handsets show, act on it, and now and then write back. */
function readers({ seed, read }: Month): Writing {
  const writing = createWriting(seed)
  return message => {
    read(message)
    return writing(message)
  }
}

async function monthOf(options: Options): Promise<Month> {
  const { input, export: path } = options
  if (input !== undefined && path !== undefined)
    throw new CommandError(
      exitCodes.usage,
      'either --input or --export: what is played from a file is there already',
    )
  if (input !== undefined) return fileMonth(input)
  return operatorMonth(operatorAsk(options), path)
}

function operatorAsk({ seed, customers, month }: Options): OperatorAsk {
  const which = month ?? lastMonth(realClock.now())
  if (/^20\d\d-(0[1-9]|1[0-2])$/.test(which)) return { seed, customers, month: which }
  throw new CommandError(exitCodes.usage, `--month takes a month such as 2026-10, not ${which}`)
}

function requireBalance(shown: Shown): void {
  if (!shown.books.holds) throw new CommandError(exitCodes.failed, '')
}

interface Stay {
  readonly config: Config
  readonly theatre: Theatre | null
  readonly shown: Shown
  readonly liveliest: Liveliest | null
  readonly ending: Ending
}

/** The month stays to be looked at: the API over it, with the engine running on from now. */
async function keepUp(context: Context, { config, theatre, shown, liveliest, ending }: Stay): Promise<void> {
  const running = await serve(config, context.log, { isPlay: true, theatre })
  const { url } = running
  const moments = { monthEnds: Date.parse(shown.until), now: realClock.now() }
  context.show({ ...shown, url }, () => stayText({ config, url, liveliest, ...moments }))
  const ended = await Promise.race([ending.asked, running.ended])
  await running.stop()
  if (ended instanceof Error) throw new CommandError(exitCodes.failed, `the engine ended: ${ended.message}`)
}

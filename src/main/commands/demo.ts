/** `demo` and `simulate`: a month of a small operator, played in under a minute. */
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { realClock } from '../../engine/clock.ts'
import { createReach } from '../../../operator/handsets.ts'
import type { SmsCentre } from '../../../operator/sms-centre.ts'
import { checkedGateway, type Config, type GatewayConfig } from '../config.ts'
import { type OpenedCentre, openCentre } from '../demo/loopback.ts'
import { exportMonth, fileMonth, lastMonth, type Month, operatorMonth } from '../demo/month.ts'
import { freshFolder, type Shown, showMonth } from '../demo/show.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { serve } from '../serve.ts'
import { examples } from './books.ts'
import { contextOf, type Context } from './context.ts'

type Env = Context['env']

interface Options {
  readonly seed: string
  readonly customers: string
  readonly month?: string
  readonly input?: string
  readonly export?: string
  readonly exit?: boolean
  readonly rulebook?: string
  readonly port?: string
  readonly gateway?: 'smpp' | 'log'
}

const customersMax = 100_000
const closeWithinMs = 1_000

function monthOptions(command: Command): Command {
  return command
    .option('--seed <text>', 'another seed, another month', 'demo')
    .option('--customers <n>', `how many customers, up to ${customersMax}`, '2000')
    .option('--month <yyyy-mm>', 'which month (default: the last whole one)')
    .option('--input <file>', 'play this NDJSON file of facts instead')
    .option('--rulebook <folder>', 'with this rulebook instead of the one that comes along')
    .addOption(
      new Option(
        '--gateway <kind>',
        'SMS over real SMPP to a simulated centre on this machine, or into a file',
      )
        .choices(['smpp', 'log'])
        .default('log'),
    )
}

export function demoCommands(program: Command, env: Env): void {
  monthOptions(program.command('demo'))
    .description('watch a small operator’s month pass, then look at it through the API')
    .option('--export <file>', 'write the month’s facts to this file first, to play it elsewhere')
    .option('--exit', 'end after the report: code 0 only if the books balance')
    .option('--port <n>', 'port of the API')
    .addHelpText(
      'after',
      examples(
        'demo',
        'demo --exit --lang zh-CN',
        'demo --export month.ndjson --exit',
        'demo --input month.ndjson',
      ),
    )
    .action(async (options: Options, command: Command) => {
      const context = contextOf(command, env)
      if (options.export !== undefined) await writeMonth(context, options.export, options)
      const { shown, config, centre } = await show(context, options)
      // Here the month is over: what is sent from now on is sent by the real clock.
      if (options.exit !== true) {
        centre?.live(() => realClock.now())
        await keepUp(context, config, options)
      }
      await centre?.close(closeWithinMs)
      if (options.exit === true) finish(context, shown)
    })

  monthOptions(program.command('simulate'))
    .description('play a month and print the report; nothing is kept running')
    .addHelpText(
      'after',
      examples('simulate --seed 7 --customers 500', 'simulate --input facts.ndjson --json'),
    )
    .action(async (options: Options, command: Command) => {
      const context = contextOf(command, env)
      const { shown, centre } = await show(context, options)
      await centre?.close(closeWithinMs)
      finish(context, shown)
    })
}

async function show(
  context: Context,
  options: Options,
): Promise<{ shown: Shown; config: Config; centre: SmsCentre | null }> {
  const dataFolder = join(context.config.dataFolder, 'demo')
  freshFolder(dataFolder)
  const month = await monthOf(options)
  const opened =
    options.gateway === 'smpp' ? await openCentre(dataFolder, createReach({ seed: month.seed })) : null
  const config: Config = {
    ...context.config,
    dataFolder,
    databaseUrl: undefined,
    masterKeyFile: undefined,
    // Only files of its own folder and its own centre can be reached, so everyone may be (G11).
    sendTo: 'everyone',
    rulebookFolder: options.rulebook ?? context.config.rulebookFolder,
    gateways: [opened === null ? logGateway('sms') : smppGateway(opened), logGateway('voice')],
  }
  const { language, json, log } = context
  const centre = opened?.centre ?? null
  try {
    const shown = await showMonth({ config, centre: centre ?? undefined, month, language, json, log })
    return { config, centre, shown }
  } catch (error) {
    await centre?.close(closeWithinMs)
    throw error
  }
}

const ample = { window: 100, partsPerSecond: 1_000 }

const logGateway = (channel: 'sms' | 'voice'): GatewayConfig => ({
  ...ample,
  name: `log-${channel}`,
  driver: 'log',
  channel,
  file: undefined,
})

const smppGateway = ({ port, systemId, passwordFile }: OpenedCentre): GatewayConfig =>
  checkedGateway({
    ...ample,
    name: 'smpp-sms',
    driver: 'smpp',
    host: '127.0.0.1',
    port,
    systemId,
    passwordFile,
    sender: { address: '10086' },
  })

async function monthOf(options: Options): Promise<Month> {
  if (options.input !== undefined) return fileMonth(options.input)
  return operatorMonth(operatorAsk(options))
}

function operatorAsk({ seed, customers, month }: Options): {
  seed: string
  customers: number
  month: string
} {
  const count = Number(customers)
  if (!Number.isInteger(count) || count < 1 || count > customersMax) {
    throw new CommandError(
      exitCodes.usage,
      `--customers takes a whole number from 1 to ${customersMax}, not ${customers}`,
    )
  }
  const which = month ?? lastMonth(realClock.now())
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(which)) {
    throw new CommandError(exitCodes.usage, `--month takes a month such as 2026-10, not ${which}`)
  }
  return { seed, customers: count, month: which }
}

async function writeMonth(context: Context, path: string, options: Options): Promise<void> {
  const facts = await exportMonth(path, operatorAsk(options))
  if (!context.json) process.stdout.write(`${path}: ${facts} facts written\n`)
}

function finish(context: Context, shown: Shown): void {
  if (context.json) context.show(shown, () => '')
  if (!shown.books.holds) throw new CommandError(exitCodes.failed, '')
}

/** The month stays to be looked at: the API over it, with the engine running on from now. */
async function keepUp(context: Context, config: Config, { port }: Options): Promise<void> {
  const running = await serve(
    { ...config, port: port === undefined ? config.port : Number(port) },
    context.log,
  )
  const key = join(config.dataFolder, 'api-key')
  context.show({ url: running.url, key }, ({ url }) =>
    [
      `The month is at ${url} until you press Ctrl-C. The key is in ${key}. Try:`,
      `  curl -s -H "Authorization: Bearer $(cat ${key})" ${url}/reconcile`,
      `  npm run kairos -- --data ${config.dataFolder} explain A1000010`,
    ].join('\n'),
  )
  await Promise.race([
    new Promise(resolve => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    }),
    running.ended,
  ])
  await running.stop()
}

/** `rulebook try`: what would follow from one event. */
import { readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { parsedJson } from '../../intake/json.ts'
import { brand, payMode } from '../../core/event/facts.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { type RuleTrialAnswer, ruleTrialText } from '../rule-trial-text.ts'
import { contextOf, type Context } from './context.ts'
import { isPath, readRulebook, sound } from './rulebook-named.ts'
import { examples, wholeNumber } from './teaching.ts'

type Env = Context['env']

interface Options {
  readonly event: string
  readonly before?: readonly string[]
  readonly account?: string
  readonly brand: string
  readonly plan?: string
  readonly payMode: string
  readonly star: number
  readonly balance?: string
}

export function tryCommand(rulebook: Command, env: Env): void {
  rulebook
    .command('try <rulebook>')
    .description(
      'what a version or a folder would tell on one event, of an invented customer or of one who is there; changes nothing',
    )
    .requiredOption('--event <file>', 'the fact as CloudEvents JSON')
    .option('--before <file...>', 'facts that came before it')
    .option('--account <id>', 'a customer as they stand now (a key with scope customers; it is recorded)')
    .addOption(new Option('--brand <brand>', 'of the invented one').choices(brand.options).default('easyown'))
    .option('--plan <id>', 'plan of the invented one, such as easyown-28')
    .addOption(
      new Option('--pay-mode <mode>', 'of the invented one').choices(payMode.options).default('prepaid'),
    )
    .option('--star <n>', 'of the invented one', wholeNumber(0, 5), 0)
    .option('--balance <yuan>', 'of the invented one')
    .addHelpText(
      'after',
      examples(
        'rulebook try ./my-rulebook --event query.json --plan easyown-28',
        'rulebook try r-0f31c9a8d2e4 --event usage.json --brand gotone --plan gotone-88',
        'rulebook try r-0f31c9a8d2e4 --event usage.json --account A1',
      ),
    )
    .action(async (name: string, options: Options, command: Command) => {
      const context = contextOf(command, env)
      const { account, plan } = options
      if (account === undefined && plan === undefined)
        throw new CommandError(
          exitCodes.usage,
          'name a customer: --account ID, or --brand and --plan of an invented one',
        )
      const path = account === undefined ? '/rulebook/try' : `/customers/${encodeURIComponent(account)}/try`
      const answer = await context.client(client => client.ask('POST', path, bodyOf(name, options)))
      context.show(answer as RuleTrialAnswer, told => ruleTrialText(told, context.language))
    })
}

function bodyOf(name: string, options: Options): object {
  const { event, before = [], account, plan, payMode: mode, star, balance } = options
  const customer = {
    brand: options.brand,
    planId: plan,
    payMode: mode,
    star,
    ...(balance === undefined ? {} : { balanceMicroYuan: microYuanOf(balance) }),
  }
  return {
    ...(isPath(name) ? { files: filesOf(name) } : { version: name }),
    event: eventIn(event),
    before: before.map(eventIn),
    ...(account === undefined ? { customer } : {}),
  }
}

function filesOf(folder: string): object {
  const read = readRulebook(folder)
  sound(folder, read)
  return read.bundle
}

function eventIn(path: string): unknown {
  const value = parsedJson(readFileSync(path, 'utf8'))
  if (value !== undefined) return value
  throw new CommandError(exitCodes.usage, `${path} is not JSON`)
}

function microYuanOf(text: string): number {
  if (/^-?\d{1,6}(\.\d{1,2})?$/.test(text)) return Math.round(Number(text) * 1_000_000)
  throw new CommandError(exitCodes.usage, '--balance takes yuan, such as 9.80')
}

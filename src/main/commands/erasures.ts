/** `erase`: a person goes, for good. */
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { CommandError, exitCodes } from '../exit.ts'
import { localTime } from '../local-time.ts'
import { gather, type Page, pageQuery } from '../pages.ts'
import { word } from '../words.ts'
import { contextOf, type Context } from './context.ts'
import { examples, wholeNumber } from './teaching.ts'

type Env = Context['env']

interface Erasure {
  readonly account: string
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly numbers: number
  readonly texts: number
  readonly events: number
  readonly withheld: number
}

interface Options {
  readonly reason?: string
  readonly yes?: boolean
  readonly list?: boolean
  readonly limit: number
}

const limitMax = 10_000

const teach = `
What goes: the customer's key, name and numbers, the texts of messages, the content of events set aside; what was still
to be sent is withheld. What stays, without anything personal: the journal, reminders and their outcome, the books, and
in the list of erasures who did it, when, why, and how much went. Files of log gateways are not touched.
It needs a key with the scope erase. There is no way back.`

export function erasureCommand(program: Command, env: Env): void {
  program
    .command('erase [account]')
    .description('erase the person behind an account, for good; with --list: who was erased, by whom and why')
    .option('--reason <text>', 'why, kept for good: name a case, not the person')
    .option('--yes', 'do not ask for the account once more')
    .option('--list', 'what was erased, newest first')
    .option('--limit <n>', 'entries of the list', wholeNumber(1, limitMax), 100)
    .addHelpText(
      'after',
      examples(
        'erase A1000010 --reason "asked for it in writing, case 2026-118"',
        'erase A1000010 --reason "case 2026-118" --yes --json',
        'erase --list',
      ),
    )
    .addHelpText('after', teach)
    .action(async (account: string | undefined, options: Options, command: Command) => {
      const context = contextOf(command, env)
      if (options.list === true) return list(context, options.limit)
      if (account === undefined) throw new CommandError(exitCodes.usage, 'say which account, or --list')
      const { reason } = options
      if (reason === undefined)
        throw new CommandError(exitCodes.usage, 'say why, to be kept for good: --reason "…"')
      if (options.yes !== true) await confirm(account)
      const path = `/accounts/${encodeURIComponent(account)}/erase`
      const done = (await context.client(client => client.ask('POST', path, { reason }))) as Erasure
      context.show(done, () => lineOf(done, context))
    })
}

/** Whoever types it has looked at it. */
async function confirm(account: string): Promise<void> {
  if (!process.stdin.isTTY)
    throw new CommandError(exitCodes.usage, 'nobody is there to confirm it: add --yes if you are sure')
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await asking.question(`This cannot be undone. Type ${account} to erase this person: `)
  asking.close()
  if (answer.trim() !== account) throw new CommandError(exitCodes.failed, 'nothing was erased')
}

async function list(context: Context, limit: number): Promise<void> {
  const items = await context.client(client =>
    gather<Erasure>(
      limit,
      () => true,
      async page => (await client.ask('GET', `/erasures${pageQuery(page)}`)) as Page<Erasure>,
    ),
  )
  const lines = (): string =>
    items.length === 0
      ? word('nothing', context.language)
      : items.map(item => lineOf(item, context)).join('\n')
  context.show({ items }, lines)
}

function lineOf(erasure: Erasure, { language }: Context): string {
  const { account, at, by, reason, numbers, texts, events, withheld } = erasure
  const counts = [
    `${word('numbers', language)} ${numbers}`,
    `${word('texts', language)} ${texts}`,
    `${word('setAside', language)} ${events}`,
    `${word('withheld', language)} ${withheld}`,
  ]
  return `${localTime(Date.parse(at))}  ${account}  ${word('erased', language)} (${by}: ${reason}): ${counts.join(' · ')}`
}

/** `reconcile`, `explain`, `timeline`: what happened, and why or why not. */
import type { Command } from 'commander'
import type { Reconciliation } from '../../store/reconcile.ts'
import type { Client } from '../client.ts'
import { conversationText, type TimelineAnswer } from '../conversation.ts'
import { booksText, reasonsText } from '../demo/report.ts'
import { CommandError, exitCodes } from '../exit.ts'
import {
  type Decision,
  decisionsText,
  erasedText,
  isCause,
  reminderText,
  type ReminderAnswer,
} from '../explanation.ts'
import { gather, type Page, pageQuery } from '../pages.ts'
import { contextOf, type Context } from './context.ts'
import { examples, wholeNumber } from './teaching.ts'

type Env = Context['env']

const limitMax = 10_000

export function bookCommands(program: Command, env: Env): void {
  program
    .command('reconcile')
    .description(
      'account for every event accepted and every reminder planned (exit code 1 if they do not balance)',
    )
    .addHelpText('after', examples('reconcile', 'reconcile --json', 'reconcile --data data/demo'))
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const books = (await context.client(client => client.ask('GET', '/reconcile'))) as Reconciliation
      const text = (): string =>
        [booksText(books, context.language), '', reasonsText(books, id => id, context.language)].join('\n')
      context.show(books, text)
      if (!books.holds) throw new CommandError(exitCodes.failed, '')
    })
  explainCommand(program, env)
  timelineCommand(program, env)
}

function explainCommand(program: Command, env: Env): void {
  program
    .command('explain <account-or-reminder>')
    .description('why a message was sent or held back, or what an account’s events led to')
    .option('--limit <n>', 'events of an account, newest first', wholeNumber(1, limitMax), 20)
    .option('--all', 'the steps of sending too')
    .addHelpText(
      'after',
      examples('explain A1000010', 'explain A1000010/data-used-80/L1000010-1/data-main/2026-11-01'),
    )
    .addHelpText('after', '\nA reminder’s id is ACCOUNT/RULE/…: explain ACCOUNT lists them.')
    .action(async (what: string, options: { limit: number; all?: boolean }, command: Command) => {
      const context = contextOf(command, env)
      if (what.includes('/')) {
        const reminder = await context.client(client => reminderOf(client, what))
        return context.show(reminder, () => reminderText(reminder, context.language))
      }
      const wanted = options.all === true ? () => true : isCause
      const { items, erased } = await context.client(client =>
        decisionsOf(client, what, { ...options, wanted }),
      )
      if (items.length === 0 && erased === null)
        throw new CommandError(exitCodes.failed, `no event of an account ${what} is known`)
      const { language } = context
      context.show({ items, erased }, () =>
        [...erasedText(erased, language), decisionsText(items, language)].join('\n'),
      )
    })
}

const reminderOf = async (client: Client, id: string): Promise<ReminderAnswer> =>
  (await client.ask('GET', `/reminders/${encodeURIComponent(id)}`)) as ReminderAnswer

interface Decisions {
  readonly items: readonly Decision[]
  readonly erased: string | null
}

async function decisionsOf(
  client: Client,
  account: string,
  { limit, wanted }: { readonly limit: number; readonly wanted: (decision: Decision) => boolean },
): Promise<Decisions> {
  const path = `/accounts/${encodeURIComponent(account)}/decisions`
  let erased: string | null = null
  const items = await gather(limit, wanted, async page => {
    const answer = (await client.ask('GET', `${path}${pageQuery(page)}`)) as Page<Decision> & Decisions
    erased = answer.erased
    return answer
  })
  return { items, erased }
}

function timelineCommand(program: Command, env: Env): void {
  program
    .command('timeline <number>')
    .description('what was said to a line, when, on which channel, and whether it arrived')
    .option('--limit <n>', 'entries, the newest', wholeNumber(1, limitMax), 100)
    .addHelpText('after', examples('timeline 13800138000', 'timeline +8615400000010 --json'))
    .action(async (number: string, { limit }: { limit: number }, command: Command) => {
      const context = contextOf(command, env)
      const answer = await context.client(client => timelineOf(client, number, limit))
      context.show(answer, () => conversationText(answer, context.language))
    })
}

async function timelineOf(client: Client, number: string, limit: number): Promise<TimelineAnswer> {
  let held: Omit<TimelineAnswer, 'items'> = { account: '', line: '', erased: null }
  const items = await gather(
    limit,
    () => true,
    async ({ limit: pageLimit, after }) => {
      const body = { number, limit: pageLimit, ...(after === null ? {} : { after }) }
      const page = (await client.ask('POST', '/timeline', body)) as TimelineAnswer & { next: string | null }
      held = page
      return page
    },
  )
  return { account: held.account, line: held.line, erased: held.erased, items }
}

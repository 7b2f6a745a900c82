/** `reconcile`, `explain`, `timeline`: what happened, and why or why not. */
import type { Command } from 'commander'
import type { Reconciliation } from '../../store/reconcile.ts'
import { booksText, reasonsText } from '../demo/report.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { conversationText, type TimelineAnswer } from '../conversation.ts'
import { type Decision, decisionsText, reminderText, type ReminderAnswer } from '../explanation.ts'
import { contextOf, type Context } from './context.ts'

type Env = Context['env']

export function bookCommands(program: Command, env: Env): void {
  program
    .command('reconcile')
    .description(
      'account for every event accepted and every reminder planned (exit code 1 if the books do not balance)',
    )
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const books = (await context.client(client => client.ask('GET', '/reconcile'))) as Reconciliation
      const text = (): string =>
        [booksText(books, context.language), '', reasonsText(books, id => id, context.language)].join('\n')
      context.show(books, text)
      if (!books.holds) throw new CommandError(exitCodes.failed, '')
    })

  program
    .command('explain <account-or-reminder>')
    .description('why a message was sent or held back, or what an account’s events led to')
    .option('--limit <n>', 'events of an account, newest first', '20')
    .addHelpText(
      'after',
      examples('explain A1000010', 'explain A1000010/data-used-80/L1000010-1/d/2026-11-01'),
    )
    .action(async (what: string, { limit }: { limit: string }, command: Command) => {
      const context = contextOf(command, env)
      if (what.includes('/')) {
        const path = `/reminders/${encodeURIComponent(what)}`
        const reminder = (await context.client(client => client.ask('GET', path))) as ReminderAnswer
        return context.show(reminder, reminderText)
      }
      const path = `/accounts/${encodeURIComponent(what)}/decisions?limit=${encodeURIComponent(limit)}`
      const page = (await context.client(client => client.ask('GET', path))) as { items: Decision[] }
      if (page.items.length === 0)
        throw new CommandError(exitCodes.failed, `nothing is known of an account ${what}`)
      context.show(page, ({ items }) => decisionsText(items))
    })

  program
    .command('timeline <number>')
    .description('what was said to a line, when, on which channel, and whether it arrived')
    .option('--limit <n>', 'entries, newest first', '100')
    .addHelpText('after', examples('timeline 13800138000', 'timeline +8615400000010 --json'))
    .action(async (number: string, { limit }: { limit: string }, command: Command) => {
      const context = contextOf(command, env)
      const body = { number, limit: Number(limit) }
      const answer = (await context.client(client => client.ask('POST', '/timeline', body))) as TimelineAnswer
      context.show(answer, conversationText)
    })
}

export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map(line => `  kairos ${line}`).join('\n')}`

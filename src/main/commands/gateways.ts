/** `gateways …`: the ways out, and letting one run dry for maintenance. */
import type { Command } from 'commander'
import { textTable } from '../text-table.ts'
import { contextOf, type Context } from './context.ts'
import { examples } from './teaching.ts'

type Env = Context['env']

interface Gateway {
  readonly name: string
  readonly channel: string
  readonly room: number
  readonly unanswered: number
  readonly inDoubt: number
  readonly drained: { readonly by: string; readonly note: string } | null
}

export function gatewayCommands(program: Command, env: Env): void {
  const gateways = program
    .command('gateways')
    .description('the ways out: how they do, and maintenance of one')
  gateways
    .command('list', { isDefault: true })
    .description('all of them (while an engine runs)')
    .addHelpText('after', examples('gateways', 'gateways list --json'))
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const page = await context.client(client => client.ask('GET', '/gateways'))
      context.show(page as { items: readonly Gateway[] }, ({ items }) =>
        items.length === 0 ? 'no engine runs' : tableOf(items),
      )
    })
  gateways
    .command('drain <name>')
    .description('hand nothing more to it; others of its channel take over, or its messages wait')
    .requiredOption('--note <text>', 'why, for everybody to see')
    .addHelpText('after', examples('gateways drain sms-north --note "maintenance until 04:00"'))
    .action(async (name: string, { note }: { note: string }, command: Command) => {
      const context = contextOf(command, env)
      const path = `/gateways/${encodeURIComponent(name)}/drain`
      const answer = await context.client(client => client.ask('POST', path, { note }))
      context.show(
        answer as Gateway,
        ({ unanswered }) => `${name} is drained; ${unanswered} await its answer`,
      )
    })
  gateways
    .command('resume <name>')
    .description('use it again')
    .addHelpText('after', examples('gateways resume sms-north'))
    .action(async (name: string, _, command: Command) => {
      const context = contextOf(command, env)
      const path = `/gateways/${encodeURIComponent(name)}/resume`
      const answer = await context.client(client => client.ask('POST', path, {}))
      context.show(answer as Gateway, () => `${name} is used again`)
    })
}

const tableOf = (items: readonly Gateway[]): string =>
  textTable(
    ['', 'channel', 'room', 'unanswered', 'in doubt', ''],
    items.map(({ name, channel, room, unanswered, inDoubt, drained }) => [
      name,
      channel,
      room,
      unanswered,
      inDoubt,
      drained === null ? '' : `drained by ${drained.by}: ${drained.note}`,
    ]),
  )

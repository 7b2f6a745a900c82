/** `pause` and `resume`: the stop button (G12). */
import type { Command } from 'commander'
import { CommandError, exitCodes } from '../exit.ts'
import { localTime } from '../local-time.ts'
import { contextOf, type Context } from './context.ts'
import { examples } from './teaching.ts'

type Env = Context['env']

interface Pause {
  readonly kind: string
  readonly value: string
  readonly note: string
  readonly by: string
  readonly since: string
}

const kinds = '\nWhat: all · rule ID · channel NAME · scope province/NAME or city/NAME · version ID'

export function pauseCommands(program: Command, env: Env): void {
  program
    .command('pause [kind] [value]')
    .description('stop sending all, a rule, a channel or a scope; without arguments: what is stopped')
    .option('--note <text>', 'why, for everybody to see')
    .addHelpText(
      'after',
      examples(
        'pause all --note "network fault"',
        'pause rule data-used-80 --note "wrong figures"',
        'pause scope city/taizhou --note "storm"',
        'pause',
      ),
    )
    .addHelpText(
      'after',
      `${kinds}\nWhat is planned waits; what has become useless when it is resumed is withheld as paused.`,
    )
    .action(async function (this: Command, kind: string | undefined, value: string | undefined) {
      const context = contextOf(this, env)
      const { note } = this.opts<{ note?: string }>()
      if (kind === undefined) return list(context)
      if (note === undefined)
        throw new CommandError(exitCodes.usage, 'say why, for everybody to see: --note "…"')
      const body = { ...whatOf(kind, value), note }
      const answer = (await context.client(client => client.ask('POST', '/pauses', body))) as Pause
      context.show(answer, () => `stopped: ${lineOf(answer)}`)
    })

  program
    .command('resume <kind> [value]')
    .description('send again what was stopped')
    .addHelpText('after', examples('resume all', 'resume rule data-used-80', 'resume scope city/taizhou'))
    .addHelpText('after', kinds)
    .action(async function (this: Command, kind: string, given: string | undefined) {
      const context = contextOf(this, env)
      const { value } = whatOf(kind, given)
      const path = `/pauses/${encodeURIComponent(kind)}/${encodeURIComponent(value)}`
      const answer = (await context.client(client => client.ask('DELETE', path))) as Pause
      context.show(answer, () => `goes on: ${lineOf(answer)}`)
    })
}

function whatOf(kind: string, value: string | undefined): { kind: string; value: string } {
  if (value !== undefined || kind === 'all') return { kind, value: value ?? 'all' }
  throw new CommandError(exitCodes.usage, `say which ${kind}`)
}

async function list(context: Context): Promise<void> {
  const page = (await context.client(client => client.ask('GET', '/pauses'))) as { items: readonly Pause[] }
  context.show(page, ({ items }) =>
    items.length === 0 ? 'nothing is stopped' : items.map(lineOf).join('\n'),
  )
}

const lineOf = ({ kind, value, note, by, since }: Pause): string =>
  `${kind === 'all' ? 'all' : `${kind} ${value}`}, since ${localTime(Date.parse(since))} by ${by}: ${note}`

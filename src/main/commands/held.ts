/** `held …`: what an outage or a restore left due, looked at and let go (G14). */
import { Option, type Command } from 'commander'
import { classes } from '../../core/reminder.ts'
import { logBatches } from '../gateway-log.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { localTime } from '../local-time.ts'
import { textTable } from '../text-table.ts'
import { contextOf, type Context } from './context.ts'
import { examples } from './teaching.ts'

type Env = Context['env']

interface Row {
  readonly class: string
  readonly order: { readonly word: string; readonly by: string } | null
  readonly waiting: number
  readonly tooLate: number
  readonly maybeSent: number
  readonly oldest: string | null
  readonly touchpoints: readonly (Omit<Row, 'class' | 'order' | 'touchpoints'> & {
    readonly touchpoint: string
  })[]
}

interface Held {
  readonly hold: {
    readonly kind: 'outage' | 'restore'
    readonly lostFrom: string
    readonly until: string
    readonly messagesPerSecond: number
    readonly compared: { readonly by: string; readonly at: string; readonly entries: number } | null
  } | null
  readonly items: readonly Row[]
}

const meaning = `
After an outage, or when a backup was restored (serve --after-restore), what fell due meanwhile does not leave by itself.
What is new leaves as ever. Look at what waits, release it class by class, at a rate; docs/coming-back.md goes step by step.
What is of no use any more is withheld anyway; what is no longer true is, when its turn comes.`

const classOption = (): Option =>
  new Option('--class <class>', 'only this one (default: all, the most urgent first)').choices(classes)

export function heldCommands(program: Command, env: Env): void {
  const held = program
    .command('held')
    .description('what an outage or a restored backup left due: look at it, let it go, withhold it')
    .addHelpText('after', meaning)
  held
    .command('show', { isDefault: true })
    .description('what would go out now, by class and touchpoint')
    .addHelpText('after', examples('held', 'held show --json'))
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      show(context, await context.client(client => client.ask('GET', '/held')))
    })
  releaseCommand(held, env)
  withholdCommand(held, env)
  compareCommand(held, env)
}

interface Release {
  readonly class?: string
  readonly rate?: string
  readonly unchecked?: boolean
  readonly note: string
}

function releaseCommand(held: Command, env: Env): void {
  held
    .command('release')
    .description('let it go, at a rate')
    .addOption(classOption())
    .option('--rate <n>', 'messages per second, for all that is released')
    .option('--unchecked', 'after a restore, without a log compared: some may be sent a second time')
    .requiredOption('--note <text>', 'why, for everybody to see')
    .addHelpText(
      'after',
      examples(
        'held release --class real-time --note "looked at it"',
        'held release --rate 50 --note "all is well"',
      ),
    )
    .action(async ({ class: only, rate, unchecked = false, note }: Release, command: Command) => {
      const context = contextOf(command, env)
      const perSecond = rate === undefined ? undefined : Number(rate)
      if (Number.isNaN(perSecond)) throw new CommandError(exitCodes.usage, '--rate takes a number')
      const body = {
        ...(only === undefined ? {} : { class: only }),
        ...(perSecond === undefined ? {} : { messagesPerSecond: perSecond }),
        unchecked,
        note,
      }
      show(context, await context.client(client => client.ask('POST', '/held/release', body)))
    })
}

function withholdCommand(held: Command, env: Env): void {
  held
    .command('withhold')
    .description('do not send it, for good')
    .addOption(classOption())
    .requiredOption('--note <text>', 'why, for everybody to see')
    .addHelpText('after', examples('held withhold --class marketing --note "the campaign is over"'))
    .action(async ({ class: only, note }: { class?: string; note: string }, command: Command) => {
      const context = contextOf(command, env)
      const body = { ...(only === undefined ? {} : { class: only }), note }
      show(context, await context.client(client => client.ask('POST', '/held/withhold', body)))
    })
}

function compareCommand(held: Command, env: Env): void {
  held
    .command('compare <file>')
    .description('after a restore: the log of a gateway says who was written to in the time that was lost')
    .option('--gateway <name>', 'whose log it is, as in the settings')
    .addHelpText(
      'after',
      `\nA CSV file whose first line names its columns, or NDJSON: number, at (RFC 3339 with an offset), and messageId if there
is one; other columns are passed over. It must hold all of the lost time. A file of a "log" gateway will do as it is.`,
    )
    .addHelpText('after', examples('held compare sms-north.csv --gateway sms-north'))
    .action(async (file: string, { gateway }: { gateway?: string }, command: Command) => {
      const context = contextOf(command, env)
      const of = gateway === undefined ? {} : { gateway }
      const sums = { taken: 0, known: 0 }
      await context.client(async client => {
        for await (const { entries, done } of logBatches(file)) {
          const answer = await client.ask('POST', '/held/compare', { ...of, entries, done })
          const { taken, known } = answer as typeof sums
          sums.taken += taken
          sums.known += known
        }
      })
      context.show(
        sums,
        ({ taken, known }) =>
          `${taken} messages of the lost time; ${known} others are known here or of another time`,
      )
    })
}

function show(context: Context, answer: unknown): void {
  context.show(answer as Held, ({ hold, items }) =>
    hold === null ? 'nothing is held' : [headOf(hold), '', tableOf(items)].join('\n'),
  )
}

function headOf(hold: NonNullable<Held['hold']>): string {
  const [from, until] = [hold.lostFrom, hold.until].map(at => localTime(Date.parse(at)))
  const rate = `released ones leave at ${hold.messagesPerSecond} a second at most`
  if (hold.kind === 'outage') return `Nobody was at work from ${from} to ${until}; ${rate}.`
  const { compared } = hold
  const log =
    compared === null
      ? 'no log of the gateways has been compared yet (kairos held compare FILE)'
      : `${compared.entries} lines of the gateways’ log were compared by ${compared.by}`
  return `A backup was restored: what happened from ${from} to ${until} was lost; ${log}; ${rate}.`
}

function tableOf(items: readonly Row[]): string {
  const cells = (name: string, row: Omit<Row, 'class' | 'order' | 'touchpoints'>, word: string) => [
    name,
    row.waiting,
    row.tooLate,
    row.maybeSent,
    row.oldest === null ? '–' : localTime(Date.parse(row.oldest)),
    word,
  ]
  const rows = items.flatMap(row => [
    cells(row.class, row, row.order === null ? 'held' : `${row.order.word} by ${row.order.by}`),
    ...row.touchpoints.map(one => cells(`  ${one.touchpoint}`, one, '')),
  ])
  return textTable(['', 'waiting', 'too late', 'perhaps sent', 'oldest', ''], rows)
}

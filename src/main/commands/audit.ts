/** `audit …`: what was done and who was looked at (FP-10), and whether nobody has touched the record. */
import type { Command } from 'commander'
import type { Client } from '../client.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { localTime } from '../local-time.ts'
import { gather, type Page, pageQuery } from '../pages.ts'
import { contextOf, type Context } from './context.ts'
import { examples, localDay, wholeNumber } from './teaching.ts'

type Env = Context['env']

interface Entry {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly actorKind: string
  readonly action: string
  readonly object: string
  readonly reason: string | null
}

interface Check {
  readonly last: number
  readonly next: string | null
  readonly broken: { readonly seq: number; readonly what: 'changed' | 'missing' | 'added' } | null
  readonly hash: string | null
}

interface Options {
  readonly limit: number
  readonly actor?: string
  readonly action?: string
  readonly since?: string
}

const limitMax = 10_000

const proof = `
Each entry holds the hash of the one before. Whoever can write to the database could still write the whole chain anew:
note the last number and hash elsewhere from time to time; as long as they are found again, nothing before them was touched.`

export function auditCommands(program: Command, env: Env): void {
  const audit = program
    .command('audit')
    .description('what was done and who was looked at; is the record untouched?')
  audit
    .command('list')
    .description('the log, newest first')
    .option('--limit <n>', 'entries', wholeNumber(1, limitMax), 50)
    .option('--actor <name>', 'of this person or key')
    .option('--action <name>', 'of this kind, such as customer.open')
    .option('--since <day>', 'from this day on, such as 2026-11-20', localDay)
    .addHelpText('after', examples('audit list', 'audit list --actor wang --since 2026-11-20'))
    .action(async (options: Options, command: Command) => {
      const context = contextOf(command, env)
      const items = await context.client(client => entriesOf(client, options))
      context.show({ items }, () => (items.length === 0 ? 'nothing' : items.map(lineOf).join('\n')))
    })
  audit
    .command('verify')
    .description(
      'walk the chain from its beginning (exit code 1 at the first entry that is not as it was written)',
    )
    .addHelpText('after', examples('audit verify', 'audit verify --json'))
    .addHelpText('after', proof)
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const found = await context.client(walk)
      const { last, hash, broken } = found
      context.show({ entries: last, intact: broken === null, broken, hash }, () => verdictOf(found))
      if (broken !== null) throw new CommandError(exitCodes.failed, '')
    })
}

function entriesOf(client: Client, { limit, actor, action, since }: Options): Promise<Entry[]> {
  const wanted = [
    ...(actor === undefined ? [] : [`&actor=${encodeURIComponent(actor)}`]),
    ...(action === undefined ? [] : [`&action=${encodeURIComponent(action)}`]),
    ...(since === undefined ? [] : [`&since=${encodeURIComponent(`${since}T00:00:00+08:00`)}`]),
  ].join('')
  return gather<Entry>(
    limit,
    () => true,
    async page => (await client.ask('GET', `/audit${pageQuery(page)}${wanted}`)) as Page<Entry>,
  )
}

/** In slices, so that nobody else waits long. */
async function walk(client: Client): Promise<Check> {
  let after = '0'
  for (;;) {
    const slice = (await client.ask('GET', `/audit/check?after=${after}`)) as Check
    if (slice.next === null) return slice
    after = slice.next
  }
}

const faults = {
  changed: 'is not what was written',
  missing: 'is missing',
  added: 'was put there by somebody else',
} as const

function verdictOf({ last, hash, broken }: Check): string {
  if (broken !== null) return `✗ entry ${broken.seq} ${faults[broken.what]}; ${last} before it are in order`
  return `✓ ${last} entries, chain intact${hash === null ? '' : `\n  last hash ${hash}`}`
}

function lineOf({ seq, at, actor, actorKind, action, object, reason }: Entry): string {
  const who = actorKind === 'key' ? `key ${actor}` : actor
  const why = reason === null ? '' : ` (${reason})`
  return `${seq}  ${localTime(Date.parse(at))}  ${who}  ${action}${object === '' ? '' : ` ${object}`}${why}`
}

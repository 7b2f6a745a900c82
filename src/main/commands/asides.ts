/** `aside …`: events that were kept but not decided (G10): seen, tried again, or given up. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { setAsideReasons } from '../../core/event/arrival.ts'
import { type Aside, asideText } from '../aside-text.ts'
import type { Client } from '../client.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { gather, type Page, pageQuery } from '../pages.ts'
import { asideStateWord, word } from '../words.ts'
import { contextOf, type Context } from './context.ts'
import { examples, wholeNumber } from './teaching.ts'

type Env = Context['env']

interface Filter {
  readonly state: string
  readonly reason?: string
  readonly since?: string
  readonly limit: number
}

const limitMax = 10_000
/** Tried again in one call of the API. */
const replayMax = 1_000

const states = ['set-aside', 'waiting', 'replayed', 'discarded']

const life = `
An event that cannot be decided is kept with its reason. Mended is what caused it: replay it, and it is decided as a
late fact under its own id. Or discard it: it stays in the books, its content goes.`

export function asideCommands(program: Command, env: Env): void {
  const aside = program
    .command('aside')
    .description('events that were set aside: look at them, try them again, give them up')
    .addHelpText('after', life)
  listCommand(aside, env)
  showCommand(aside, env)
  replayCommand(aside, env)
  discardCommand(aside, env)
}

const reasonOption = (): Option =>
  new Option('--reason <reason>', 'only those of this reason').choices(setAsideReasons)
const sinceOption = (): Option =>
  new Option('--since <time>', 'only those kept since: a day in Beijing, or a moment with offset').argParser(
    momentOf,
  )

/** `2026-11-20`, or RFC 3339. */
function momentOf(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T00:00:00+08:00`
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text)) return text
  throw new InvalidArgumentError('write 2026-11-20, or 2026-11-20T08:00:00+08:00')
}

function listCommand(aside: Command, env: Env): void {
  aside
    .command('list')
    .description('what was set aside, newest first')
    .addOption(reasonOption())
    .addOption(new Option('--state <state>', 'what has become of them').choices(states).default('set-aside'))
    .addOption(sinceOption())
    .option('--limit <n>', 'events, the newest', wholeNumber(1, limitMax), 50)
    .addHelpText(
      'after',
      examples(
        'aside list',
        'aside list --reason unknown-line --since 2026-11-20',
        'aside list --state waiting --json',
      ),
    )
    .action(async (filter: Filter, command: Command) => {
      const context = contextOf(command, env)
      const items = await context.client(client => asidesOf(client, filter))
      const none = (): string =>
        `${asideStateWord(filter.state, context.language)}: ${word('nothing', context.language)}`
      context.show({ items }, () =>
        items.length === 0 ? none() : items.map(item => asideText(item, context.language)).join('\n'),
      )
    })
}

function asidesOf(client: Client, { state, reason, since, limit }: Filter): Promise<Aside[]> {
  const wanted = new URLSearchParams({ state, ...(reason && { reason }), ...(since && { since }) })
  return gather(
    limit,
    () => true,
    async page =>
      (await client.ask('GET', `/set-aside${pageQuery(page)}&${wanted.toString()}`)) as Page<Aside>,
  )
}

const pathOf = (id: string): string => `/set-aside/${encodeURIComponent(id)}`

function showCommand(aside: Command, env: Env): void {
  aside
    .command('show <id>')
    .description('one event: why it was set aside, and what has become of it')
    .option('--raw', 'the event as it came, personal data included (scope admin; the look is logged)')
    .addHelpText('after', examples('aside show 4711', 'aside show 4711 --raw'))
    .action(async (id: string, { raw }: { raw?: boolean }, command: Command) => {
      const context = contextOf(command, env)
      const item = (await context.client(client => client.ask('GET', pathOf(id)))) as Aside
      if (raw !== true) return context.show(item, () => asideText(item, context.language))
      const { event } = (await context.client(client => client.ask('GET', `${pathOf(id)}/raw`))) as {
        event: unknown
      }
      context.show({ ...item, event }, () =>
        [asideText(item, context.language), JSON.stringify(event, null, 2)].join('\n'),
      )
    })
}

interface Replayed {
  readonly decided: number
  readonly duplicate: number
  readonly setAside: number
}

function replayCommand(aside: Command, env: Env): void {
  aside
    .command('replay [id...]')
    .description('decide them again, the oldest facts first (exit code 1 if any is set aside again)')
    .addOption(reasonOption())
    .addOption(sinceOption())
    .option('--limit <n>', 'with --reason: events, the newest', wholeNumber(1, limitMax), replayMax)
    .addHelpText(
      'after',
      examples(
        'aside replay 4711 4712',
        'aside replay --reason unknown-line',
        'aside replay --reason unknown-line --since 2026-11-20',
      ),
    )
    .addHelpText(
      'after',
      '\nWithout a server they are decided here; what they have to say leaves when one runs.',
    )
    .action(async (ids: readonly string[], filter: Omit<Filter, 'state'>, command: Command) => {
      const context = contextOf(command, env)
      if ((ids.length === 0) === (filter.reason === undefined))
        throw new CommandError(exitCodes.usage, 'say which: their ids, or --reason')
      const { asked, done } = await context.client(client => replay(client, ids, filter))
      context.show({ ...done, asked }, () => replayText({ ...done, asked }, context))
      if (done.decided + done.duplicate < asked) throw new CommandError(exitCodes.failed, '')
    })
}

/** By ids, so that those which fail again do not stand before the others. */
async function replay(
  client: Client,
  named: readonly string[],
  filter: Omit<Filter, 'state'>,
): Promise<{ asked: number; done: Replayed }> {
  const found = named.length > 0 ? [] : await asidesOf(client, { ...filter, state: 'set-aside' })
  const ids = named.length > 0 ? [...new Set(named)] : found.map(({ id }) => id).toReversed()
  const done = { decided: 0, duplicate: 0, setAside: 0 }
  for (let start = 0; start < ids.length; start += replayMax) {
    const body = { ids: ids.slice(start, start + replayMax) }
    const answer = (await client.ask('POST', '/set-aside/replay', body)) as Replayed
    done.decided += answer.decided
    done.duplicate += answer.duplicate
    done.setAside += answer.setAside
  }
  return { asked: ids.length, done }
}

function replayText(
  { asked, decided, duplicate, setAside }: Replayed & { asked: number },
  { language }: Context,
): string {
  const gone = asked - decided - duplicate - setAside
  return [
    `${word('decided', language)} ${decided}`,
    `${word('duplicate', language)} ${duplicate}`,
    `${word('asideAgain', language)} ${setAside}`,
    ...(gone === 0 ? [] : [`${word('asideGone', language)} ${gone}`]),
  ].join(' · ')
}

function discardCommand(aside: Command, env: Env): void {
  aside
    .command('discard <id...>')
    .description('give them up: their content goes, the row and the reason stay')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', examples('aside discard 4711 --reason "test data of the billing migration"'))
    .action(async (ids: readonly string[], { reason }: { reason: string }, command: Command) => {
      const context = contextOf(command, env)
      const items: Aside[] = []
      const told = (): void =>
        context.show({ items }, () => items.map(item => asideText(item, context.language)).join('\n'))
      try {
        await context.client(async client => {
          for (const id of new Set(ids))
            items.push((await client.ask('POST', `${pathOf(id)}/discard`, { reason })) as Aside)
        })
      } catch (error) {
        if (items.length > 0) told()
        throw error
      }
      told()
    })
}

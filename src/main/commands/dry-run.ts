/** `rulebook dry-run`: what a version or a folder would change, tried on the past. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { sampleMax } from '../../api/shapes/dry-run.ts'
import { realClock } from '../../engine/clock.ts'
import type { Client } from '../client.ts'
import { type DryRunAnswer, dryRunText } from '../dry-run-text.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { progressBar } from '../progress.ts'
import { askedToEnd } from '../signals.ts'
import { contextOf, type Context } from './context.ts'
import { isPath, readRulebook, sound } from './rulebook-named.ts'
import { examples, localDay, wholeNumber } from './teaching.ts'

type Env = Context['env']

interface Options {
  readonly from?: string
  readonly until?: string
  readonly sample?: number
}

interface Run {
  readonly id: string
  readonly state: string
  readonly note: string
  readonly done: number
  readonly of: number
}

const lookEveryMs = 500

export function dryRunCommand(rulebook: Command, env: Env): void {
  rulebook
    .command('dry-run <rulebook>')
    .description(
      'what a version or a folder would change: plays what customers did in the last days under it and under the version in force; sends nothing',
    )
    .option('--from <day>', 'first day (default: 30 days before the end)', localDay)
    .option('--until <day>', 'last day (default: the end of what the journal has)', localDay)
    .option('--sample <n>', 'so many accounts (default: 10000)', wholeNumber(1, sampleMax))
    .addHelpText(
      'after',
      examples(
        'rulebook dry-run r-0f31c9a8d2e4',
        'rulebook dry-run ./my-rulebook --from 2026-11-01 --until 2026-11-07 --sample 2000',
        'rulebook dry-run ./my-rulebook --json',
      ),
    )
    .action(async (name: string, options: Options, command: Command) => {
      const context = contextOf(command, env)
      const body = bodyOf(name, options)
      context.show(await context.client(client => run(context, client, body)), answer =>
        dryRunText(answer, context.language),
      )
    })
}

function bodyOf(name: string, { from, until, sample }: Options): object {
  const rulebook = isPath(name) ? { files: soundFiles(name) } : { version: name }
  return {
    ...rulebook,
    ...(from === undefined ? {} : { from: `${from}T00:00:00+08:00` }),
    ...(until === undefined ? {} : { until: endOf(until) }),
    ...(sample === undefined ? {} : { sample }),
  }
}

const endOf = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString()

function soundFiles(folder: string): object {
  const read = readRulebook(folder)
  sound(folder, read)
  return read.bundle
}

/** Asked to end, it cancels the run and waits until that is known. */
async function run(context: Context, client: Client, body: object): Promise<DryRunAnswer> {
  let run = (await client.ask('POST', '/rulebook/dry-runs', body)) as Run
  const path = `/rulebook/dry-runs/${run.id}`
  const title = context.language === 'en' ? 'Dry run' : '试算'
  const bar = progressBar({ title, clock: realClock, quiet: context.json })
  const ending = askedToEnd()
  try {
    while (run.state === 'running') {
      bar.at(run.done, run.of, `${run.done} / ${run.of}`)
      await sleep(lookEveryMs, undefined, { signal: ending.signal }).catch(() => undefined)
      run = ending.signal.aborted
        ? ((await client.ask('POST', `${path}/cancel`, {})) as Run)
        : ((await client.ask('GET', path)) as Run)
    }
  } finally {
    bar.end()
  }
  if (run.state !== 'finished')
    throw new CommandError(exitCodes.failed, `dry run ${run.id} is ${run.state}: ${run.note}`)
  return (await client.ask('GET', `${path}/result`)) as DryRunAnswer
}

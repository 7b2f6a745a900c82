/** `rulebook …`: check, compare, and take a version through its life. */
import type { Command } from 'commander'
import { contentVersion } from '../../rulebook/bundle.ts'
import { diffText } from '../../rulebook/diff-text.ts'
import { diffRulebooks } from '../../rulebook/diff.ts'
import { loadRulebook, readBundle } from '../../rulebook/folder.ts'
import { listing } from '../../rulebook/listing.ts'
import type { RulebookFault } from '../../rulebook/fault.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { bundledRulebook } from '../installation.ts'
import { examples } from './books.ts'
import { contextOf, type Context } from './context.ts'

type Env = Context['env']

interface Version {
  readonly version: string
  readonly state: string
  readonly inForce: boolean
  readonly note: string
}

export function rulebookCommands(program: Command, env: Env): void {
  const rulebook = program.command('rulebook').description('check, compare and publish rulebooks')
  offline(rulebook, env)
  rulebook
    .command('list')
    .description('versions and their state')
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const page = (await context.client(client => client.ask('GET', '/rulebook/versions'))) as {
        items: Version[]
      }
      context.show(page, ({ items }) => items.map(versionLine).join('\n'))
    })
  rulebook
    .command('submit [folder]')
    .description('submit a folder as a draft')
    .requiredOption('--note <text>', 'what it changes')
    .action(async (folder: string | undefined, { note }: { note: string }, command: Command) => {
      const context = contextOf(command, env)
      const { bundle, faults } = readBundle(folder ?? bundledRulebook)
      if (faults.length > 0)
        throw new CommandError(exitCodes.failed, listing({ faults, warnings: [] }, bundle))
      const body = { note, files: bundle }
      const answer = (await context.client(client => client.ask('POST', '/rulebook/versions', body))) as {
        version: Version
      }
      context.show(
        answer,
        ({ version }) =>
          `${versionLine(version)}\nnow somebody else reviews it: kairos rulebook review ${version.version}`,
      )
    })
  steps(rulebook, env)
}

const versionLine = ({ version, state, inForce, note }: Version): string =>
  `${version}  ${state}${inForce ? ', in force' : ''}  ${note}`

function offline(rulebook: Command, env: Env): void {
  rulebook
    .command('check [folder]')
    .description('find all faults at once, with file, line and hint (exit code 1 if there are errors)')
    .option('--strict', 'warnings count as errors')
    .addHelpText('after', examples('rulebook check', 'rulebook check ./my-rulebook --json'))
    .action((folder: string | undefined, { strict }: { strict?: boolean }, command: Command) => {
      const context = contextOf(command, env)
      const path = folder ?? bundledRulebook
      const { faults, warnings } = loadRulebook(path)
      context.show({ faults, warnings }, found => checkText(found, path))
      if (faults.length > 0 || (strict === true && warnings.length > 0))
        throw new CommandError(exitCodes.failed, '')
    })
  rulebook
    .command('diff <before> [after]')
    .description('what changes from one folder to another (default: the one that comes along)')
    .action((before: string, after: string | undefined, _: object, command: Command) => {
      const context = contextOf(command, env)
      const [old, current] = [loaded(before), loaded(after ?? bundledRulebook)]
      context.show(diffRulebooks(old, current), diffText)
    })
}

type Found = { readonly faults: readonly RulebookFault[]; readonly warnings: readonly RulebookFault[] }

const checkText = (found: Found, path: string): string =>
  found.faults.length + found.warnings.length === 0
    ? `${contentVersion(readBundle(path).bundle)}: no fault found`
    : listing(found, readBundle(path).bundle)

function loaded(folder: string) {
  const { rulebook, faults } = loadRulebook(folder)
  if (rulebook !== null) return rulebook
  throw new CommandError(exitCodes.failed, listing({ faults, warnings: [] }, readBundle(folder).bundle))
}

function steps(rulebook: Command, env: Env): void {
  const step = async (command: Command, path: string, body: object): Promise<void> => {
    const context = contextOf(command, env)
    const answer = await context.client(client => client.ask('POST', path, body))
    const version = (answer as { version: Version | string }).version
    context.show(answer, () => versionLine(typeof version === 'string' ? (answer as Version) : version))
  }
  const of = (version: string): string => `/rulebook/versions/${encodeURIComponent(version)}`
  rulebook
    .command('review <version>')
    .description('say yes to a draft that somebody else submitted (use --key-file for another key)')
    .action((version: string, _: object, command: Command) => step(command, `${of(version)}/review`, {}))
  rulebook
    .command('publish <version>')
    .description('put a reviewed version in force')
    .option('--at <time>', 'from then on, e.g. 2026-12-01T00:00:00+08:00 (default: now)')
    .action((version: string, { at }: { at?: string }, command: Command) =>
      step(command, `${of(version)}/publish`, at === undefined ? {} : { at }),
    )
  rulebook
    .command('recall <version>')
    .description('take a version back: the one before is in force again, its planned reminders are withheld')
    .requiredOption('--reason <text>', 'why')
    .action((version: string, { reason }: { reason: string }, command: Command) =>
      step(command, `${of(version)}/recall`, { reason }),
    )
}

/** `rulebook …`: check, compare, and take a version through its life. */
import type { Command } from 'commander'
import { type Bundle, contentVersion } from '../../rulebook/bundle.ts'
import { gapsOf } from '../../rulebook/completeness.ts'
import { completenessText } from '../../rulebook/completeness-text.ts'
import { untoldOf } from '../../rulebook/untold.ts'
import { dayOf } from '../../core/calendar/zone.ts'
import { diffText } from '../../rulebook/diff-text.ts'
import { diffRulebooks, type RulebookDiff } from '../../rulebook/diff.ts'
import type { Edition } from '../../rulebook/load.ts'
import { listing } from '../../rulebook/listing.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { bundledRulebook } from '../installation.ts'
import { gather, type Page, pageQuery } from '../pages.ts'
import { isFolder } from '../rulebook-folder.ts'
import { contextOf, type Context } from './context.ts'
import { dryRunCommand } from './dry-run.ts'
import { tryCommand } from './rule-trial.ts'
import { isPath, pathOf, readOf, readRulebook, sound } from './rulebook-named.ts'
import { examples, localDay } from './teaching.ts'

type Env = Context['env']

interface Version {
  readonly version: string
  readonly state: string
  readonly inForce: boolean
  readonly note: string
  readonly submitted: { readonly by: string }
  readonly reviewed: { readonly by: string } | null
}

const life = `
The life of a version: submit (draft) → review by the holder of another key → dry-run → publish → recall, if need be.
A second key: kairos key create li --scopes read rulebook:review --out li.key`

export function rulebookCommands(program: Command, env: Env): void {
  const rulebook = program
    .command('rulebook')
    .description('check, compare and publish rulebooks')
    .addHelpText('after', life)
  checkCommand(rulebook, env)
  completeCommand(rulebook, env)
  diffCommand(rulebook, env)
  listCommand(rulebook, env)
  submitCommand(rulebook, env)
  dryRunCommand(rulebook, env)
  tryCommand(rulebook, env)
  stepCommands(rulebook, env)
}

function checkCommand(rulebook: Command, env: Env): void {
  rulebook
    .command('check [folder]')
    .description('find all faults at once, with file, line and hint (exit code 1 if there are errors)')
    .option('--strict', 'warnings count as errors')
    .addHelpText('after', examples('rulebook check', 'rulebook check ./my-rulebook --json'))
    .action((folder: string | undefined, { strict }: { strict?: boolean }, command: Command) => {
      const context = contextOf(command, env)
      const { bundle, faults, warnings } = readRulebook(folder ?? bundledRulebook)
      const { language } = context
      const none = language === 'en' ? 'no fault found' : '没有发现问题'
      const told =
        faults.length + warnings.length === 0 ? none : listing({ faults, warnings }, bundle, language)
      context.show({ faults, warnings }, () => `${contentVersion(bundle)}: ${told}`)
      if (faults.length > 0 || (strict === true && warnings.length > 0))
        throw new CommandError(exitCodes.failed, '')
    })
}

function completeCommand(rulebook: Command, env: Env): void {
  rulebook
    .command('complete [folder]')
    .description(
      'name every plan, service and offer of whose key moments customers would not be told (exit code 1 if there are any)',
    )
    .addHelpText(
      'after',
      examples('rulebook complete', 'rulebook complete ./my-rulebook --on 2026-12-01 --json'),
    )
    .option('--on <day>', 'as on that day (default: today)', localDay)
    .action((folder: string | undefined, { on }: { on?: string }, command: Command) => {
      const context = contextOf(command, env)
      const name = folder ?? bundledRulebook
      const { rulebook: asked } = sound(name, readRulebook(name))
      const day = on ?? dayOf(Date.now(), asked.policy.zone)
      const report = { day, untold: untoldOf(asked, day), idle: gapsOf(asked) }
      context.show(report, completenessText)
      if (report.untold.length > 0) throw new CommandError(exitCodes.failed, '')
    })
}

function diffCommand(rulebook: Command, env: Env): void {
  rulebook
    .command('diff <changed> [against]')
    .description(
      'what one rulebook says otherwise than another, each a folder or a version (against: for a folder the one that comes along, for a version the one in force)',
    )
    .addHelpText(
      'after',
      examples(
        'rulebook diff ./my-rulebook',
        'rulebook diff ./my-rulebook r-0f31c9a8d2e4',
        'rulebook diff r-0f31c9a8d2e4',
        'rulebook diff ./new ./old',
      ),
    )
    .action(async function (this: Command, changed: string, against: string | undefined) {
      const context = contextOf(this, env)
      const names = [changed, against ?? (isFolder(changed) ? bundledRulebook : undefined)] as const
      context.show(await diffOf(context, ...names), diffText)
    })
}

/** Two versions are compared where they are; as soon as a folder is among them, here. */
async function diffOf(context: Context, changed: string, against: string | undefined): Promise<RulebookDiff> {
  if (isPath(changed) || (against !== undefined && isPath(against))) {
    const after = await editionOf(context, changed)
    return diffRulebooks(await editionOf(context, against ?? bundledRulebook), after)
  }
  const query = against === undefined ? '' : `?against=${encodeURIComponent(against)}`
  const path = `${pathOf(changed)}/diff${query}`
  return (await context.client(client => client.ask('GET', path))) as RulebookDiff
}

async function editionOf(context: Context, name: string): Promise<Edition> {
  if (isPath(name)) return sound(name, readRulebook(name))
  const path = `${pathOf(name)}/files`
  const { files } = (await context.client(client => client.ask('GET', path))) as { files: Bundle }
  return sound(name, readOf(files, name))
}

function listCommand(rulebook: Command, env: Env): void {
  rulebook
    .command('list')
    .description('versions and their state, newest first')
    .addHelpText('after', examples('rulebook list'))
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const items = await context.client(client =>
        gather<Version>(
          versionsMax,
          () => true,
          async page => (await client.ask('GET', `/rulebook/versions${pageQuery(page)}`)) as Page<Version>,
        ),
      )
      context.show({ items }, () => items.map(versionLine).join('\n'))
    })
}

const versionsMax = 1_000

function submitCommand(rulebook: Command, env: Env): void {
  rulebook
    .command('submit [folder]')
    .description('submit a folder as a draft (default: the one that comes along)')
    .requiredOption('--note <text>', 'what it changes')
    .addHelpText('after', examples('rulebook submit ./my-rulebook --note "prices of December"'))
    .action(async (folder: string | undefined, { note }: { note: string }, command: Command) => {
      const context = contextOf(command, env)
      const { bundle, faults } = readRulebook(folder ?? bundledRulebook)
      if (faults.length > 0)
        throw new CommandError(exitCodes.failed, listing({ faults, warnings: [] }, bundle))
      const body = { note, files: bundle }
      const answer = (await context.client(client => client.ask('POST', '/rulebook/versions', body))) as {
        version: Version
        warnings: unknown[]
      }
      const { version, warnings } = answer
      const doubts =
        warnings.length === 0 ? '' : `, ${warnings.length} warnings ("rulebook check" shows them)`
      context.show(
        answer,
        () =>
          `${versionLine(version)}${doubts}\nnow the holder of another key reviews it: kairos rulebook review ${version.version} --key-file FILE`,
      )
    })
}

const versionLine = ({ version, state, inForce, note, submitted, reviewed }: Version): string => {
  const by = reviewed === null ? submitted.by : `${submitted.by}, reviewed by ${reviewed.by}`
  return `${version}  ${state}${inForce ? ', in force' : ''}  (${by})  ${note}`
}

function stepCommands(rulebook: Command, env: Env): void {
  const step = async (command: Command, path: string, body: object): Promise<void> => {
    const context = contextOf(command, env)
    const answer = await context.client(client => client.ask('POST', path, body))
    context.show(answer, () => stepText(answer as Version | Recalled))
  }
  rulebook
    .command('review <version>')
    .description('say yes to a draft that somebody else submitted (with another key: --key-file)')
    .addHelpText(
      'after',
      examples('rulebook diff r-0f31c9a8d2e4', 'rulebook review r-0f31c9a8d2e4 --key-file li.key'),
    )
    .action((version: string, _: object, command: Command) => step(command, `${pathOf(version)}/review`, {}))
  rulebook
    .command('publish <version>')
    .description(
      'put a reviewed version that was tried in force; existing customers meet it within six hours',
    )
    .option('--at <time>', 'from then on (default: now)')
    .addHelpText(
      'after',
      examples(
        'rulebook publish r-0f31c9a8d2e4',
        'rulebook publish r-0f31c9a8d2e4 --at 2026-12-01T00:00:00+08:00',
        'rulebook publish r-0f31c9a8d2e4 --without-dry-run "wrong price goes out at noon" --key-file li.key',
      ),
    )
    .option(
      '--without-dry-run <reason>',
      'in an emergency, with a key of scope rulebook:review; the blast guard then has no measure for it',
    )
    .action((version: string, { at, withoutDryRun: reason }: Publish, command: Command) =>
      step(command, `${pathOf(version)}/${reason === undefined ? 'publish' : 'publish-untried'}`, {
        ...(at === undefined ? {} : { at }),
        ...(reason === undefined ? {} : { reason }),
      }),
    )
  rulebook
    .command('recall <version>')
    .description('take a version back: the one before is in force again, its planned reminders are withheld')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', examples('rulebook recall r-0f31c9a8d2e4 --reason "wrong price"'))
    .action((version: string, { reason }: { reason: string }, command: Command) =>
      step(command, `${pathOf(version)}/recall`, { reason }),
    )
}

interface Publish {
  readonly at?: string
  readonly withoutDryRun?: string
}

interface Recalled {
  readonly version: Version
  readonly withheld: number
}

function stepText(answer: Version | Recalled): string {
  if (typeof answer.version === 'string') return versionLine(answer as Version)
  const { version, withheld } = answer as Recalled
  return `${versionLine(version)}\n${withheld} planned reminders will be withheld when they fall due`
}

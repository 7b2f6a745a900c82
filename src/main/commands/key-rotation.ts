/** `key rotate`: another master key. */
import type { Command } from 'commander'
import { realClock } from '../../engine/clock.ts'
import { formerPath, nextVault, settle } from '../../store/master-key.ts'
import { livingServer } from '../client.ts'
import type { Config } from '../config.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { masterKeyPath, openInstallation } from '../installation.ts'
import { type Rotated, rotateKey } from '../key-rotation.ts'
import { requireData } from '../offline.ts'
import { progressBar } from '../progress.ts'
import { contextOf, type Context } from './context.ts'
import { examples } from './teaching.ts'

interface Options {
  readonly dryRun?: true
  readonly newKeyFile?: string
}

/** One transaction of some 50 ms. */
const sliceMax = 1_000

export function rotateCommand(key: Command, env: Context['env']): void {
  key
    .command('rotate')
    .description(
      'change the master key; the server must be stopped, and starts again once all is under the new one',
    )
    .option('--dry-run', 'open everything with the present key, count it, and change nothing')
    .option(
      '--new-key-file <file>',
      'the new key, 64 hex digits (default: one is made in the place of the present)',
    )
    .addHelpText(
      'after',
      examples('key rotate --dry-run', 'key rotate', 'key rotate --new-key-file /run/secrets/master-key-2'),
    )
    .addHelpText(
      'after',
      '\nBroken off in whatever way, the same command goes on; until then no server starts. The former key stays beside the new\none under its own name: backups of before need it.',
    )
    .action(async (options: Options, command: Command) => {
      const context = contextOf(command, env)
      const rotated = await rotate(context, options)
      context.show(rotated, told => textOf(told, context.config, options))
    })
}

async function rotate(context: Context, { dryRun, newKeyFile }: Options): Promise<Rotated> {
  const dry = dryRun === true
  const { config } = context
  requireData(config)
  const server = await livingServer(config)
  if (server !== null)
    throw new CommandError(
      exitCodes.setup,
      `the server ${server.url} (process ${server.pid}) is at work: stop it first`,
    )
  const now = (): number => realClock.now()
  const { database, vault } = await openInstallation(config, { now, rotating: true })
  const bar = progressBar({ title: 'key rotate', clock: realClock, quiet: context.json })
  try {
    const path = masterKeyPath(config)
    const to = await nextVault(path, newKeyFile, dry)
    const at = (done: number, total: number): void => bar.at(done, total, `${done} of ${total}`)
    const rotated = await rotateKey({ database, from: vault, to, now, dry, sliceMax, at })
    if (!dry && newKeyFile === undefined) await settle(path, to.keyId)
    return rotated
  } finally {
    bar.end()
    await database.close()
  }
}

function textOf(told: Rotated, config: Config, { newKeyFile }: Options): string {
  const { from, to, persons, asides, secrets, dry } = told
  const what = `${persons} keys of customers, ${asides} events set aside, ${secrets} second factors`
  if (dry) return `${what} open under the present master key ${from}; nothing was changed`
  const path = masterKeyPath(config)
  const next =
    newKeyFile === undefined
      ? `the new key is in ${path}, the former in ${formerPath(path, from)}`
      : `name ${newKeyFile} in KAIROS_MASTER_KEY_FILE from now on`
  return `the master key is ${to} now: ${what} are under it; ${next}. Keep a copy of the new one; backups of before need the former`
}

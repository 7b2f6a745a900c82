/** `serve` and `migrate`: running the system. */
import type { Command } from 'commander'
import { realClock } from '../../engine/clock.ts'
import type { Config } from '../config.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { openInstallation } from '../installation.ts'
import { serve } from '../serve.ts'
import { firstName } from '../staff/first-administrator.ts'
import { askedToEnd } from '../signals.ts'
import { contextOf, type Context } from './context.ts'
import { examples } from './teaching.ts'

type Env = Context['env']

export function operateCommands(program: Command, env: Env): void {
  program
    .command('serve')
    .description('run the engine and the API until stopped (SIGTERM finishes what is in hand)')
    .option('--port <n>', 'port of the API (default: 8460)')
    .option('--after-restore', 'the data come from a backup: what may have left since then is held (once)')
    .addHelpText(
      'after',
      examples(
        'serve',
        'serve --data /var/lib/kairos --port 8080',
        'serve --config kairos.yaml',
        'serve --after-restore',
      ),
    )
    .addHelpText(
      'after',
      '\nThe first start makes an API key, a master key and the database, publishes the rulebook that comes along, and shows the\npassword of the first administrator.\nNobody is sent to until the setting "sendTo" names numbers, or says "everyone".',
    )
    .action(async ({ afterRestore = false }: { afterRestore?: boolean }, command: Command) => {
      const context = contextOf(command, env, true)
      const running = await serve(context.config, context.log, { isRestored: afterRestore })
      const ending = askedToEnd()
      const { url, firstPassword } = running
      context.show({ url, ...firstStart(firstPassword) }, () =>
        [servingText(url, context.config), ...firstText(firstPassword)].join('\n'),
      )
      const ended = await Promise.race([ending.asked, running.ended])
      await running.stop()
      if (ended instanceof Error)
        throw new CommandError(exitCodes.failed, `the engine ended: ${ended.message}`)
    })

  program
    .command('migrate')
    .description('bring the database up to this version (every start does it too)')
    .addHelpText('after', examples('migrate', 'migrate --config kairos.yaml'))
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const { database, notes } = await openInstallation(context.config, { now: () => realClock.now() })
      await database.close()
      for (const note of notes) context.log.warn(note)
      context.show({ migrated: true }, () => 'the database is up to date')
    })
}

const firstStart = (password: string | null): object =>
  password === null ? {} : { administrator: { name: firstName, password } }

/** On the terminal, and nowhere else: the log goes another way. */
const firstText = (password: string | null): readonly string[] =>
  password === null
    ? []
    : [
        `The first administrator signs in as ${firstName} with the password ${password}`,
        'It is shown this once and is good for one use: signing in asks for one of your own. Lost it? kairos staff password admin',
      ]

function servingText(url: string, { sendTo }: Config): string {
  const reached =
    sendTo === 'everyone'
      ? 'everyone'
      : sendTo.length === 0
        ? 'nobody yet (set sendTo)'
        : `${sendTo.length} listed ${sendTo.length === 1 ? 'number' : 'numbers'}`
  return `Kairos is at ${url} (console: ${url}/console/, API: ${url}/openapi.json), sends to ${reached}; stop it with Ctrl-C`
}

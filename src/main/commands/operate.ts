/** `serve`, `migrate`, `pause`, `resume`: running the system. */
import type { Command } from 'commander'
import { realClock } from '../../engine/clock.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { openInstallation } from '../installation.ts'
import { serve } from '../serve.ts'
import { examples } from './books.ts'
import { contextOf, type Context } from './context.ts'

type Env = Context['env']

export function operateCommands(program: Command, env: Env): void {
  program
    .command('serve')
    .description('run the engine and the API until stopped (SIGTERM finishes what is in hand)')
    .option('--port <n>', 'port of the API')
    .action(async ({ port }: { port?: string }, command: Command) => {
      const context = contextOf(command, port === undefined ? env : { ...env, KAIROS_PORT: port })
      const running = await serve(context.config, context.log)
      context.show(
        { url: running.url },
        ({ url }) => `Kairos is at ${url} (API: ${url}/openapi.json); stop it with Ctrl-C`,
      )
      const ended = await Promise.race([signalled(), running.ended])
      await running.stop()
      if (ended instanceof Error)
        throw new CommandError(exitCodes.failed, `the engine ended: ${ended.message}`)
    })

  program
    .command('migrate')
    .description('bring the database up to this version (every start does it too)')
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const { database } = await openInstallation(context.config, { now: realClock.now })
      await database.close()
      context.show({ migrated: true }, () => 'the database is up to date')
    })

  stopButton(program, env)
}

/** Kinds that `pause` and `resume` take. */
const kinds = 'all, rule <id>, channel <name>, or scope <province/… or city/…>'

function stopButton(program: Command, env: Env): void {
  program
    .command('pause <kind> [value]')
    .description(`stop sending: ${kinds}; nothing planned is lost`)
    .requiredOption('--note <text>', 'why, for everybody to see')
    .addHelpText(
      'after',
      examples('pause all --note "network fault"', 'pause rule data-used-80 --note "wrong figures"'),
    )
    .action(async (kind: string, value: string | undefined, { note }: { note: string }, command: Command) => {
      const context = contextOf(command, env)
      const body = { kind, value: value ?? 'all', note }
      const answer = await context.client(client => client.ask('POST', '/pauses', body))
      context.show(answer, () => `paused: ${kind} ${body.value}`)
    })

  program
    .command('resume <kind> [value]')
    .description(`send again what was paused: ${kinds}`)
    .addHelpText('after', examples('resume all', 'resume scope city/taizhou'))
    .action(async (kind: string, value: string | undefined, _: object, command: Command) => {
      const context = contextOf(command, env)
      const path = `/pauses/${encodeURIComponent(kind)}/${encodeURIComponent(value ?? 'all')}`
      const answer = await context.client(client => client.ask('DELETE', path))
      context.show(answer, () => `resumed: ${kind} ${value ?? 'all'}`)
    })
}

const signalled = (): Promise<'signal'> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('signal'))
  })

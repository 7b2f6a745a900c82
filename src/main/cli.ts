/** The command line: `kairos --help` teaches it. */
import { Command, CommanderError } from 'commander'
import { asideCommands } from './commands/asides.ts'
import { auditCommands } from './commands/audit.ts'
import { bookCommands } from './commands/books.ts'
import { type Context, withGlobals } from './commands/context.ts'
import { demoCommands } from './commands/demo.ts'
import { erasureCommand } from './commands/erasures.ts'
import { gatewayCommands } from './commands/gateways.ts'
import { heldCommands } from './commands/held.ts'
import { ingestCommand } from './commands/ingest.ts'
import { keyCommands } from './commands/keys.ts'
import { operateCommands } from './commands/operate.ts'
import { pauseCommands } from './commands/pauses.ts'
import { rulebookCommands } from './commands/rulebook.ts'
import { staffCommands } from './commands/staff.ts'
import { endingOf, exitCodes } from './exit.ts'
import { kairosVersion } from './version.ts'

const teach = `
First steps:
  kairos demo                          watch a month pass, then look around
  kairos serve                         run it: facts come in by POST /events
  kairos explain ACCOUNT               why, and why not
  kairos timeline NUMBER               what was said to a customer, and whether it arrived
  kairos rulebook check ./rulebook     before you publish

While a server holds the data folder, the other commands go through its API.
Exit codes: 0 done · 1 it ran and the answer is no · 2 not understood · 3 settings or data are not in order ·
4 the server did not answer or did not allow it`

/** Runs one command; resolves to its exit code. */
export async function main(argv: readonly string[], env: Context['env']): Promise<number> {
  const program = withGlobals(new Command('kairos'))
    .description(
      'Tells a mobile operator’s customer the right thing at the right moment: once, in order, with proof.',
    )
    .version(kairosVersion)
    .showHelpAfterError('(--help shows what can be said)')
    .addHelpText('after', teach)
    .exitOverride()
  demoCommands(program, env)
  operateCommands(program, env)
  ingestCommand(program, env)
  bookCommands(program, env)
  asideCommands(program, env)
  pauseCommands(program, env)
  heldCommands(program, env)
  gatewayCommands(program, env)
  rulebookCommands(program, env)
  staffCommands(program, env)
  keyCommands(program, env)
  auditCommands(program, env)
  erasureCommand(program, env)
  try {
    await program.parseAsync([...argv])
    return exitCodes.done
  } catch (error) {
    return exitCodeOf(error, env)
  }
}

function exitCodeOf(error: unknown, env: Context['env']): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  const { exitCode, message } = endingOf(error)
  const told = env['KAIROS_LOG_LEVEL'] === 'debug' ? ((error as Error).stack ?? message) : message
  if (told !== '') process.stderr.write(`kairos: ${told}\n`)
  return exitCode
}

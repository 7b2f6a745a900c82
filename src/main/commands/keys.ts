/** `key …`: which systems may call (people have staff accounts), and the master key. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { scopeMeanings, scopes } from '../../api/keys.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { localTime } from '../local-time.ts'
import { contextOf, type Context } from './context.ts'
import { rotateCommand } from './key-rotation.ts'
import { examples } from './teaching.ts'

type Env = Context['env']

interface Key {
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: string
  readonly revokedAt: string | null
}

const scopeHelp = `\nScopes:\n${scopes.map(scope => `  ${scope.padEnd(16)} ${scopeMeanings[scope]}`).join('\n')}`

export function keyCommands(program: Command, env: Env): void {
  const key = program
    .command('key')
    .description('API keys, for systems (people are "kairos staff"), and the master key')
  key
    .command('create <name>')
    .description('make a key for a system; it is shown this once')
    .addOption(new Option('--scopes <scope...>', 'what it may do').choices(scopes).makeOptionMandatory())
    .option('--out <file>', 'write it to this file (0600) instead of showing it')
    .addHelpText(
      'after',
      examples(
        'key create li --scopes read rulebook:review --out li.key',
        'rulebook review VERSION --key-file li.key',
        'key create billing --scopes events:write',
      ),
    )
    .addHelpText('after', scopeHelp)
    .action(async (name: string, options: { scopes: string[]; out?: string }, command: Command) => {
      const context = contextOf(command, env)
      const { out } = options
      if (out !== undefined && existsSync(out))
        throw new CommandError(exitCodes.usage, `${out} is there already: name another file`)
      const body = { name, scopes: options.scopes }
      const made = (await context.client(client => client.ask('POST', '/keys', body))) as Key & {
        key: string
      }
      if (out === undefined) return context.show(made, () => made.key)
      await keep(out, made.key)
      const { key: _, ...told } = made
      context.show(told, () => `the key of ${name} is in ${out}`)
    })
  key
    .command('list')
    .description('all keys, revoked ones too; never the keys themselves')
    .addHelpText('after', examples('key list'))
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const page = (await context.client(client => client.ask('GET', '/keys'))) as { items: readonly Key[] }
      context.show(page, ({ items }) => items.map(lineOf).join('\n'))
    })
  key
    .command('revoke <name>')
    .description('revoke a key; it is refused after five seconds at the latest')
    .addHelpText('after', examples('key revoke li'))
    .action(async (name: string, _: object, command: Command) => {
      const context = contextOf(command, env)
      const path = `/keys/${encodeURIComponent(name)}`
      const answer = (await context.client(client => client.ask('DELETE', path))) as Key
      context.show(answer, () => lineOf(answer))
    })
  rotateCommand(key, env)
}

async function keep(path: string, key: string): Promise<void> {
  await writeFile(path, `${key}\n`, { mode: 0o600, flag: 'wx' }).catch((error: Error) => {
    const told = `${path} cannot be written (${error.message}); the key was made, and this is it: ${key}`
    throw new CommandError(exitCodes.failed, told)
  })
}

const lineOf = ({ name, scopes: held, createdAt, revokedAt }: Key): string => {
  const ended = revokedAt === null ? '' : `, revoked ${localTime(Date.parse(revokedAt))}`
  return `${name}: ${held.join(', ')}, made ${localTime(Date.parse(createdAt))}${ended}`
}

/** `staff …`: who may sign in, as what, and where they may look. */
import { type Command, Option } from 'commander'
import { roleMeanings, roles } from '../../api/roles.ts'
import type { Client } from '../client.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { localTime } from '../local-time.ts'
import { contextOf, type Context } from './context.ts'
import { examples } from './teaching.ts'

type Env = Context['env']

interface Person {
  readonly name: string
  readonly displayName: string
  readonly roles: readonly string[]
  readonly territories: readonly string[]
  readonly mustChangePassword: boolean
  readonly secondFactor: boolean
  readonly createdAt: string
  readonly disabledAt: string | null
}

interface Options {
  readonly roles?: string[]
  readonly territories?: string[]
  readonly everywhere?: boolean
  readonly displayName?: string
  readonly locale?: string
  readonly enable?: boolean
}

const roleHelp = `\nRoles:\n${roles.map(role => `  ${role.padEnd(14)} ${roleMeanings[role].why}`).join('\n')}`
const onceText = 'shown this once; signing in with it asks for another one'

const profileOptions = (command: Command): Command =>
  command
    .option('--territories <scope...>', 'where they may look at customers: province/NAME, city/NAME')
    .option('--display-name <text>', 'the name that others see')
    .addOption(new Option('--locale <language>', 'of the console').choices(['zh-CN', 'en']))

export function staffCommands(program: Command, env: Env): void {
  const staff = program
    .command('staff')
    .description('make, list, change and disable the accounts of people who sign in')
  create(staff, env)
  change(staff, env)
  staff
    .command('list')
    .description('all staff, with roles and territories')
    .addHelpText('after', examples('staff list'))
    .action(async (_, command: Command) => {
      const context = contextOf(command, env)
      const ask = (client: Client) => client.ask('GET', '/staff')
      const page = (await context.client(ask)) as { items: readonly Person[] }
      context.show(page, ({ items }) =>
        items.length === 0 ? 'nobody: "kairos serve" makes the first' : items.map(lineOf).join('\n'),
      )
    })
  staff
    .command('disable <name>')
    .description('somebody no longer signs in; their sessions end, their records stay')
    .addHelpText('after', examples('staff disable wang', 'staff change wang --enable'))
    .action((name: string, _: object, command: Command) =>
      changed(contextOf(command, env), name, { disabled: true }),
    )
  staff
    .command('password <name>')
    .description('give a new one-time password; sessions end, a second factor is taken off')
    .addHelpText('after', examples('staff password wang'))
    .action(async (name: string, _: object, command: Command) => {
      const context = contextOf(command, env)
      const ask = (client: Client) => client.ask('POST', `${pathOf(name)}/password`, {})
      const made = (await context.client(ask)) as { password: string }
      context.show(made, ({ password }) => `${password}  (of ${name}; ${onceText})`)
    })
}

function create(staff: Command, env: Env): void {
  const command = staff
    .command('create <name>')
    .description('make an account; its one-time password is shown this once')
    .addOption(new Option('--roles <role...>', 'what they may do').choices(roles).makeOptionMandatory())
  profileOptions(command)
    .addHelpText(
      'after',
      examples(
        'staff create wang --roles agent --territories city/taizhou --display-name 王丽',
        'staff create li --roles editor --locale en',
      ),
    )
    .addHelpText('after', roleHelp)
    .action(async (name: string, options: Options, made: Command) => {
      const context = contextOf(made, env)
      const ask = (client: Client) => client.ask('POST', '/staff', { name, ...options })
      const person = (await context.client(ask)) as Person & { password: string }
      context.show(person, () => `${lineOf(person)}\n${person.password}  (${onceText})`)
    })
}

function change(staff: Command, env: Env): void {
  const command = staff
    .command('change <name>')
    .description('change what somebody may do; what is not named stays')
    .addOption(new Option('--roles <role...>', 'what they may do').choices(roles))
    .option('--everywhere', 'they may look at all customers')
    .option('--enable', 'they may sign in again')
  profileOptions(command)
    .addHelpText(
      'after',
      examples('staff change wang --roles agent viewer', 'staff change wang --everywhere'),
    )
    .addHelpText('after', roleHelp)
    .action(async (name: string, { everywhere, enable, ...rest }: Options, made: Command) => {
      const body = {
        ...rest,
        ...(everywhere === true ? { territories: [] } : {}),
        ...(enable === true ? { disabled: false } : {}),
      }
      if (Object.keys(body).length === 0)
        throw new CommandError(
          exitCodes.usage,
          'say what is to change: --roles, --territories, …; see --help',
        )
      await changed(contextOf(made, env), name, body)
    })
}

async function changed(context: Context, name: string, body: object): Promise<void> {
  const ask = (client: Client) => client.ask('PATCH', pathOf(name), body)
  const person = (await context.client(ask)) as Person
  context.show(person, lineOf)
}

const pathOf = (name: string): string => `/staff/${encodeURIComponent(name)}`

function lineOf(person: Person): string {
  const { name, displayName, roles: held, territories, createdAt, disabledAt } = person
  return [
    `${name}${displayName === name ? '' : ` (${displayName})`}: ${held.join(', ')}`,
    territories.length === 0 ? 'everywhere' : territories.join(', '),
    `made ${localTime(Date.parse(createdAt))}`,
    ...(person.secondFactor ? ['second factor'] : []),
    ...(person.mustChangePassword ? ['has to set a password'] : []),
    ...(disabledAt === null ? [] : [`disabled ${localTime(Date.parse(disabledAt))}`]),
  ].join(', ')
}

/** `--help` teaches: every command that there is to know is named, and each shows an example of itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkout, within } from './kairos.ts'

const help = async (line: string): Promise<string> => {
  const { code, out, errors } = await within(...`${line} --help`.trim().split(' '))
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  return out
}

const commands = [
  'demo',
  'simulate',
  'serve',
  'migrate',
  'ingest',
  'reconcile',
  'explain',
  'timeline',
  'pause',
  'resume',
  'erase',
] as const
const groups = ['rulebook', 'key', 'aside', 'staff', 'audit'] as const
const ofRulebook = [
  'check',
  'complete',
  'diff',
  'list',
  'submit',
  'dry-run',
  'try',
  'review',
  'publish',
  'recall',
] as const
const ofAside = ['list', 'show', 'replay', 'discard'] as const
const ofKeys = ['create', 'list', 'revoke', 'rotate'] as const
const ofStaff = ['create', 'list', 'change', 'disable', 'password'] as const
const ofAudit = ['list', 'verify'] as const

it('kairos --help names every command, what while a server runs, and the exit codes', async () => {
  const text = await help('')
  const named = [...text.matchAll(/^ {2}([a-z]+)(?= |$)/gm)].map(match => match[1])
  expect(named).toEqual(expect.arrayContaining([...commands, ...groups]))
  expect(text).toContain('While a server holds the data folder, the other commands go through its API.')
  for (const code of [0, 1, 2, 3, 4]) expect(text).toMatch(new RegExp(`[:·]\\s${code} `))
})

it.each([
  ...commands,
  ...ofRulebook.map(name => `rulebook ${name}`),
  ...ofKeys.map(name => `key ${name}`),
  ...ofAside.map(name => `aside ${name}`),
  ...ofStaff.map(name => `staff ${name}`),
  ...ofAudit.map(name => `audit ${name}`),
])('kairos %s --help shows an example of itself', async line => {
  expect(await help(line)).toMatch(new RegExp(`Examples:\\n( {2}kairos .*\\n)*? {2}kairos ${line}( |\\n)`))
})

it('groups name their commands', async () => {
  const [rulebook, key, aside] = [await help('rulebook'), await help('key'), await help('aside')]
  const [staff, audit] = [await help('staff'), await help('audit')]
  for (const name of ofStaff) expect(staff).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  for (const name of ofAudit) expect(audit).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  for (const name of ofAside) expect(aside).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  for (const name of ofRulebook) expect(rulebook).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  for (const name of ofKeys) expect(key).toMatch(new RegExp(`^ {2}${name} `, 'm'))
})

it('the README lists the same commands', () => {
  const readme = readFileSync(join(checkout, 'README.md'), 'utf8')
  for (const name of [...commands, ...groups]) expect(readme).toMatch(new RegExp(`\`kairos ${name}\\b`))
})

/**
 * Commands that people copy are run: every `sh` block of the READMEs that `<!-- runs -->` stands before. They run in the
 * checkout, with a data folder of their own, and must end with 0; a block that starts a server is not to be marked.
 */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { checkout, Place } from './kairos.ts'

const place = new Place()
afterAll(() => place.remove())

const files = ['README.md', 'README.zh-CN.md', 'rulebook/README.md', 'operator/README.md']
const withinMs = 60_000

/** The marked blocks of a text, in order. */
const blocksIn = (text: string): readonly string[] =>
  [...text.matchAll(/^<!-- runs -->\s*\n```sh\n([^]*?)^```$/gm)].map(match => match[1] ?? '')

it('a block counts when the mark stands right before it', () => {
  const text = [
    '```sh',
    'no',
    '```',
    '<!-- runs -->',
    '',
    '```sh',
    'a',
    'b',
    '```',
    '',
    '```',
    'no',
    '```',
    '',
  ].join('\n')
  expect(blocksIn(text)).toEqual(['a\nb\n'])
})

const marked = files
  .filter(file => existsSync(join(checkout, file)))
  .flatMap(file => blocksIn(readFileSync(join(checkout, file), 'utf8')).map(block => ({ file, block })))

async function run(block: string): Promise<string> {
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter)
  const env = { ...place.env, PATH: path, KAIROS_DATA: place.path('data') }
  const ask = { cwd: checkout, env, timeout: withinMs, maxBuffer: 32 * 1_048_576 }
  const ended = await promisify(execFile)('sh', ['-euc', block], ask).catch((error: Error) => error)
  return ended instanceof Error ? ended.message : ''
}

it(`the ${marked.length} marked blocks do what they say`, async () => {
  for (const { file, block } of marked) {
    expect({ file, block, trouble: await run(block) }).toEqual({ file, block, trouble: '' })
  }
}, 300_000)

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const here = import.meta.dirname

test('the example sends a message and sees its receipt', async () => {
  const { stdout } = await run(process.execPath, [join(here, 'send.ts')])
  expect(stdout).toBe('bound\n1000000001 taken\n1000000001 delivered\n')
})

test('the README shows the example as it is', () => {
  const readme = readFileSync(join(here, '../README.md'), 'utf8')
  const example = readFileSync(join(here, 'send.ts'), 'utf8').replace('../src/index.ts', '@kairos/smpp')
  expect(readme).toContain(example)
})

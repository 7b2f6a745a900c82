import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isRefusal, linesOf, openLogFile } from './file.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-log-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a line torn by a crash is cut off at the next opening, whole lines are kept', async () => {
  const rows: [string, string][] = [
    ['', ''],
    ['{"at":1', ''],
    ['one\n', 'one\n'],
    ['one\ntwo', 'one\n'],
    [`one\n${'x'.repeat(200_000)}`, 'one\n'],
    [`${'x'.repeat(200_000)}\ntorn`, `${'x'.repeat(200_000)}\n`],
  ]
  for (const [i, [before, after]] of rows.entries()) {
    const path = join(folder, `torn-${i}`)
    writeFileSync(path, before)
    const file = await openLogFile(path)
    expect(file.size).toBe(after.length)
    await file.append(Buffer.from('next\n'))
    await file.close()
    expect(readFileSync(path, 'utf8')).toBe(`${after}next\n`)
  }
})

test('the file is readable by its owner only, also when it was not before', async () => {
  for (const made of [false, true]) {
    const path = join(folder, `mode-${made}`)
    if (made) writeFileSync(path, '', { mode: 0o644 })
    await (await openLogFile(path)).close()
    expect(statSync(path).mode & 0o777).toBe(0o600)
  }
})

test('when the kernel refuses the bytes, it says so and nothing has been appended', async () => {
  const path = join(folder, 'closed')
  const file = await openLogFile(path)
  await file.append(Buffer.from('one\n'))
  await file.close()
  const appended = await file.append(Buffer.from('two\n'))
  expect(appended).toEqual({ bytes: 0, fault: 'EBADF' })
  expect(isRefusal(appended.fault)).toBe(true)
  expect(isRefusal('EIO')).toBe(false)
  expect(file.size).toBe(4)
})

test('lines are read one by one, and reading may stop early', async () => {
  const path = join(folder, 'lines')
  appendFileSync(path, 'one\ntwo\nthree\n')
  const read: string[] = []
  for await (const line of linesOf(path)) {
    read.push(line)
    if (line === 'two') break
  }
  expect(read).toEqual(['one', 'two'])
})

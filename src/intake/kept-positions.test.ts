import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KeptPositions } from './kept-positions.ts'
import type { Position } from './positions.ts'
import { emptyTally } from './tally.ts'

const position: Position = { offset: 10, line: 1, digest: 'ab', refusedBytes: 0, tally: emptyTally }
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kairos-positions-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a position is found again by another process, the newest one', async () => {
  const positions = new KeptPositions(join(folder, 'new'))
  expect(await positions.get('file/a')).toBeNull()
  await positions.set('file/a', position)
  await positions.set('file/a', { ...position, offset: 20 })
  expect(await new KeptPositions(join(folder, 'new')).get('file/a')).toEqual({ ...position, offset: 20 })
  expect(await readdir(join(folder, 'new'))).toEqual(['file-a.json'])
})

test('what cannot be understood means: start anew', async () => {
  for (const text of ['', '{', '{"offset":-1}', JSON.stringify({ ...position, more: 1 })]) {
    await writeFile(join(folder, 'file-a.json'), text)
    expect(await new KeptPositions(folder).get('file/a')).toBeNull()
  }
})

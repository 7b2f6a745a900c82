import { appendFile, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Busy, Unavailable } from '../engine/inbox.ts'
import { exampleEvent } from './event-examples.ts'
import { FakeInbox } from './fake-inbox.ts'
import type { FileProgress, FileReport } from './file.ts'
import { ingestFile, readHeader } from './file.ts'
import type { Position, Positions } from './positions.ts'

class FakePositions implements Positions {
  readonly rows = new Map<string, Position>()
  /** The next so many `set` are lost, as if the process had died before them. */
  lose = 0

  get(key: string): Promise<Position | null> {
    return Promise.resolve(this.rows.get(key) ?? null)
  }

  set(key: string, position: Position): Promise<void> {
    if (this.lose > 0) {
      this.lose -= 1
      return Promise.reject(new Error('killed'))
    }
    this.rows.set(key, structuredClone(position))
    return Promise.resolve()
  }
}

let folder = ''
let path = ''
let inbox = new FakeInbox()
let positions = new FakePositions()
let pauses: number[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kairos-file-'))
  path = join(folder, 'facts.ndjson')
  inbox = new FakeInbox()
  positions = new FakePositions()
  pauses = []
})

afterEach(() => rm(folder, { recursive: true }))

const line = (id: string) => JSON.stringify({ ...exampleEvent('balance.reported'), id })
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `${line(`e${from + n}`)}\n`).join('')

function ingest(
  more: { stop?: AbortSignal; onProgress?: (progress: FileProgress) => void } = {},
): Promise<FileReport> {
  const wait = (ms: number) => {
    pauses.push(ms)
    return Promise.resolve()
  }
  return ingestFile({ path, inbox, positions, patience: { wait, pausesMaxMs: 60_000 }, ...more })
}

describe('a file', () => {
  test('goes in whole, in batches of at most 1,000, with progress up to its end', async () => {
    await writeFile(path, lines(0, 3_500))
    const progress: number[] = []
    const report = await ingest({ onProgress: ({ bytes }) => progress.push(bytes) })
    expect(report).toMatchObject({
      ended: 'complete',
      lines: 3_500,
      tally: { decided: 3_500, refused: 0 },
      refusedPath: null,
      header: null,
    })
    expect(Math.max(...inbox.offers)).toBeLessThanOrEqual(1_000)
    expect(inbox.taken.map(arrival => arrival.id)).toEqual(Array.from({ length: 3_500 }, (_, n) => `e${n}`))
    expect(progress.at(-1)).toBe((await stat(path)).size)
  })

  test('of an exported month gives its header, which is no event', async () => {
    await writeFile(path, `{"kairos":"operator-month","seed":7}\n${lines(0, 2)}`)
    const header = { kairos: 'operator-month', seed: 7 }
    expect(await ingest()).toMatchObject({ header, lines: 3, tally: { decided: 2, refused: 0 } })
    expect(await readHeader(path)).toEqual(header)
  })

  test('with bad lines has them beside it with their reasons, readable by its owner only', async () => {
    await writeFile(path, `${lines(0, 2)}{"a":1\n${line('e2')}\n`)
    await appendFile(path, Buffer.from([0xcd, 0xf5, 10]))
    const report = await ingest()
    expect(report).toMatchObject({ tally: { decided: 3, refused: 2 }, refusedPath: `${path}.refused.ndjson` })
    const refused = (await readFile(`${path}.refused.ndjson`, 'utf8'))
      .trim()
      .split('\n')
      .map(text => JSON.parse(text))
    expect(refused).toMatchObject([
      {
        line: 3,
        reason: 'event: is not JSON; send one JSON object, complete and on one line',
        text: '{"a":1',
      },
      { line: 5, reason: 'event: is not UTF-8; convert it, e.g. iconv -f GB18030 -t UTF-8', base64: 'zfU=' },
    ])
    expect((await stat(`${path}.refused.ndjson`)).mode & 0o777).toBe(0o600)
  })

  test('counts duplicates, waiting and set aside apart', async () => {
    await writeFile(path, ['a', 'a', 'waiting-1', 'aside-1'].map(id => `${line(id)}\n`).join(''))
    expect((await ingest()).tally).toEqual({
      decided: 1,
      duplicate: 1,
      waiting: 1,
      'set-aside': 1,
      refused: 0,
    })
  })

  test('that is empty or absent says so', async () => {
    await writeFile(path, '')
    expect(await ingest()).toMatchObject({ ended: 'complete', lines: 0 })
    path = join(folder, 'absent')
    await expect(ingest()).rejects.toThrow('ENOENT')
  })
})

describe('when the engine is behind', () => {
  test('it waits longer and longer, and loses nothing', async () => {
    await writeFile(path, lines(0, 5))
    inbox.troubles.push(new Busy(1), new Busy(1), new Unavailable('no database'))
    expect(await ingest()).toMatchObject({ ended: 'complete', tally: { decided: 5 } })
    expect(pauses).toEqual([1_000, 2_000, 2_000])
  })

  test('it gives up when its patience ends, and the next run goes on', async () => {
    await writeFile(path, lines(0, 5))
    inbox.troubles.push(...Array.from({ length: 20 }, () => new Unavailable('no database')))
    expect(await ingest()).toMatchObject({ ended: 'unavailable', lines: 0 })
    inbox.troubles.length = 0
    expect(await ingest()).toMatchObject({ ended: 'complete', tally: { decided: 5 } })
  })

  test('any other trouble is passed on', async () => {
    await writeFile(path, lines(0, 5))
    inbox.troubles.push(new Error('a bug'))
    await expect(ingest()).rejects.toThrow('a bug')
  })
})

describe('taken up again', () => {
  test('a file that is done gives nothing twice', async () => {
    await writeFile(path, lines(0, 1_500))
    await ingest()
    inbox.offers.length = 0
    const report = await ingest()
    expect(report).toMatchObject({ ended: 'complete', tally: { decided: 1_500 }, resumedAt: report.bytes })
    expect(inbox.offers).toEqual([])
  })

  test('a stopped run goes on where it was, also under another name', async () => {
    await writeFile(path, lines(0, 2_500))
    const stop = new AbortController()
    expect(await ingest({ stop: stop.signal, onProgress: () => stop.abort() })).toMatchObject({
      ended: 'stopped',
    })
    await rename(path, `${path}.moved`)
    path = `${path}.moved`
    const report = await ingest()
    expect(report).toMatchObject({ ended: 'complete', lines: 2_500, tally: { decided: 2_500, duplicate: 0 } })
    expect(report.resumedAt).toBeGreaterThan(0)
  })

  test('death between commit and position offers one batch again, and keeps each refused line once', async () => {
    await writeFile(path, `${lines(0, 3)}bad\n${lines(3, 5)}`)
    positions.lose = 1
    await expect(ingest()).rejects.toThrow('killed')
    expect(await ingest()).toMatchObject({ tally: { decided: 0, duplicate: 5, refused: 1 } })
    expect(inbox.taken).toHaveLength(5)
    expect((await readFile(`${path}.refused.ndjson`, 'utf8')).trim().split('\n')).toHaveLength(1)
  })

  test('a file that has grown goes on at its former end', async () => {
    await writeFile(path, lines(0, 1_000))
    const { bytes } = await ingest()
    await appendFile(path, lines(1_000, 1_200))
    expect(await ingest()).toMatchObject({
      resumedAt: bytes,
      lines: 1_200,
      tally: { decided: 1_200, duplicate: 0 },
    })
  })

  test('another file with the same beginning starts at its top', async () => {
    await writeFile(path, lines(0, 1_500))
    await ingest()
    await writeFile(path, `${lines(0, 1_000)}${lines(5_000, 6_000)}`)
    expect(await ingest()).toMatchObject({ resumedAt: 0, tally: { decided: 1_000, duplicate: 1_000 } })
  })
})

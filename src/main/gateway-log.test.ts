/** What operators of gateways hand over, and what is made of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type LogBatch, logBatches } from './gateway-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-gateway-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function collected(path: string): Promise<LogBatch[]> {
  const batches: LogBatch[] = []
  for await (const batch of logBatches(path)) batches.push(batch)
  return batches
}

async function batchesOf(text: string): Promise<LogBatch[]> {
  const path = join(folder, 'log')
  writeFileSync(path, text)
  return collected(path)
}

const at = '2026-11-20T00:00:00.000Z'

it('CSV whose head names the columns, in any order, with others between, quoted or not', async () => {
  const text =
    '\uFEFFat,text,Number,messageId\r\n2026-11-20T08:00:00+08:00,"a, ""b""",13800138000,7\r\n\r\n2026-11-20T08:00:00+08:00,x,+447700900123,\r\n'
  expect(await batchesOf(text)).toEqual([
    {
      entries: [
        { number: '13800138000', at, messageId: '7' },
        { number: '+447700900123', at },
      ],
      done: true,
    },
  ])
})

it('NDJSON, as a "log" gateway writes it', async () => {
  const line = { at: Date.parse(at), attempt: 'A/1', messageId: 'f00', number: '+8613800138000', parts: 1 }
  expect(await batchesOf(`${JSON.stringify(line)}\n`)).toEqual([
    { entries: [{ number: '+8613800138000', at, messageId: 'f00' }], done: true },
  ])
})

it('a thousand at a time, and the last says that it is done', async () => {
  const lines = Array.from({ length: 2_000 }, () => `13800138000,${at}`)
  const batches = await batchesOf(['number,at', ...lines].join('\n'))
  expect(batches.map(({ entries, done }) => [entries.length, done])).toEqual([
    [1_000, false],
    [1_000, false],
    [0, true],
  ])
})

it.each([
  ['number,at\n13800138000,yesterday', ':2: a number and "at"'],
  ['number,at\nabc,2026-11-20T08:00:00+08:00', ':2: a number and "at"'],
  ['{"number":"13800138000"}', ':1: a number and "at"'],
  ['time,msisdn\n2026-11-20T08:00:00+08:00,13800138000', ':2: a number and "at"'],
])('%j is refused with its line', async (text, says) => {
  await expect(batchesOf(text)).rejects.toThrow(says)
})

it('a file that is not there is told', async () => {
  await expect(collected(join(folder, 'none'))).rejects.toThrow(/none cannot be read/)
})

import { expect, test } from 'vitest'
import { gathered } from './gather.ts'

async function* source(parts: readonly (readonly number[])[]): AsyncGenerator<readonly number[]> {
  for (const part of parts) yield await Promise.resolve(part)
}

const tick = () => new Promise<void>(resolve => void setImmediate(resolve))

async function batches(
  parts: readonly (readonly number[])[],
  max: number,
  pause = tick,
): Promise<number[][]> {
  const all: number[][] = []
  for await (const batch of gathered(source(parts), max)) {
    all.push([...batch])
    await pause()
  }
  return all
}

test('the first batch is prompt, later ones hold what came meanwhile', async () => {
  expect(await batches([[1], [2], [3]], 10)).toEqual([[1], [2, 3]])
})

test('no batch is larger than the limit, and the order stays', async () => {
  const all = await batches([[1, 2, 3, 4, 5], [6], [7, 8]], 2)
  expect(all.every(batch => batch.length <= 2)).toBe(true)
  expect(all.flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('it does not read ahead without end', async () => {
  let produced = 0
  const endless = async function* (): AsyncGenerator<readonly number[]> {
    for (;;) yield [await Promise.resolve((produced += 1))]
  }
  for await (const batch of gathered(endless(), 3)) {
    await tick()
    if (batch.includes(7)) break
  }
  expect(produced).toBeLessThan(16)
})

test('a fault of the source comes after what it had given', async () => {
  const failing = async function* (): AsyncGenerator<readonly number[]> {
    yield [1]
    await tick()
    throw new Error('torn')
  }
  const seen: number[] = []
  const reading = async () => {
    for await (const batch of gathered(failing(), 3)) seen.push(...batch)
  }
  await expect(reading()).rejects.toThrow('torn')
  expect(seen).toEqual([1])
})

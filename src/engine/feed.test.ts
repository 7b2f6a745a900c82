import { expect, it } from 'vitest'
import type { Arrival } from '../core/event/arrival.ts'
import { Feed, type Lull, type Timed } from './feed.ts'

const fact = (id: string, at: number): Timed => ({ at, arrival: { id } as Arrival })
const lull = (at: number): Lull => ({ at, arrival: null })

it('asks a feed again where nothing comes, and never further ahead than what it says', async () => {
  const asked: number[] = []
  const noted = function* (): Generator<Timed | Lull> {
    for (const one of [fact('a', 10), lull(20), lull(30), fact('b', 35), lull(40), fact('c', 90)]) {
      asked.push(one.at)
      yield one
    }
  }
  const feed = new Feed(noted())
  expect(await feed.next()).toBe(10)
  expect((await feed.until(15)).map(({ arrival }) => arrival.id)).toEqual(['a'])
  expect([await feed.next(), ...asked]).toEqual([20, 10, 20])
  expect((await feed.until(36)).map(({ arrival }) => arrival.id)).toEqual(['b'])
  expect(asked).toEqual([10, 20, 30, 35, 40])
  expect((await feed.until(1_000)).map(({ at }) => at)).toEqual([90])
  expect(await feed.next()).toBeNull()
})

it('a fact that comes after a later one comes with it', async () => {
  const feed = new Feed([fact('a', 50), fact('b', 20)])
  expect((await feed.until(100)).map(({ at }) => at)).toEqual([50, 50])
})

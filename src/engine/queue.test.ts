import { expect, test, vi } from 'vitest'
import { Busy, Unavailable } from './inbox.ts'
import { newMeter } from './meter.ts'
import { Queue } from './queue.ts'
import { usage } from './small-world-suite.ts'

const facts = (n: number) => Array.from({ length: n }, (_, i) => usage('A1', `u${i}`))

function queueOf(queueMax: number) {
  const wake = vi.fn<() => void>()
  const time = { elapsed: 0 }
  const queue = new Queue({ meter: newMeter(), wake, elapsed: () => time.elapsed, queueMax })
  return { wake, queue, time }
}

test('an offer resolves when all of it is settled, with verdicts in its own order', async () => {
  const { queue, wake } = queueOf(10)
  const offered = queue.offer(facts(3))
  expect(wake).toHaveBeenCalledTimes(1)
  const [a, b] = queue.take(2)
  const [c] = queue.take(2)
  queue.settle(c!, { state: 'duplicate' })
  queue.settle(b!, { state: 'waiting' })
  queue.settle(a!, { state: 'decided' })
  expect((await offered).map(verdict => verdict.state)).toEqual(['decided', 'waiting', 'duplicate'])
})

test('what does not fit is turned away as a whole, with a time to come again', async () => {
  const { queue } = queueOf(5)
  void queue.offer(facts(4))
  const busy = await queue.offer(facts(2)).catch((error: unknown) => error)
  expect(busy).toBeInstanceOf(Busy)
  expect((busy as Busy).retryAfterS).toBeGreaterThanOrEqual(1)
  expect(queue.length).toBe(4)
})

test('an offer larger than the queue enters when the queue is empty, else it never could', async () => {
  const { queue } = queueOf(2)
  const offered = queue.offer(facts(3))
  for (const queued of queue.take(10)) queue.settle(queued, { state: 'decided' })
  expect(await offered).toHaveLength(3)
})

test('rejecting gives back what is queued and what is taken', async () => {
  const { queue } = queueOf(10)
  const first = queue.offer(facts(1))
  const second = queue.offer(facts(2))
  queue.take(2)
  queue.reject('trouble')
  await expect(first).rejects.toThrow(Unavailable)
  await expect(second).rejects.toThrow('trouble')
  expect(queue.length).toBe(0)
})

test('a closed queue takes nothing in', async () => {
  const { queue } = queueOf(10)
  queue.close()
  await expect(queue.offer(facts(1))).rejects.toThrow(Unavailable)
})

test('its lag is how long the oldest that nobody has taken waits', () => {
  const { queue, time } = queueOf(10)
  expect(queue.lagMs).toBeNull()
  time.elapsed = 100
  void queue.offer(facts(2))
  time.elapsed = 150
  void queue.offer(facts(1))
  time.elapsed = 200
  expect(queue.lagMs).toBe(100)
  queue.take(2)
  expect(queue.lagMs).toBe(50)
  queue.take(1)
  expect(queue.lagMs).toBeNull()
})

import { expect, it } from 'vitest'
import { Queue } from './queue.ts'

/** t is a turn, r is a read. */
async function order(asked: string): Promise<string> {
  const queue = new Queue()
  let done = ''
  const jobs = Array.from(asked, letter =>
    queue.run(letter === 't' ? 'turn' : 'read', async () => {
      await Promise.resolve()
      done += letter
    }),
  )
  await Promise.all(jobs)
  return done
}

it.each([
  ['rrt', 'rtr', 'a turn overtakes the reads that have not begun'],
  ['trt', 'ttr', 'turns go first'],
  ['tttttttttr', 'ttttrttttt', 'a read waits for four turns at most'],
  ['ttttttttttrrr', 'ttttrttttrttr', 'each of several reads does'],
  ['rrr', 'rrr', 'reads alone go in order'],
])('asked for as %s they run as %s: %s', async (asked, expected) => {
  expect(await order(asked)).toBe(expected)
})

it('a job that fails fails its caller and holds up nobody', async () => {
  const queue = new Queue()
  const bad = queue.run('turn', () => Promise.reject(new Error('no')))
  const good = queue.run('turn', () => Promise.resolve('yes'))
  await expect(bad).rejects.toThrow('no')
  await expect(good).resolves.toBe('yes')
})

it('refuses more callers than it can hold, and serves those who wait', async () => {
  const queue = new Queue()
  const { promise, resolve } = Promise.withResolvers<void>()
  const first = queue.run('turn', () => promise)
  const waiting = Array.from({ length: 10_000 }, () => queue.run('read', () => Promise.resolve(1)))
  await expect(queue.run('turn', () => promise)).rejects.toMatchObject({ kind: 'retry' })
  resolve()
  await first
  expect(await Promise.all(waiting)).toHaveLength(10_000)
})

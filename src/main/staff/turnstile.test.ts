import { expect, it } from 'vitest'
import { Busy } from '../../engine/inbox.ts'
import { Turnstile } from './turnstile.ts'

it('two pass at once, some wait in order, the rest is sent away; whoever fails leaves too', async () => {
  const turnstile = new Turnstile({ insideMax: 2, waitingMax: 3 })
  let inside = 0
  let most = 0
  const order: number[] = []
  const work = (n: number) =>
    turnstile.pass(async () => {
      most = Math.max(most, (inside += 1))
      await Promise.resolve()
      await new Promise(resolve => setImmediate(resolve))
      inside -= 1
      order.push(n)
      if (n === 1) throw new Error('it failed')
      return n
    })
  const ended = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(work))
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4])
  expect(ended.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ])
  expect((ended[6] as PromiseRejectedResult).reason).toBeInstanceOf(Busy)
  expect(await work(7)).toBe(7)
})

/** The client side of `POST /events`, against the real server side. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Busy, Unavailable } from '../engine/inbox.ts'
import { exampleEvent } from '../intake/event-examples.ts'
import { HttpInbox } from '../intake/http-inbox.ts'
import { parseEvent } from '../intake/parse.ts'
import type { Trial } from './trial.ts'
import { openTrial } from './trial.ts'

let trial: Trial
let address = ''

beforeEach(async () => {
  trial = await openTrial({ hosts: ['127.0.0.1'] })
  address = await trial.api.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => trial.api.close())

function arrival(id: string) {
  const parsed = parseEvent({ ...exampleEvent('usage.reported'), id })
  if (parsed.state === 'refused') throw new Error('the example is refused')
  return parsed.arrival
}

const inbox = () => new HttpInbox({ address, key: trial.key('events:write') })

test('verdicts come back in order, and the server has what was offered', async () => {
  const offered = ['e1', 'e1', 'waiting-1', 'aside-1'].map(arrival)
  expect(await inbox().offer(offered)).toEqual([
    { state: 'decided' },
    { state: 'duplicate' },
    { state: 'waiting' },
    { state: 'set-aside', reason: 'from-the-future', note: '' },
  ])
  expect(trial.inbox.taken).toEqual([offered[0], offered[2], offered[3]])
})

test('a full queue is Busy with its seconds, a database away and no server are Unavailable', async () => {
  trial.inbox.troubles.push(new Busy(7), new Unavailable('away'))
  await expect(inbox().offer([arrival('e1')])).rejects.toMatchObject({ name: 'Busy', retryAfterS: 7 })
  await expect(inbox().offer([arrival('e1')])).rejects.toMatchObject({ name: 'Unavailable' })
  await trial.api.close()
  await expect(inbox().offer([arrival('e1')])).rejects.toMatchObject({ name: 'Unavailable' })
})

test('a wrong key is told as it is', async () => {
  const stranger = new HttpInbox({ address, key: trial.key('read') })
  await expect(stranger.offer([arrival('e1')])).rejects.toThrow(/403.*it needs scope events:write/)
})

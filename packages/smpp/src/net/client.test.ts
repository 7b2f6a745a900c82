import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { FakeCentre } from '../centre/centre.ts'
import type { CentreOptions } from '../centre/centre.ts'
import { plays } from '../centre/play.ts'
import { makeAnswer, makePdu } from '../codec/pdu.ts'
import type { Pdu } from '../codec/pdu.ts'
import { readReceipt } from '../text/receipt.ts'
import { Client } from './client.ts'
import type { ClientOptions, LinkChange, Outcome } from './client.ts'
import { testCertificate, testKey } from './test-certificate.ts'

const elapsed = () => performance.now()
const chance = () => 0
const closings: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closings.splice(0).map(close => close()))
})

async function centreWith(changes: Partial<CentreOptions> = {}) {
  const centre = new FakeCentre({
    host: '127.0.0.1',
    port: 0,
    tls: null,
    elapsed,
    chance,
    systemId: 'FAKE',
    accounts: new Map([['kairos', 'secret']]),
    play: () => plays.reported('delivered', 5),
    now: () => Date.UTC(2026, 10, 21, 7, 2) + performance.now(),
    after: (afterMs, act) => void setTimeout(act, afterMs),
    offsetMinutes: 480,
    idsInAnswers: 'hex',
    idsInReceipts: 'decimal',
    alphabet: 'gsm7',
    ...changes,
  })
  const port = await centre.listen()
  closings.push(() => centre.close(200))
  return { centre, port }
}

function clientTo(port: number, changes: Partial<ClientOptions> = {}) {
  const changed: LinkChange[] = []
  const asked: Pdu[] = []
  const late: Pdu[] = []
  const client = new Client({
    host: '127.0.0.1',
    port,
    tls: null,
    bind: 'bind_transceiver',
    account: { systemId: 'kairos', password: 'secret' },
    elapsed,
    chance,
    redial: { firstMs: 20 },
    listener: {
      asked(request, answer) {
        asked.push(request)
        if (request.command === 'deliver_sm') answer(makeAnswer(request))
      },
      answeredLate: (_request, answer) => void late.push(answer),
      changed: change => void changed.push(change),
    },
    ...changes,
  })
  client.start()
  closings.push(() => client.close(200))
  return { client, changed, asked, late }
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 2) {
    if (waited > 5_000) throw new Error(`still waiting: ${holds.toString()}`)
    await sleep(2)
  }
}

const submit = (number: string) =>
  makePdu('submit_sm', {
    source: { ton: 0, npi: 1, number: '10086' },
    destination: { ton: 1, npi: 1, number },
    registeredDelivery: 1,
    message: Buffer.from('hello'),
  })

const stateOf = (outcome: Outcome) =>
  outcome.state === 'answered'
    ? outcome.answer.status
    : `${outcome.state}${'reason' in outcome ? ` ${outcome.reason}` : ''}`

test('a message goes out, is answered, and its receipt comes back', async () => {
  const { centre, port } = await centreWith()
  const { client, asked } = clientTo(port)
  await until(() => client.room() > 0)
  const outcome = await client.request(submit('8613800000001'))
  expect(outcome).toMatchObject({ state: 'answered', answer: { status: 0, command: 'submit_sm_resp' } })
  await until(() => asked.length === 1)
  const [delivery] = asked
  const receipt = delivery?.command === 'deliver_sm' ? readReceipt(delivery) : null
  expect(receipt).toMatchObject({ id: '1000000001', state: 'delivered', written: { text: 'hello' } })
  expect(centre.taken.map(message => [message.destination.number, message.text])).toEqual([
    ['8613800000001', 'hello'],
  ])
})

test('over TLS as well', async () => {
  const { port } = await centreWith({ tls: { key: testKey, cert: testCertificate } })
  const { client } = clientTo(port, { tls: { ca: testCertificate, servername: 'localhost' } })
  await until(() => client.room() > 0)
  expect(stateOf(await client.request(submit('1')))).toBe(0)
})

test('thousands of messages in a window of 10, each answered once', async () => {
  const { centre, port } = await centreWith({ play: () => plays.silent })
  const { client } = clientTo(port)
  await until(() => client.room() > 0)
  const total = 5_000
  let sent = 0
  const states: unknown[] = []
  const sender = async () => {
    while (sent < total) states.push(stateOf(await client.request(submit(String(++sent)))))
  }
  await Promise.all(Array.from({ length: 10 }, sender))
  expect(states).toEqual(Array.from({ length: total }, () => 0))
  expect(new Set(centre.taken.map(message => message.destination.number)).size).toBe(total)
})

test('without room a request is given back at once', async () => {
  const { port } = await centreWith({ play: () => ({ ...plays.silent, answer: 'held' }) })
  const { client } = clientTo(port, { settings: { windowMax: 1 } })
  expect(stateOf(await client.request(submit('1')))).toBe('no-room')
  await until(() => client.room() > 0)
  void client.request(submit('1'))
  expect(stateOf(await client.request(submit('2')))).toBe('no-room')
})

test('a receipt that comes before the answer arrives before it', async () => {
  const play = { ...plays.reported('delivered', 0), early: true }
  const { port } = await centreWith({ play: () => play })
  const { client, asked } = clientTo(port)
  await until(() => client.room() > 0)
  await client.request(submit('1'))
  expect(asked).toHaveLength(1)
})

test('a listener that is slow with receipts does not hold up answers', async () => {
  const { port } = await centreWith({ play: () => ({ ...plays.reported('delivered', 0), early: true }) })
  const owed: (() => void)[] = []
  const { client } = clientTo(port, {
    listener: {
      asked: (request, answer) => {
        if (request.command === 'deliver_sm') owed.push(() => answer(makeAnswer(request)))
      },
      answeredLate: () => undefined,
      changed: () => undefined,
    },
  })
  await until(() => client.room() > 0)
  for (let i = 0; i < 50; i += 1) expect(stateOf(await client.request(submit(String(i))))).toBe(0)
  expect(owed).toHaveLength(10) // the centre's window; the rest waits in its outbox
  for (let answered = 0; answered < 50; answered += 1) {
    await until(() => owed.length > 0)
    owed.shift()!()
  }
})

test('an answer in time, out of time, and late', async () => {
  const { centre, port } = await centreWith({ play: () => ({ ...plays.silent, answer: 'held' }) })
  const { client, late } = clientTo(port, { settings: { answerMs: 30 } })
  await until(() => client.room() > 0)
  expect(stateOf(await client.request(submit('1')))).toBe('in-doubt time')
  centre.release()
  await until(() => late.length === 1)
})

test('when the link breaks, requests are in doubt, and the client comes back by itself', async () => {
  const { centre, port } = await centreWith({
    play: ({ destination }) => ({ ...plays.silent, answer: destination.number === '1' ? 'cut' : 'at-once' }),
  })
  const { client, changed } = clientTo(port)
  await until(() => client.room() > 0)
  expect(stateOf(await client.request(submit('1')))).toBe('in-doubt link')
  expect(client.room()).toBe(0)
  await until(() => client.room() > 0)
  const outcome = await client.request(submit('2'))
  expect(stateOf(outcome)).toBe(0)
  // bind 1, submit 2, bind 3, submit 4: numbers go on from link to link
  expect(outcome).toMatchObject({ answer: { sequence: 4 } })
  expect(changed.map(change => change.to)).toEqual(['bound', 'down', 'bound'])
  expect(centre.taken).toHaveLength(2)
})

test('receipts that found nobody wait for the next bind, and refused ones come again', async () => {
  let declined = 0
  const { centre, port } = await centreWith({ play: () => plays.reported('delivered', 30) })
  const receipts: Pdu[] = []
  const { client } = clientTo(port, {
    listener: {
      asked(request, answer) {
        if (request.command !== 'deliver_sm') return
        if (declined++ === 0) return answer(makeAnswer(request, { status: 0x64 }))
        receipts.push(request)
        answer(makeAnswer(request))
      },
      answeredLate: () => undefined,
      changed: () => undefined,
    },
  })
  await until(() => client.room() > 0)
  await client.request(submit('1'))
  centre.hangUp()
  await until(() => receipts.length === 1)
  expect(declined).toBe(2)
})

test('a wrong password is said, and not tried again at once', async () => {
  const { port } = await centreWith()
  const { changed } = clientTo(port, { account: { systemId: 'kairos', password: 'guess' } })
  await until(() => changed.length > 0)
  expect(changed).toEqual([{ to: 'down', reason: 'bind refused: invalid password', againInMs: 150_000 }])
})

test('where nobody listens, it says so and tries again', async () => {
  const { changed } = clientTo(1)
  await until(() => changed.length >= 2)
  expect(changed[0]).toMatchObject({ to: 'down', againInMs: 10 })
  expect(changed[1]).toMatchObject({ to: 'down', againInMs: 20 })
})

test('a peer that talks nonsense is hung up on', async () => {
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.resume()
    socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { client, changed } = clientTo((server.address() as AddressInfo).port, {
    redial: { firstMs: 60_000 },
  })
  await until(() => changed.some(change => change.to === 'down'))
  expect(changed.at(-1)).toMatchObject({
    reason: expect.stringContaining('a PDU of 1213486160 octets') as string,
  })
  await client.close(100)
  await new Promise(resolve => server.close(resolve))
})

test('closing waits for answers and says goodbye, but no longer than its limit', async () => {
  const { centre, port } = await centreWith({ play: () => ({ ...plays.silent, answer: 'held' }) })
  const patient = clientTo(port)
  const hurried = clientTo(port)
  await until(() => patient.client.room() > 0 && hurried.client.room() > 0)
  const answered = patient.client.request(submit('1'))
  await until(() => centre.taken.length === 1)
  const closed = patient.client.close(2_000)
  expect(patient.client.room()).toBe(0)
  centre.release()
  expect(stateOf(await answered)).toBe(0)
  await closed

  const unanswered = hurried.client.request(submit('2'))
  await until(() => centre.taken.length === 2)
  const began = performance.now()
  await hurried.client.close(100)
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(stateOf(await unanswered)).toBe('in-doubt link')
})

test('a handset writes to us', async () => {
  const { centre, port } = await centreWith()
  const { client, asked } = clientTo(port)
  await until(() => client.room() > 0)
  centre.write('kairos', { from: '8613800000001', to: '10086', text: '查询流量' })
  await until(() => asked.length === 1)
  expect(asked[0]).toMatchObject({
    body: {
      source: { number: '8613800000001' },
      dataCoding: 8,
      message: Buffer.from('67e58be26d4191cf', 'hex'),
    },
  })
})

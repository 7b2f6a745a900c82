/** Links that break, clog, trickle, lie half open or are not wanted: the SMS driver on real sockets. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { Server, makeAnswer, makePdu, plays } from '../../packages/smpp/src/index.ts'
import type { LinkChange, Play, Submitted } from '../../packages/smpp/src/index.ts'
import { Ear, messageOf } from './far-side.ts'
import { centreWith, smsGateway } from './sms-far-side.ts'
import { proxyTo } from './sms-proxy.ts'
import { long, stage, started, until } from './sms-stage.ts'

const impatient = { bindMs: 100, enquireMs: 100, enquireAnswerMs: 100, answerMs: 2_000, holdMs: 50 }

async function listening(
  play: () => Play,
): Promise<{ readonly port: number; readonly taken: readonly Submitted[] }> {
  const centre = centreWith(play)
  onTestFinished(() => centre.close(50))
  return { port: await centre.listen(), taken: centre.taken }
}

test('a centre that takes the connection and says nothing holds nobody up; it is tried again', async () => {
  const mute = createServer(() => undefined)
  await new Promise<void>(resolve => mute.listen(0, '127.0.0.1', resolve))
  const { port } = mute.address() as AddressInfo
  const changes: LinkChange[] = []
  const gateway = smsGateway(port, { link: impatient }, change => changes.push(change))
  const ear = new Ear()
  const start = gateway.start(ear)
  await until(() => changes.filter(({ to }) => to === 'down').length >= 2)
  expect(gateway.room()).toBe(0)
  gateway.submit(messageOf(1))
  await until(() => ear.answers().length === 1)
  expect(ear.answers()).toEqual([{ state: 'returned', code: 'no-room' }])
  mute.close()
  const centre = centreWith(() => plays.silent, { port })
  await centre.listen()
  await until(() => gateway.room() > 0)
  await start
  await gateway.close(500)
  await centre.close(50)
})

test('a link that is dead though nobody said so is noticed, and what it carried is in doubt', async () => {
  const centre = await listening(() => plays.reported('delivered', 100))
  const proxy = await proxyTo(centre.port)
  onTestFinished(() => proxy.close())
  const ear = new Ear()
  const gateway = await started(smsGateway(proxy.port, { link: impatient }), ear)
  proxy.clog()
  gateway.submit(messageOf(1))
  await until(() => gateway.room() === 0)
  proxy.heal()
  await until(() => gateway.room() === 8)
  gateway.submit(messageOf(2))
  await until(() => ear.receipts().length === 1)
  expect(ear.answers(messageOf(1).attempt)).toEqual([])
  expect(centre.taken.map(({ destination }) => destination.number)).toEqual(['8613800000002'])
})

test('bytes that come one by one make the same PDUs', async () => {
  const centre = await listening(() => plays.reported('delivered', 50))
  const proxy = await proxyTo(centre.port, { trickle: true })
  onTestFinished(() => proxy.close())
  const ear = new Ear()
  const gateway = await started(smsGateway(proxy.port), ear)
  for (const n of [1, 2, 3]) gateway.submit(messageOf(n))
  gateway.submit(long(4))
  await until(() => ear.answers().length === 4 && ear.receipts().length === 4)
  expect(centre.taken).toHaveLength(6)
})

test('an answer that comes after its time is the answer after all, once', async () => {
  const { centre, gateway, ear } = await stage(() => ({ ...plays.silent, answer: 'held' }), {
    sms: { link: { ...impatient, answerMs: 100 }, window: 4 },
  })
  gateway.submit(messageOf(1))
  expect(gateway.room()).toBe(3)
  await until(() => gateway.room() === 4)
  expect(ear.answers()).toEqual([])
  centre.release()
  await until(() => ear.answers().length === 1)
  await sleep(20)
  expect(ear.answers()).toMatchObject([{ state: 'accepted' }])
})

test('a wrong password: no room, no storm of binds, and the password is told to nobody', async () => {
  const centre = centreWith(() => plays.silent)
  const port = await centre.listen()
  const changes: LinkChange[] = []
  const account = { systemId: 'kairos', password: 'wr0ng' }
  const redial = { refusedMs: 60_000 }
  const gateway = smsGateway(port, { account, redial }, change => changes.push(change))
  void gateway.start(new Ear())
  await until(() => changes.length > 0)
  await sleep(100)
  expect(gateway.room()).toBe(0)
  expect(changes).toEqual([{ to: 'down', reason: 'bind refused: invalid password', againInMs: 45_000 }])
  expect(JSON.stringify(changes)).not.toContain('wr0ng')
  await gateway.close(100)
  await centre.close(50)
})

test('a centre that gives no ids: accepted, and joined to its receipt by number and minute', async () => {
  const reported =
    'id:77 sub:001 dlvrd:001 submit date:2611211000 done date:2611211000 stat:DELIVRD err:000 text:'
  const server = new Server({
    host: '127.0.0.1',
    port: 0,
    tls: null,
    elapsed: () => performance.now(),
    chance: () => 0.5,
    listener: {
      bindAsked: (peer, bind) => peer.accept(bind, 'MUTE'),
      asked(peer, request) {
        if (request.command !== 'submit_sm') return
        peer.answer(makeAnswer(request))
        const { source, destination } = request.body
        const message = Buffer.from(reported)
        peer.request(
          makePdu('deliver_sm', { source: destination, destination: source, esmClass: 4, message }),
        )
      },
      answered: () => undefined,
      unanswered: () => undefined,
      closed: () => undefined,
    },
  })
  const port = await server.listen()
  const ear = new Ear()
  const gateway = await started(smsGateway(port), ear)
  gateway.submit(messageOf(1))
  await until(() => ear.receipts().length === 1 && ear.answers().length === 1)
  const [receipt] = ear.receipts()
  expect(ear.answers()).toEqual([{ state: 'accepted', messageId: receipt!.messageId }])
  expect(receipt!.messageId).toMatch(/^\?[0-9a-f]{16}$/)
  await gateway.close(200)
  await server.close(100)
})

test('garbage in answers: refused by a nack, or odd; the link and other messages live on', async () => {
  const server = new Server({
    host: '127.0.0.1',
    port: 0,
    tls: null,
    elapsed: () => performance.now(),
    chance: () => 0.5,
    listener: {
      bindAsked: (peer, bind) => peer.accept(bind, 'ODD'),
      asked(peer, request) {
        if (request.command !== 'submit_sm') return
        const { sequence } = request
        const isFirst = request.body.destination.number.endsWith('1')
        if (isFirst) peer.answer({ ...makePdu('generic_nack'), status: 3, sequence })
        else peer.answer(makeAnswer(request, { body: { messageId: 'a\u0001b' } }))
      },
      answered: () => undefined,
      unanswered: () => undefined,
      closed: () => undefined,
    },
  })
  const port = await server.listen()
  const ear = new Ear()
  const gateway = await started(smsGateway(port), ear)
  for (const n of [1, 2]) gateway.submit(messageOf(n))
  await until(() => ear.answers().length === 2)
  expect(ear.answers()).toEqual([
    { state: 'refused', code: 'RINVCMDID' },
    { state: 'accepted', messageId: 'a_b' },
  ])
  await gateway.close(200)
  await server.close(100)
})

interface CentreProcess {
  readonly child: ChildProcess
  readonly taken: string[]
  readonly port: Promise<number>
}

function centreProcess(port = 0): CentreProcess {
  const file = join(import.meta.dirname, 'sms-centre-process.ts')
  const child = spawn(process.execPath, [file, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const taken: string[] = []
  const listening = Promise.withResolvers<number>()
  child.stdout.on('data', chunk => {
    for (const line of String(chunk).trim().split('\n')) {
      if (line.startsWith('port ')) listening.resolve(Number(line.slice(5)))
      else taken.push(line)
    }
  })
  return { child, taken, port: listening.promise }
}

test('a centre killed in the middle of a window: each message is answered or in doubt, none goes twice', async () => {
  const first = centreProcess()
  const port = await first.port
  const ear = new Ear()
  const gateway = await started(smsGateway(port), ear)
  for (const n of [1, 2, 3, 4, 5, 6]) gateway.submit(messageOf(n))
  await until(() => first.taken.length === 6 && ear.answers().length === 3)
  first.child.kill('SIGKILL')
  await until(() => gateway.room() === 0)
  const second = centreProcess(port)
  await second.port
  await until(() => gateway.room() === 8)
  gateway.submit(messageOf(7))
  await until(() => ear.answers().length === 4)
  expect(ear.answers().every(({ state }) => state === 'accepted')).toBe(true)
  expect(second.taken).toEqual(['8613800000007'])
})

/**
 * Software that is not ours: npm `smpp` 0.5.1 at the other end, as a server, as a client, and as a codec. It
 * is skipped where that package is not installed; `npm i -D smpp@0.5.1` is all that it takes.
 */
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { FakeCentre } from '../centre/centre.ts'
import { plays } from '../centre/play.ts'
import { decodePdu, makeAnswer, makePdu } from '../codec/pdu.ts'
import type { Pdu } from '../codec/pdu.ts'
import { pduTable } from '../codec/pdu-table.ts'
import { partsOf } from '../text/parts.ts'
import { readReceipt } from '../text/receipt.ts'
import { parseTime } from '../text/time.ts'
import { Client } from './client.ts'

interface Theirs {
  readonly [name: string]: unknown
  readonly command: string
  readonly command_status: number
  response(fields?: object): Theirs
  toBuffer(): Buffer
}

interface Session {
  readonly [command: string]: unknown
  on(event: string, listener: (pdu: Theirs) => void): void
  send(pdu: Theirs): void
  close(): void
}

interface Listening {
  listen(port: number, host: string, then: () => void): void
  address(): { readonly port: number }
  close(): void
}

interface NpmSmpp {
  readonly PDU: { fromBuffer(bytes: Buffer): Theirs }
  createServer(onSession: (session: Session) => void): Listening
  connect(options: { readonly url: string }): Session
}

const npmSmpp = load()

function load(): NpmSmpp | null {
  try {
    const loaded: unknown = createRequire(import.meta.url)(process.env['NPM_SMPP'] ?? 'smpp')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it comes without types
    return loaded as NpmSmpp
  } catch {
    return null
  }
}

const elapsed = (): number => performance.now()

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 5) {
    if (waited > 5_000) throw new Error(`still waiting: ${holds.toString()}`)
    await sleep(5)
  }
}

const call = (session: Session, command: string, fields: object = {}): Promise<Theirs> =>
  new Promise(resolve => {
    const send = session[command]
    if (typeof send !== 'function') throw new Error(`no ${command}`)
    send.call(session, fields, resolve)
  })

const times = new Set(['validityPeriod', 'scheduleDeliveryTime', 'finalDate'])

/** It reads times as moments and writes them in UTC: the moment must be the same. A span becomes one from now. */
function withInstants(body: object): object {
  const instant = (name: string, value: unknown): unknown =>
    times.has(name) ? parseTime(String(value), 0) : value
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, instant(name, value)]))
}

describe.skipIf(npmSmpp === null)('npm smpp', () => {
  /** What it writes is what it read, unless it lacks the parameter. */
  test.each(pduTable)(
    'reads $pdu.command as we write it, and what it writes is the same to us',
    ({ pdu, bytes }) => {
      const back = npmSmpp!.PDU.fromBuffer(bytes).toBuffer()
      if (back.equals(bytes)) return
      const decoded = decodePdu(back)
      expect(decoded.pdu?.command).toBe(pdu.command)
      const spans = Object.entries(pdu.body).filter(([, value]) => String(value).endsWith('R'))
      const without = Object.fromEntries(spans.map(([name]) => [name, '']))
      const ours = withInstants({ ...pdu.body, ...without })
      const theirs = withInstants({ ...decoded.pdu?.body, ...without })
      expect(theirs).toEqual(ours)
    },
  )

  test('as a server: binds, a long message, receipts, enquire_link, unbind', async () => {
    let enquired = 0
    const answers: Theirs[] = []
    const server = npmSmpp!.createServer(session => {
      session.on('bind_transceiver', pdu => session.send(pdu.response({ system_id: 'THEIRS' })))
      session.on('submit_sm', pdu => {
        session.send(pdu.response({ message_id: 'abc' }))
        const dates = 'submit date:2611211502 done date:2611211503'
        const receipt = {
          source_addr: pdu['destination_addr'],
          destination_addr: pdu['source_addr'],
          esm_class: 4,
          short_message: `id:abc sub:001 dlvrd:001 ${dates} stat:DELIVRD err:000 text:x`,
        }
        void call(session, 'deliver_sm', receipt).then(answer => answers.push(answer))
      })
      session.on('enquire_link', pdu => {
        enquired += 1
        session.send(pdu.response())
      })
      session.on('unbind', pdu => {
        session.send(pdu.response())
        session.close()
      })
      session.on('error', () => undefined)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => server.close())
    const heard: Pdu[] = []
    const client = new Client({
      host: '127.0.0.1',
      port: server.address().port,
      tls: null,
      bind: 'bind_transceiver',
      account: { systemId: 'kairos', password: 'secret' },
      elapsed,
      chance: () => 0.5,
      settings: { enquireMs: 50 },
      listener: {
        asked(request, answer) {
          if (request.command !== 'deliver_sm') return
          heard.push(request)
          answer(makeAnswer(request))
        },
        answeredLate: () => undefined,
        changed: () => undefined,
      },
    })
    client.start()
    await until(() => client.room() > 0)
    const parts = partsOf('您的流量已用完，'.repeat(20), { coding: 'ucs2', style: 'udh8', reference: 7 })
    for (const { esmClassBits, message, tlvs } of parts) {
      const source = { ton: 0, npi: 1, number: '10086' }
      const destination = { ton: 1, npi: 1, number: '8613800000001' }
      const body = { source, destination, dataCoding: 8, esmClass: esmClassBits, message }
      expect(await client.request(makePdu('submit_sm', body, tlvs))).toMatchObject({
        state: 'answered',
        answer: { status: 0, body: { messageId: 'abc' } },
      })
    }
    await until(() => answers.length === parts.length && enquired > 0)
    expect(answers.every(({ command_status: code }) => code === 0)).toBe(true)
    const states = heard.map(pdu => (pdu.command === 'deliver_sm' ? readReceipt(pdu)?.state : null))
    expect(states).toEqual(parts.map(() => 'delivered'))
    await client.close(1_000)
  })

  test('as a client: bound, submits in UCS-2, takes receipts, asks for what we cannot', async () => {
    const centre = new FakeCentre({
      host: '127.0.0.1',
      port: 0,
      tls: null,
      elapsed,
      chance: () => 0.5,
      systemId: 'OURS',
      accounts: new Map([['k', 'p']]),
      play: () => plays.reported('delivered', 20),
      now: () => Date.UTC(2026, 10, 21, 2),
      after: (afterMs, act) => void setTimeout(act, afterMs),
      offsetMinutes: 480,
      idsInAnswers: 'hex',
      idsInReceipts: 'hex',
      alphabet: 'gsm7',
    })
    const port = await centre.listen()
    onTestFinished(() => centre.close(100))
    const session = npmSmpp!.connect({ url: `smpp://127.0.0.1:${port}` })
    session.on('error', () => undefined)
    await new Promise<void>(resolve => session.on('connect', () => resolve()))
    const early = await call(session, 'submit_sm', { destination_addr: '1', short_message: 'x' })
    expect(early.command_status).toBe(0x04)
    expect((await call(session, 'bind_transceiver', { system_id: 'k', password: 'p' })).command_status).toBe(
      0,
    )
    const receipts: Theirs[] = []
    session.on('deliver_sm', pdu => {
      receipts.push(pdu)
      session.send(pdu.response())
    })
    const message = { source_addr: '10086', destination_addr: '8613800000001', registered_delivery: 1 }
    const answer = await call(session, 'submit_sm', { ...message, short_message: '你好 hello' })
    expect(centre.taken[0]?.text).toBe('你好 hello')
    await until(() => receipts.length === 1)
    expect(receipts[0]).toMatchObject({ receipted_message_id: answer['message_id'], message_state: 2 })
    expect((await call(session, 'enquire_link')).command).toBe('enquire_link_resp')
    expect((await call(session, 'query_sm', { message_id: '1' })).command_status).toBe(0x67)
    expect((await call(session, 'unbind')).command).toBe('unbind_resp')
    session.close()
  })
})

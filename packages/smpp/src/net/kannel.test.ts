/**
 * Software that is not ours: Kannel 1.4, as an ESME of our centre (`bearerbox` and `smsbox`), and its `drive_smpp` as
 * the centre of our client. Where they are not on PATH, their tests do not exist; the README says how to get them.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { FakeCentre } from '../centre/centre.ts'
import { plays } from '../centre/play.ts'
import { makeAnswer, makePdu } from '../codec/pdu.ts'
import type { Pdu } from '../codec/pdu.ts'
import { Client } from './client.ts'
import { installedKannel, startKannel } from './kannel.ts'
import { freePorts, programOn, startProgram } from './programs.ts'

const elapsed = (): number => performance.now()

async function until(holds: () => boolean, said: () => string = () => ''): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 30_000) throw new Error(`still waiting: ${holds.toString()}\n${said().slice(-2_000)}`)
    await sleep(10)
  }
}

test('a program is found on PATH, if it can be run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smpp-path-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, mode] of [
    ['bearerbox', 0o755],
    ['smsbox', 0o644],
  ] as const) {
    writeFileSync(join(folder, name), '')
    chmodSync(join(folder, name), mode)
  }
  const folders = ['/nowhere', folder].join(delimiter)
  expect(programOn(folders, 'bearerbox')).toBe(join(folder, 'bearerbox'))
  expect(programOn(folders, 'smsbox')).toBeNull()
  expect(programOn(folders, 'drive_smpp')).toBeNull()
  expect(installedKannel(folders)).toBeNull()
})

const path = process.env['PATH'] ?? ''
const kannel = installedKannel(path)
const driveSmpp = programOn(path, 'drive_smpp')

const message = '您的流量已用80%，剩余100MB。'

// An empty table has no tests.
test.each(kannel ? [kannel] : [])(
  'Kannel as a client of our centre: bound, a long message, its receipts, and a reply answered',
  async found => {
    const centre = new FakeCentre({
      host: '127.0.0.1',
      port: 0,
      tls: null,
      elapsed,
      chance: Math.random,
      systemId: 'OURS',
      accounts: new Map([['kannel', 'secret']]),
      play: () => plays.reported('delivered', 50),
      now: Date.now,
      after: (afterMs, act) => void setTimeout(act, afterMs),
      offsetMinutes: 0,
      idsInAnswers: 'decimal',
      idsInReceipts: 'decimal',
      alphabet: 'gsm7',
    })
    onTestFinished(() => centre.close(100))
    const told: string[] = []
    const listening = createHttp((request, response) => {
      told.push(request.url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void listening.close())
    await until(() => listening.address() !== null)
    const { said, send, stop } = await startKannel(found, await centre.listen())
    onTestFinished(stop)
    const text = message.repeat(6)
    const dlrUrl = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/receipt?type=%d`
    const fields = { to: '8613800000001', coding: '2', charset: 'UTF-8', text, 'dlr-mask': '3' }
    await send({ ...fields, 'dlr-url': dlrUrl })
    const total = Math.ceil(text.length / 67)
    await until(() => centre.taken.length === total, said)
    const parts = centre.taken.toSorted((a, b) => a.mark!.number - b.mark!.number)
    expect(parts.map(part => part.text).join('')).toBe(text)
    expect(new Set(parts.map(part => part.mark!.total))).toEqual(new Set([total]))
    await until(() => told.length > 0, said)
    expect(told[0]).toBe('/receipt?type=1')
    centre.write('kannel', { from: '8613800000001', to: '10086', text: '查询' })
    await until(() => centre.taken.length === total + 1, said)
    expect(centre.taken.at(-1)).toMatchObject({ text: 'got it', destination: { number: '8613800000001' } })
  },
)

/** `drive_smpp` talks to the other side of a bearerbox too, at this port only, and ends when nobody is there. */
const boxesPort = 13_001

test.each(driveSmpp === null ? [] : [driveSmpp])(
  'Kannel’s drive_smpp as the centre of our client: answers without ids, messages, enquire_link',
  async program => {
    const boxes = createServer(socket => socket.on('error', () => undefined).resume())
    await new Promise<void>((resolve, reject) => {
      boxes.once('error', reject)
      boxes.listen(boxesPort, '127.0.0.1', resolve)
    })
    onTestFinished(() => void boxes.close())
    const [port] = await freePorts(1)
    const drive = startProgram(program, ['-v', '0', '-p', String(port), '-m', '20'])
    onTestFinished(() => drive.stop())
    await until(() => drive.said().includes('Starting'), drive.said)
    const heard: Pdu[] = []
    const [transmitter, receiver] = (['bind_transmitter', 'bind_receiver'] as const).map(bind => {
      const client = new Client({
        host: '127.0.0.1',
        port: port!,
        tls: null,
        bind,
        account: { systemId: 'kairos', password: 'secret' },
        elapsed,
        chance: Math.random,
        redial: { firstMs: 100 },
        listener: {
          asked(request, answer) {
            heard.push(request)
            if (request.command === 'deliver_sm') answer(makeAnswer(request))
          },
          answeredLate: () => undefined,
          changed: () => undefined,
        },
      })
      client.start()
      onTestFinished(() => client.close(200))
      return client
    })
    await until(() => transmitter!.room() > 0 && receiver!.room() > 0, drive.said)
    const submit = makePdu('submit_sm', {
      source: { ton: 0, npi: 1, number: '10086' },
      destination: { ton: 1, npi: 1, number: '8613800000001' },
      registeredDelivery: 1,
      message: Buffer.from('hello'),
    })
    for (let n = 0; n < 5; n += 1) {
      expect(await transmitter!.request(submit)).toMatchObject({
        state: 'answered',
        answer: { command: 'submit_sm_resp', status: 0 },
      })
    }
    await until(() => heard.length === 20, drive.said)
    const texts = heard.map(pdu => (pdu.command === 'deliver_sm' ? pdu.body.message.toString() : pdu.command))
    expect(texts).toEqual(Array.from({ length: 20 }, (_, n) => String(n + 1)))
  },
)

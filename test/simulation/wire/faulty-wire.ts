/**
 * The wire between driver and centre. It looks at every PDU that comes by, and does to some of them what bad networks and bad
 * centres do: breaks in the middle of a PDU, answers twice, late and out of order, garbage between.
 */
import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import {
  codingOf,
  decodePdu,
  decodeText,
  encodePdu,
  FrameReader,
  makePdu,
  partOf,
  readReceipt,
} from '../../../packages/smpp/src/index.ts'
import type { Pdu, PduOf } from '../../../packages/smpp/src/index.ts'
import type { Dice } from '../dice.ts'
import type { PartName, WireLog } from './log.ts'
import { nameIn } from './words.ts'

export interface WireOptions {
  readonly port: number
  readonly dice: Dice
  readonly log: WireLog
  readonly window: number
  /** Shares are multiplied by it; 0 once it is quiet. */
  readonly harshness: () => number
  /** Answers may go astray for good only where somebody gives them up. */
  readonly isPatient: boolean
  readonly hexReceipts: boolean
}

interface Link {
  readonly id: number
  /** The driver's end, and the centre's. */
  readonly near: Socket
  readonly far: Socket
  /** Half a PDU was the last that went over it. */
  isEnding: boolean
  isCut: boolean
}

export class FaultyWire {
  readonly #options: WireOptions
  readonly #server: Server
  readonly #links = new Set<Link>()
  #lastId = 0
  /** The centre is down: whoever connects is hung up on. */
  isDown = false

  constructor(options: WireOptions) {
    this.#options = options
    this.#server = createServer(near => this.#join(near))
  }

  /** Resolves to the port. */
  async listen(): Promise<number> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    return (this.#server.address() as AddressInfo).port
  }

  cutAll(): void {
    for (const link of this.#links) this.#cut(link)
  }

  close(): void {
    this.cutAll()
    this.#server.close()
  }

  isLive(link: number): boolean {
    return [...this.#links].some(({ id }) => id === link)
  }

  #join(near: Socket): void {
    // A peer that resets is no news: what follows is seen at `close`.
    near.on('error', () => near.destroy())
    if (this.isDown) return void near.destroy()
    const far = connect(this.#options.port, '127.0.0.1')
    const link = { id: (this.#lastId += 1), near, far, isEnding: false, isCut: false }
    this.#links.add(link)
    far.on('error', () => this.#cut(link))
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      socket.on('close', () => this.#cut(link))
    }
    const [up, down] = [new FrameReader(), new FrameReader()]
    near.on('data', chunk => {
      for (const frame of up.push(Buffer.from(chunk)).frames) this.#toCentre(link, Buffer.from(frame))
    })
    far.on('data', chunk => {
      for (const frame of down.push(Buffer.from(chunk)).frames) this.#toDriver(link, Buffer.from(frame))
    })
  }

  #cut(link: Link): void {
    if (link.isCut) return
    link.isCut = true
    this.#links.delete(link)
    this.#options.log.cuts.add(link.id)
    link.near.destroy()
    link.far.destroy()
  }

  #tear(link: Link, end: Socket, frame: Buffer): void {
    link.isEnding = true
    end.write(frame.subarray(0, frame.length / 2), () => this.#cut(link))
  }

  #happens(share: number, what: string): boolean {
    const { dice, harshness, log } = this.#options
    if (!dice.happens(share * harshness())) return false
    log.note(what)
    return true
  }

  #toCentre(link: Link, frame: Buffer): void {
    if (link.isCut || link.isEnding) return
    const { pdu } = decodePdu(frame)
    if (pdu?.command === 'submit_sm') this.#submitSeen(link, pdu)
    if (pdu?.command === 'deliver_sm_resp') this.#delivered(link, pdu)
    if (pdu?.command === 'submit_sm' && this.#happens(0.01, 'cut before a submit')) return this.#cut(link)
    if (this.#happens(0.005, 'cut in the middle of a request')) {
      return this.#tear(link, link.far, frame)
    }
    link.far.write(frame)
  }

  #submitSeen(link: Link, pdu: PduOf<'submit_sm'>): void {
    const { log, window, isPatient } = this.#options
    const seen = { ...partNameOf(pdu, pdu.body.destination.number), link: link.id, sequence: pdu.sequence }
    const open = log.submits.filter(one => one.link === link.id && !one.answered)
    // Who gives answers up sends on before they have come: only the patient can be held to this.
    if (isPatient && open.length >= window)
      log.faults.push(`G4  ${open.length + 1} PDUs unanswered, the window is ${window}`)
    const rival = open.find(({ number, name }) => number === seen.number && name !== seen.name)
    if (isPatient && rival !== undefined)
      log.faults.push(`G3  ${seen.number} was sent ${seen.name} while ${rival.name} was unanswered`)
    log.submits.push({ ...seen, answered: false })
  }

  #delivered(link: Link, { sequence, status }: Pdu): void {
    const { receipts, replies } = this.#options.log
    const isIt = (one: { link: number; sequence: number }): boolean =>
      one.link === link.id && one.sequence === sequence
    const seen = receipts.find(isIt) ?? replies.find(isIt)
    if (seen !== undefined) seen.status = status
  }

  #toDriver(link: Link, frame: Buffer): void {
    if (link.isCut || link.isEnding) return
    const { dice, isPatient } = this.#options
    const { pdu } = decodePdu(frame)
    if (this.#happens(0.03, 'garbage PDU')) link.near.write(garbage(dice))
    if (this.#happens(0.004, 'garbage octets')) link.near.write(octets(dice, 40, 0x20))
    if (this.#happens(0.01, 'cut in the middle of what the centre says')) {
      return this.#tear(link, link.near, frame)
    }
    if (pdu?.command !== 'submit_sm_resp') return this.#pass(link, frame, pdu)
    if (!isPatient && this.#happens(0.02, 'answer garbled')) return void link.near.write(garbled(frame, dice))
    if (!isPatient && this.#happens(0.02, 'answer lost')) return
    if (this.#happens(0.05, 'answer twice')) this.#pass(link, frame, pdu)
    if (!this.#happens(0.1, 'answer out of order')) return this.#pass(link, frame, pdu)
    setTimeout(() => this.#pass(link, frame, pdu), dice.between(5, 60))
  }

  #pass(link: Link, frame: Buffer, pdu: Pdu | null): void {
    if (link.isCut || link.isEnding) return
    link.near.write(frame)
    const { submits } = this.#options.log
    if (pdu?.command === 'deliver_sm') this.#deliverSeen(link, pdu)
    if (pdu?.command !== 'submit_sm_resp') return
    const seen = submits.find(one => one.link === link.id && one.sequence === pdu.sequence)
    if (seen !== undefined) seen.answered = true
  }

  #deliverSeen(link: Link, pdu: PduOf<'deliver_sm'>): void {
    const { log, hexReceipts } = this.#options
    const seen = { link: link.id, sequence: pdu.sequence, status: null }
    const receipt = readReceipt(pdu)
    if (receipt === null) {
      const { mark } = partOf({ body: pdu.body, tlvs: pdu.tlvs })
      log.replies.push({ ...seen, ...partNameOf(pdu, pdu.body.source.number), total: mark?.total ?? 1 })
    } else {
      const id = hexReceipts ? String(Number.parseInt(receipt.id, 16)) : receipt.id
      log.receipts.push({ ...seen, id, state: receipt.state })
    }
  }
}

function partNameOf({ body, tlvs }: PduOf<'submit_sm' | 'deliver_sm'>, digits: string): PartName {
  const { content, mark } = partOf({ body, tlvs })
  const text = decodeText(content, codingOf(body.dataCoding, 'gsm7') ?? 'latin1')
  return { number: `+${digits}`, name: nameIn(text) ?? '', part: mark?.number ?? 1 }
}

/** None of them is below `least`. */
const octets = (dice: Dice, length: number, least: number): Buffer =>
  Buffer.from(Array.from({ length }, () => dice.between(least, 255)))

/** A PDU of a proper length which says nothing, or answers nothing. */
function garbage(dice: Dice): Buffer {
  const strange = makePdu('submit_sm_resp', { messageId: '1000000001' })
  if (dice.happens(0.3)) return encodePdu({ ...strange, sequence: 0x7ffffff0 })
  const header = Buffer.alloc(16)
  header.writeUInt32BE(16 + 30, 0)
  header.writeUInt32BE(dice.pick([0x05, 0x0abc, 0x80000abc, 0x80000004]), 4)
  header.writeUInt32BE(0x7ffffff0, 12)
  // No octet ends a text: nothing that this could be is whole.
  return Buffer.concat([header, octets(dice, 30, 0x80)])
}

/** Its command is none that anybody knows: whose answer it was is not to be told. */
function garbled(frame: Buffer, dice: Dice): Buffer {
  const spoilt = Buffer.from(frame)
  spoilt.writeUInt32BE(dice.pick([0x80000abc, 0x80ffffff]), 4)
  return spoilt
}

/**
 * What goes over the wire, for who has to find out why a centre and we do not understand each other. It is written down only while
 * somebody looks, and never with what is personal in it (FP-12): numbers are masked, texts are told by their length and coding,
 * passwords not at all; octets are shown where none of these can be among them, of others the header alone.
 */
import { codingOf, commands, headerBytes, readReceipt, statusOf } from '../../../packages/smpp/src/index.ts'
import type { Address, Coding, Pdu } from '../../../packages/smpp/src/index.ts'
import type { Instant } from '../../core/units.ts'
import type { Traced, Tracing } from '../channel.ts'

/** Messages kept; older ones go. */
const keptMax = 500
/** It is written down for so long after somebody has looked, in real time. */
const lookMs = 15_000
const hexOctetsMax = 64

interface TraceParts {
  readonly now: () => Instant
  readonly elapsed: () => number
  /** As much of a number as may be seen. */
  readonly masked: (number: string) => string
  /** What the centre takes data_coding 0 for. */
  readonly alphabet: Coding
}

export class Trace {
  readonly #parts: TraceParts
  #until = -Infinity
  #since: Instant | null = null
  #n = 0
  #kept: Traced[] = []

  constructor(parts: TraceParts) {
    this.#parts = parts
  }

  /** What came after the one of that number; from now on it is written down for a while. */
  look(after: number): Tracing {
    const { elapsed, now } = this.#parts
    if (elapsed() > this.#until) {
      this.#kept = []
      this.#since = now()
    }
    this.#until = elapsed() + lookMs
    return { since: this.#since!, messages: this.#kept.filter(({ n }) => n > after) }
  }

  readonly saw = (direction: Traced['direction'], pdu: Pdu, octets: Buffer): void => {
    if (this.#parts.elapsed() > this.#until) return
    this.#n += 1
    const { command, sequence, status } = pdu
    this.#kept.push({
      n: this.#n,
      at: this.#parts.now(),
      direction,
      command,
      sequence,
      status,
      meaning: statusOf(status).meaning,
      octets: octets.length,
      fields: this.#fieldsOf(pdu),
      hex: hexOf(pdu, octets),
    })
    if (this.#kept.length > keptMax) this.#kept.shift()
  }

  #fieldsOf(pdu: Pdu): Traced['fields'] {
    const body = Object.entries(pdu.body).map(([name, value]) => ({
      name,
      value: hidden.has(name) ? '…' : this.#told(value as unknown, pdu),
    }))
    const more = Object.entries(pdu.tlvs).map(([name, value]) => ({
      name,
      value: plainTlvs.has(name) ? plain(value as unknown) : lengthOf(value as unknown),
    }))
    return [...body, ...more, ...this.#receiptOf(pdu)].filter(({ value }) => value !== '')
  }

  #told(value: unknown, pdu: Pdu): string {
    if (Buffer.isBuffer(value)) return this.#textOf(value, pdu)
    if (isAddress(value)) {
      const { ton, npi, number } = value
      return number === '' ? '' : `${this.#parts.masked(number)} (ton ${ton}, npi ${npi})`
    }
    return Array.isArray(value) ? `${value.length}` : plain(value)
  }

  #textOf(octets: Buffer, pdu: Pdu): string {
    if (octets.length === 0) return ''
    const dataCoding = 'dataCoding' in pdu.body ? pdu.body.dataCoding : 0
    return `${octets.length} octets, ${codingOf(dataCoding, this.#parts.alphabet) ?? 'coding not known'}`
  }

  /** Which message a receipt speaks of, and how it fared. */
  #receiptOf(pdu: Pdu): Traced['fields'] {
    if (pdu.command !== 'deliver_sm' && pdu.command !== 'data_sm') return []
    const receipt = readReceipt(pdu, this.#parts.alphabet)
    return receipt === null ? [] : [{ name: 'receipt', value: `${receipt.id}: ${receipt.state}` }]
  }
}

const hidden: ReadonlySet<string> = new Set(['password'])

/** Optional parameters that can hold nothing personal. */
const plainTlvs: ReadonlySet<string> = new Set([
  'receiptedMessageId',
  'messageState',
  'networkErrorCode',
  'sarMsgRefNum',
  'sarTotalSegments',
  'sarSegmentSeqnum',
  'scInterfaceVersion',
  'moreMessagesToSend',
  'deliveryFailureReason',
  'userMessageReference',
  'payloadType',
])

const isAddress = (value: unknown): value is Address =>
  typeof value === 'object' && value !== null && 'ton' in value && 'number' in value

const plain = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return `${value}`
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? JSON.stringify(value) : ''
}

const lengthOf = (value: unknown): string => (Buffer.isBuffer(value) ? `${value.length} octets` : '…')

/** Fields in which something personal or secret can stand. */
const guarded: ReadonlySet<string> = new Set([
  'source',
  'destination',
  'destinations',
  'esme',
  'message',
  'password',
  'unsuccessful',
  'addressRange',
])

function hexOf({ command, tlvs }: Pdu, octets: Buffer): string {
  const isHarmless =
    Object.keys(tlvs).every(name => plainTlvs.has(name)) &&
    Object.keys(commands[command].body).every(name => !guarded.has(name))
  const shown = octets.subarray(0, isHarmless ? hexOctetsMax : headerBytes).toString('hex')
  return shown.length / 2 < octets.length ? `${shown}…` : shown
}

/**
 * Bytes ↔ values for one PDU.
 *
 * Decoding is as tolerant as the field demands: strings longer than allowed or not terminated, parameters
 * unknown or repeated, any sequence number, answers without their body. What was odd is listed beside the
 * value. Encoding is strict and throws a RangeError that names the field.
 */
import { Reader, Writer } from './bytes.ts'
import { commands, isAnswerId } from './commands.ts'
import type { Body, Command, Layout, Request } from './commands.ts'
import { must } from './fields.ts'
import type { Field } from './fields.ts'
import { status } from './status.ts'
import { readTlvs, writeTlvs } from './tlvs.ts'
import type { Tlvs } from './tlvs.ts'

export type PduOf<C extends Command> = {
  [K in C]: {
    readonly command: K
    /** command_status: 0 in requests. */
    readonly status: number
    readonly sequence: number
    readonly body: Body<K>
    readonly tlvs: Tlvs
  }
}[C]

export type Pdu = PduOf<Command>

/** Why a frame is no PDU, and the status that tells the sender so. */
export interface Fault {
  readonly commandId: number
  readonly sequence: number
  readonly status: number
  readonly reason: string
}

export type Decoded =
  { readonly pdu: Pdu; readonly oddities: readonly string[] } | { readonly pdu: null; readonly fault: Fault }

export const headerBytes = 16
export const sequenceMax = 0x7fffffff

const names: readonly Command[] = Object.keys(commands).filter(isCommand)
const byId = new Map(names.map(command => [commands[command].id as number, command]))

function isCommand(name: string): name is Command {
  return Object.hasOwn(commands, name)
}

/** `frame` is one whole PDU, as `FrameReader` cuts it. */
export function decodePdu(frame: Buffer): Decoded {
  if (frame.length < headerBytes) {
    const fault = { commandId: 0, sequence: 0, status: status.invalidCommandLength, reason: 'no header' }
    return { pdu: null, fault }
  }
  const commandId = frame.readUInt32BE(4)
  const sequence = frame.readUInt32BE(12)
  const command = byId.get(commandId)
  if (command === undefined) {
    const reason = `unknown command 0x${commandId.toString(16).padStart(8, '0')}`
    return { pdu: null, fault: { commandId, sequence, status: status.invalidCommandId, reason } }
  }
  const reader = new Reader(frame, headerBytes)
  const body = readBody(reader, commands[command].body)
  if (reader.short && !isAnswerId(commandId)) {
    const reason = `${command} is cut short`
    return { pdu: null, fault: { commandId, sequence, status: status.invalidCommandLength, reason } }
  }
  const tlvs = readTlvs(reader)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the layout of `command` made this body
  const pdu = { command, status: frame.readUInt32BE(8), sequence, body, tlvs } as Pdu
  return { pdu, oddities: reader.oddities }
}

function readBody(reader: Reader, layout: Layout): { [name: string]: unknown } {
  const body: { [name: string]: unknown } = {}
  for (const name in layout) {
    reader.field = name
    body[name] = layout[name]!.read(reader)
  }
  return body
}

/** Throws a RangeError for a value that the standard does not allow. */
export function encodePdu(pdu: Pdu): Buffer {
  const { id, body: layout } = commands[pdu.command]
  const answer = isAnswerId(id)
  const [first, last] = answer ? [0, 0xffffffff] : [1, sequenceMax]
  must(pdu.sequence >= first && pdu.sequence <= last, `sequence: must be ${first} to ${last}`)
  const writer = new Writer()
  writer.uint32(0)
  writer.uint32(id)
  writer.uint32(pdu.status)
  writer.uint32(pdu.sequence)
  const bare = answer && pdu.status !== 0 && saysNothing(layout, pdu)
  if (!bare) writeBody(writer, layout, pdu.body)
  writeTlvs(writer, pdu.tlvs)
  return writer.frame()
}

type Values = { readonly [name: string]: unknown }

/** A refusal has no body (§4.4.2), unless there is something in it or behind it. */
function saysNothing(layout: Layout, { body, tlvs }: { body: Values; tlvs: Tlvs }): boolean {
  const isEmpty = ([name, { empty }]: [string, Field<unknown>]) => {
    const value = body[name]
    return value === empty || (Array.isArray(value) && value.length === 0)
  }
  return Object.keys(tlvs).length === 0 && Object.entries(layout).every(isEmpty)
}

function writeBody(writer: Writer, layout: Layout, body: Values): void {
  for (const name in layout) {
    try {
      layout[name]!.write(writer, body[name])
    } catch (error) {
      throw new RangeError(`${name}: ${error instanceof Error ? error.message : 'cannot be encoded'}`)
    }
  }
}

/** A PDU with the fields given and all others empty; the session puts in the sequence. */
export function makePdu<C extends Command>(
  command: C,
  body: Partial<Body<C>> = {},
  tlvs: Tlvs = {},
): PduOf<C> {
  const layout: Layout = commands[command].body
  const empty = Object.fromEntries(Object.entries(layout).map(([name, field]) => [name, field.empty]))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the layout of `command` made this body
  return { command, status: 0, sequence: 0, body: { ...empty, ...body }, tlvs } as PduOf<C>
}

/** The answer to a request: same sequence, `<command>_resp`. */
export function makeAnswer<C extends Request>(
  request: PduOf<C>,
  answer: { readonly status?: number; readonly body?: Partial<Body<`${C}_resp`>>; readonly tlvs?: Tlvs } = {},
): PduOf<`${C}_resp`> {
  const pdu = makePdu(`${request.command}_resp`, answer.body, answer.tlvs)
  return { ...pdu, status: answer.status ?? 0, sequence: request.sequence }
}

/** The negative answer to a request of any kind: its own, or generic_nack where it has none. */
export function refusal(
  request: { readonly command: Command | null; readonly sequence: number },
  status: number,
): Pdu {
  const name = `${request.command}_resp`
  return { ...makePdu(isCommand(name) ? name : 'generic_nack'), status, sequence: request.sequence }
}

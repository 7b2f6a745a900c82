/** Every PDU of SMPP 3.4 (§4): its command id and the mandatory fields of its body, in their order. */
import { address, cString, destinations, shortMessage, time, uint8, unsuccessful } from './fields.ts'
import type { Field } from './fields.ts'

const messageId = cString(65)
const serviceType = cString(6)

const bind = {
  systemId: cString(16),
  password: cString(9),
  systemType: cString(13),
  interfaceVersion: uint8,
  addressTon: uint8,
  addressNpi: uint8,
  addressRange: cString(41),
}
const bindAnswer = { systemId: cString(16) }

/** From esm_class on, submit_sm, submit_multi and deliver_sm are alike. */
const messageTail = {
  esmClass: uint8,
  protocolId: uint8,
  priority: uint8,
  scheduleDeliveryTime: time,
  validityPeriod: time,
  registeredDelivery: uint8,
  replaceIfPresent: uint8,
  dataCoding: uint8,
  defaultMessageId: uint8,
  message: shortMessage,
}
const message = { serviceType, source: address(21), destination: address(21), ...messageTail }

export const commands = {
  generic_nack: { id: 0x80000000, body: {} },
  bind_receiver: { id: 0x00000001, body: bind },
  bind_receiver_resp: { id: 0x80000001, body: bindAnswer },
  bind_transmitter: { id: 0x00000002, body: bind },
  bind_transmitter_resp: { id: 0x80000002, body: bindAnswer },
  query_sm: { id: 0x00000003, body: { messageId, source: address(21) } },
  query_sm_resp: {
    id: 0x80000003,
    body: { messageId, finalDate: time, messageState: uint8, errorCode: uint8 },
  },
  submit_sm: { id: 0x00000004, body: message },
  submit_sm_resp: { id: 0x80000004, body: { messageId } },
  deliver_sm: { id: 0x00000005, body: message },
  deliver_sm_resp: { id: 0x80000005, body: { messageId } },
  unbind: { id: 0x00000006, body: {} },
  unbind_resp: { id: 0x80000006, body: {} },
  replace_sm: {
    id: 0x00000007,
    body: {
      messageId,
      source: address(21),
      scheduleDeliveryTime: time,
      validityPeriod: time,
      registeredDelivery: uint8,
      defaultMessageId: uint8,
      message: shortMessage,
    },
  },
  replace_sm_resp: { id: 0x80000007, body: {} },
  cancel_sm: {
    id: 0x00000008,
    body: { serviceType, messageId, source: address(21), destination: address(21) },
  },
  cancel_sm_resp: { id: 0x80000008, body: {} },
  bind_transceiver: { id: 0x00000009, body: bind },
  bind_transceiver_resp: { id: 0x80000009, body: bindAnswer },
  outbind: { id: 0x0000000b, body: { systemId: cString(16), password: cString(9) } },
  enquire_link: { id: 0x00000015, body: {} },
  enquire_link_resp: { id: 0x80000015, body: {} },
  submit_multi: {
    id: 0x00000021,
    body: { serviceType, source: address(21), destinations, ...messageTail },
  },
  submit_multi_resp: { id: 0x80000021, body: { messageId, unsuccessful } },
  alert_notification: { id: 0x00000102, body: { source: address(65), esme: address(65) } },
  data_sm: {
    id: 0x00000103,
    body: {
      serviceType,
      source: address(65),
      destination: address(65),
      esmClass: uint8,
      registeredDelivery: uint8,
      dataCoding: uint8,
    },
  },
  data_sm_resp: { id: 0x80000103, body: { messageId } },
} as const satisfies Record<string, { readonly id: number; readonly body: Layout }>

export type Layout = { readonly [name: string]: Field<unknown> }

export type Command = keyof typeof commands

type Values<L> = { readonly [K in keyof L]: L[K] extends Field<infer T> ? T : never }

/** The mandatory fields of a command as a value. */
export type Body<C extends Command> = Values<(typeof commands)[C]['body']>

export type Answer = Extract<Command, `${string}_resp`>
/** A command that is answered, by the answer of its name. */
export type Request = Answer extends `${infer Name}_resp` ? Extract<Command, Name> : never

export const answerBit = 0x80000000

export const isRequest = (command: Command): boolean => commands[command].id < answerBit

export const isAnswerId = (id: number): boolean => id >= answerBit

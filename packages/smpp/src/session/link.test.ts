import { describe, expect, test } from 'vitest'
import { decodePdu, encodePdu, makeAnswer, makePdu, refusal } from '../codec/pdu.ts'
import type { Pdu, PduOf } from '../codec/pdu.ts'
import type { Effect } from './effects.ts'
import { Link } from './link.ts'
import { Outstanding } from './outstanding.ts'
import { usualSettings } from './settings.ts'
import type { LinkSettings } from './settings.ts'

const settings: LinkSettings = {
  ...usualSettings,
  windowMax: 3,
  owedMax: 2,
  bindMs: 10_000,
  answerMs: 30_000,
  enquireMs: 20_000,
  enquireAnswerMs: 5_000,
  unbindMs: 5_000,
  holdMs: 1_000,
  holdMaxMs: 8_000,
}

const newLink = (side: 'client' | 'server', firstSequence = 1) =>
  new Link({ side, settings, now: 0, chance: () => 1, firstSequence })

/** Effects told in short: what is sent by command, sequence and status; what is told by its kind. */
function told(effects: readonly Effect[]): string[] {
  return effects.map(effect => {
    switch (effect.what) {
      case 'send': {
        const { pdu } = decodePdu(effect.bytes)
        return `> ${pdu?.command} ${pdu?.sequence} ${pdu?.status}`
      }
      case 'answered':
        return `answered ${effect.request.sequence} ${effect.answer.status}${effect.late ? ' late' : ''}`
      case 'unanswered':
        return `unanswered ${effect.request.sequence} ${effect.reason}`
      case 'asked':
        return `asked ${effect.request.command}`
      case 'close':
        return `close ${effect.reason}`
      case 'bind-refused':
        return `bind-refused ${effect.status}`
      case 'odd':
        return `odd ${effect.note}`
      case 'bound':
      case 'bind-asked':
        return effect.what
    }
  })
}

const says = (link: Link) => told(link.take())
const hear = (link: Link, pdu: Pdu, now: number) => link.received(encodePdu(pdu), now)

const submit = makePdu('submit_sm')
const deliver = (sequence: number) => ({ ...makePdu('deliver_sm'), sequence })
const submitted = (sequence: number, status = 0) => ({
  ...makePdu('submit_sm_resp', { messageId: status === 0 ? 'a1' : '' }),
  sequence,
  status,
})

function boundClient(firstSequence = 1): Link {
  const link = newLink('client', firstSequence)
  link.bind(makePdu('bind_transceiver'), 0)
  hear(link, { ...makePdu('bind_transceiver_resp'), sequence: firstSequence }, 0)
  link.take()
  return link
}

function boundServer(): Link {
  const link = newLink('server')
  const bind = { ...makePdu('bind_transceiver'), sequence: 1 }
  hear(link, bind, 0)
  link.accept(bind, 'SMSC')
  link.take()
  return link
}

test('a client binds, and has room only then', () => {
  const link = newLink('client')
  link.bind(makePdu('bind_transceiver', { systemId: 'kairos' }), 0)
  expect(says(link)).toEqual(['> bind_transceiver 1 0'])
  expect(link.room(0)).toBe(0)
  hear(link, { ...makePdu('bind_transceiver_resp'), sequence: 1 }, 5)
  expect(says(link)).toEqual(['bound'])
  expect(link.room(5)).toBe(3)
})

test('a bind that is refused, or not answered in time, ends the link', () => {
  const refused = newLink('client')
  refused.bind(makePdu('bind_transmitter'), 0)
  hear(refused, { ...makePdu('bind_transmitter_resp'), sequence: 1, status: 0x0e }, 0)
  expect(says(refused).slice(1)).toEqual(['bind-refused 14', 'close bind refused: invalid password'])
  const silent = newLink('client')
  silent.bind(makePdu('bind_transmitter'), 0)
  expect(silent.due()).toBe(10_000)
  silent.tick(9_999)
  silent.tick(10_000)
  expect(says(silent).slice(1)).toEqual(['close bind was not answered'])
})

test('the window: no more unanswered requests than it holds, and each answer frees a place', () => {
  const link = boundClient()
  for (let i = 0; i < 3; i += 1) link.request(submit, 0)
  expect(link.room(0)).toBe(0)
  expect(() => link.request(submit, 0)).toThrow('no room')
  hear(link, submitted(3), 1)
  hear(link, submitted(2, 0x0b), 1)
  expect(link.room(1)).toBe(2)
  expect(says(link).slice(3)).toEqual(['answered 3 0', 'answered 2 11'])
})

test('an answer that stays out leaves the request in doubt; when it comes late, it is told as late', () => {
  const link = boundClient()
  link.request(submit, 0)
  link.request(submit, 10)
  hear(link, deliver(1), 19_000) // not silent
  expect(link.due()).toBe(30_000)
  link.tick(30_000)
  expect(says(link).slice(3)).toEqual(['unanswered 2 time'])
  expect(link.room(30_000)).toBe(2)
  hear(link, submitted(2), 30_005)
  hear(link, submitted(3), 30_005)
  hear(link, submitted(3), 30_005)
  expect(says(link)).toEqual(['answered 2 0 late', 'answered 3 0', 'odd submit_sm_resp 3 answers nothing'])
})

test('when the link breaks, every unanswered request is in doubt', () => {
  const link = boundClient()
  link.request(submit, 0)
  link.request(submit, 0)
  link.take()
  link.lost('reset')
  expect(says(link)).toEqual(['unanswered 2 link', 'unanswered 3 link', 'close reset'])
  expect(link.room(0)).toBe(0)
  expect(link.due()).toBe(Infinity)
  link.lost('again')
  expect(says(link)).toEqual([])
})

test('after silence the peer is asked whether it is there, and given up when it is not', () => {
  const link = boundClient()
  expect(link.due()).toBe(20_000)
  link.tick(20_000)
  expect(says(link)).toEqual(['> enquire_link 2 0'])
  hear(link, { ...makePdu('enquire_link_resp'), sequence: 2 }, 20_100)
  expect(link.due()).toBe(40_100)
  link.tick(40_100)
  expect(link.due()).toBe(45_100)
  link.tick(45_100)
  expect(says(link)).toEqual(['> enquire_link 3 0', 'close enquire_link was not answered'])
})

test("the peer's enquire_link is answered in every state", () => {
  const enquire = { ...makePdu('enquire_link'), sequence: 0xffffffff }
  const bytes = encodePdu({ ...enquire, sequence: 9 })
  bytes.writeUInt32BE(0xffffffff, 12)
  for (const link of [newLink('client'), newLink('server'), boundClient(), boundServer()]) {
    link.received(bytes, 0)
    expect(says(link)).toEqual(['> enquire_link_resp 4294967295 0'])
  }
})

describe('what makes no sense is nacked if it is a request, and never if it is an answer', () => {
  const rows: [string, string, string[]][] = [
    [
      'an unknown command_id: generic_nack',
      '00000010000000990000000000000007',
      ['odd unknown command 0x00000099', '> generic_nack 7 3'],
    ],
    [
      'the answer to an unknown command_id',
      '00000010800000990000000000000007',
      ['odd unknown command 0x80000099'],
    ],
    [
      'too short for its fields',
      '0000001100000004000000000000000700',
      ['odd submit_sm is cut short', '> generic_nack 7 2'],
    ],
    ['an answer to nothing', '00000010800000040000000000000007', ['odd submit_sm_resp 7 answers nothing']],
    ['a nack of nothing', '00000010800000000000000300000000', ['odd generic_nack 0 answers nothing']],
    [
      'a PDU too short: the stream is lost',
      '0000000f',
      ['> generic_nack 0 2', 'close a PDU of 15 octets (allowed: 16 to 131072)'],
    ],
    [
      'a PDU too long: the stream is lost',
      'ffffffff',
      ['> generic_nack 0 2', 'close a PDU of 4294967295 octets (allowed: 16 to 131072)'],
    ],
  ]
  test.each(rows)('%s', (_name, hex, expected) => {
    const link = boundClient()
    link.received(Buffer.from(hex, 'hex'), 0)
    expect(says(link)).toEqual(expected)
  })
})

test.each([0, 1, 0x7fffffff, 0x80000000, 0xffffffff])(
  'a centre’s deliver_sm may bear the sequence %d, and is answered with it',
  sequence => {
    const link = boundClient()
    const bytes = encodePdu({ ...makePdu('deliver_sm'), sequence: 1 })
    bytes.writeUInt32BE(sequence, 12)
    link.received(bytes, 0)
    link.take()
    link.answer(makeAnswer(deliver(sequence)))
    expect(says(link)).toEqual([`> deliver_sm_resp ${sequence} 0`])
  },
)

test('the usual window is what the standard suggests: no more than 10', () => {
  const link = new Link({ side: 'client', settings: usualSettings, now: 0, chance: () => 0 })
  link.bind(makePdu('bind_transceiver'), 0)
  hear(link, { ...makePdu('bind_transceiver_resp'), sequence: 1 }, 0)
  for (let n = 0; n < 10; n += 1) link.request(submit, 0)
  expect(link.room(0)).toBe(0)
})

test('a generic_nack answers the request of its number', () => {
  const link = boundClient()
  link.request(submit, 0)
  link.take()
  hear(link, { ...makePdu('generic_nack'), status: 0x03, sequence: 2 }, 0)
  expect(says(link)).toEqual(['answered 2 3'])
})

test('throttled (0x58) or queue full (0x14): nothing is sent for a while, twice as long each time, until something is taken', () => {
  const link = boundClient()
  const refuse = (code: number, now: number) => {
    const { sequence } = link.request(submit, now)
    hear(link, submitted(sequence, code), now)
  }
  const holds = [1_000, 2_000, 4_000, 8_000, 8_000]
  let now = 0
  for (const [i, holdMs] of holds.entries()) {
    refuse(i % 2 === 0 ? 0x58 : 0x14, now)
    expect(link.room(now + holdMs - 1)).toBe(0)
    now += holdMs
    expect(link.room(now)).toBe(3)
  }
  refuse(0, now)
  refuse(0x58, now)
  expect(link.room(now + 1_000)).toBe(3)
})

test('a whole window throttled at once holds as long as one', () => {
  const link = boundClient()
  const window = [1, 2, 3].map(() => link.request(submit, 0).sequence)
  for (const sequence of window) hear(link, submitted(sequence, 0x58), 10)
  expect(link.room(1_009)).toBe(0)
  expect(link.room(1_010)).toBe(3)
})

test('messages that were under way when the pause began do not end it, nor its doubling', () => {
  const link = boundClient()
  const [first, second] = [link.request(submit, 0).sequence, link.request(submit, 0).sequence]
  hear(link, submitted(first, 0x58), 0)
  hear(link, submitted(second), 500)
  expect(link.room(999)).toBe(0)
  hear(link, submitted(link.request(submit, 1_000).sequence, 0x58), 1_000)
  expect(link.room(2_999)).toBe(0)
  expect(link.room(3_000)).toBe(3)
})

test.each(['0a', '0b', '0c'])('a permanent refusal (0x%s) holds nothing', code => {
  const link = boundClient()
  const { sequence } = link.request(submit, 0)
  hear(link, submitted(sequence, Number.parseInt(code, 16)), 0)
  expect(link.room(0)).toBe(3)
})

test('unbinding waits for answers, and still answers the peer', () => {
  const link = boundClient()
  const { sequence } = link.request(submit, 0)
  link.unbind(10_000, 0)
  expect(link.room(0)).toBe(0)
  hear(link, deliver(5), 100)
  link.answer(makeAnswer(deliver(5)))
  expect(says(link)).toEqual(['> submit_sm 2 0', 'asked deliver_sm', '> deliver_sm_resp 5 0'])
  hear(link, submitted(sequence), 200)
  expect(says(link)).toEqual(['answered 2 0', '> unbind 3 0'])
  hear(link, { ...makePdu('unbind_resp'), sequence: 3 }, 300)
  expect(says(link)).toEqual(['close null'])
})

test('unbinding ends within its limits when nothing is answered any more', () => {
  const link = boundClient()
  link.request(submit, 0)
  link.unbind(10_000, 0)
  link.take()
  expect(link.due()).toBe(10_000)
  link.tick(10_000)
  expect(says(link)).toEqual(['> unbind 3 0'])
  expect(link.due()).toBe(15_000)
  link.tick(15_000)
  expect(says(link)).toEqual(['unanswered 2 link', 'close null'])
})

test("the peer's unbind is answered, and what was unanswered is in doubt", () => {
  const link = boundClient()
  link.request(submit, 0)
  link.take()
  hear(link, { ...makePdu('unbind'), sequence: 8 }, 0)
  expect(says(link)).toEqual(['> unbind_resp 8 0', 'unanswered 2 link', 'close null'])
  hear(link, deliver(9), 0)
  expect(says(link)).toEqual([])
})

test('a server binds whom its user accepts, once', () => {
  const link = newLink('server')
  const bind: PduOf<'bind_receiver'> = { ...makePdu('bind_receiver'), sequence: 1 }
  hear(link, { ...submit, sequence: 4 }, 0)
  hear(link, bind, 0)
  expect(link.room(0)).toBe(0)
  link.accept(bind, 'SMSC')
  hear(link, { ...bind, sequence: 2 }, 0)
  expect(says(link)).toEqual([
    '> submit_sm_resp 4 4',
    'bind-asked',
    '> bind_receiver_resp 1 0',
    'bound',
    '> bind_receiver_resp 2 5',
  ])
  expect(link.room(0)).toBe(3)
})

test('a server hangs up on whom it refuses, and on whom never binds', () => {
  const refused = newLink('server')
  const bind: PduOf<'bind_receiver'> = { ...makePdu('bind_receiver'), sequence: 1 }
  hear(refused, bind, 0)
  refused.refuse(bind, 0x0f)
  expect(says(refused)).toEqual(['bind-asked', '> bind_receiver_resp 1 15', 'close null'])
  const silent = newLink('server')
  expect(silent.due()).toBe(10_000)
  silent.tick(10_000)
  expect(says(silent)).toEqual(['close nothing came of "open"'])
})

test('requests that our user leaves unanswered are limited: further ones are told that the queue is full', () => {
  const link = boundServer()
  for (const sequence of [1, 2, 3]) hear(link, { ...submit, sequence }, 0)
  expect(says(link)).toEqual(['asked submit_sm', 'asked submit_sm', '> submit_sm_resp 3 20'])
  link.answer(refusal({ ...submit, sequence: 1 }, 0x0b))
  hear(link, { ...submit, sequence: 4 }, 0)
  expect(says(link)).toEqual(['> submit_sm_resp 1 11', 'asked submit_sm'])
})

test('of our answers to one request only the first is sent, also when the peer always says sequence 0', () => {
  const link = boundServer()
  const bytes = encodePdu({ ...submit, sequence: 1 })
  bytes.writeUInt32BE(0, 12)
  link.received(Buffer.concat([bytes, bytes]), 0)
  for (const status of [0, 0x0b, 0x0c]) link.answer(refusal({ ...submit, sequence: 0 }, status))
  expect(says(link)).toEqual([
    'asked submit_sm',
    'asked submit_sm',
    '> submit_sm_resp 0 0',
    '> submit_sm_resp 0 11',
  ])
})

test('requests that take no answer get none', () => {
  const link = boundClient()
  const alert = { ...makePdu('alert_notification'), sequence: 7 }
  hear(link, alert, 0)
  link.answer(refusal(alert, 0))
  expect(says(link)).toEqual(['asked alert_notification'])
})

test('an answer of ours that comes after the end of the link goes nowhere', () => {
  const link = boundServer()
  hear(link, { ...submit, sequence: 1 }, 0)
  link.lost('reset')
  link.take()
  link.answer(refusal({ ...submit, sequence: 1 }, 0))
  expect(says(link)).toEqual([])
})

test('sequence numbers go on from the last link, and after the greatest comes 1', () => {
  const link = boundClient(0x7ffffffe)
  expect(link.request(submit, 0).sequence).toBe(0x7fffffff)
  expect(link.request(submit, 0).sequence).toBe(1)
  expect(link.nextSequence).toBe(2)
})

test('a sequence number that is waited for, or may still be answered late, is not given again', () => {
  const outstanding = new Outstanding(1_000, 0x7fffffff)
  outstanding.add({ ...submit, sequence: 1 }, 0)
  outstanding.add({ ...submit, sequence: 2 }, 900)
  expect(outstanding.expire(1_000).map(({ sequence }) => sequence)).toEqual([1])
  expect([outstanding.nextSequence(), outstanding.nextSequence()]).toEqual([0x7fffffff, 3])
})

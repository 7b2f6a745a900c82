import { expect, test } from 'vitest'
import { encodePdu, makePdu } from '../codec/pdu.ts'
import type { Pdu } from '../codec/pdu.ts'
import { Link } from './link.ts'
import { usualSettings } from './settings.ts'

test('whoever watches sees every PDU that goes and comes, with its octets, in their order', () => {
  const seen: string[] = []
  const link = new Link({
    side: 'client',
    settings: usualSettings,
    now: 0,
    chance: () => 1,
    watch: (direction, { command, sequence }, octets) =>
      seen.push(`${direction} ${command} ${sequence} ${octets.readUInt32BE(0) === octets.length}`),
  })
  const hear = (pdu: Pdu): void => link.received(encodePdu(pdu), 0)
  link.bind(makePdu('bind_transceiver'), 0)
  hear({ ...makePdu('bind_transceiver_resp'), sequence: 1 })
  hear({ ...makePdu('enquire_link'), sequence: 9 })
  link.request(makePdu('submit_sm'), 0)
  expect(seen).toEqual([
    'out bind_transceiver 1 true',
    'in bind_transceiver_resp 1 true',
    'in enquire_link 9 true',
    'out enquire_link_resp 9 true',
    'out submit_sm 2 true',
  ])
})

import { expect, test } from 'vitest'
import { idsOf, messageIdOf, spelled } from './ids.ts'

test.each([
  ['1a2b', 'hex', '6699'],
  ['0001A2B', 'hex', '6699'],
  ['6699', 'decimal', '6699'],
  ['006699', 'decimal', '6699'],
  ['6699', 'text', '6699'],
  ['no number', 'hex', 'no_number'],
  ['line\nbreak', 'text', 'line_break'],
  ['?1', 'text', '_1'],
  ['x'.repeat(80), 'text', 'x'.repeat(64)],
] as const)('%j read as %s is %j', (id, base, plain) => {
  expect(spelled(id, base)).toBe(plain)
})

test('the id of a message holds those of its parts, also where the centre gave none', () => {
  for (const ids of [['1'], ['1', '2', '3'], [null], ['1', null]]) {
    expect(idsOf(messageIdOf('acc-1/r#1', ids))).toEqual(ids)
  }
  expect(messageIdOf('a', [null])).not.toBe(messageIdOf('b', [null]))
})

import { expect, test } from 'vitest'
import { commandIn } from './reply.ts'

const codes = { dataBooster: '2651', services: 'CXYW' }

test.each([
  ['2651', '2651'],
  [' 2651\n', '2651'],
  ['２６５１', '2651'],
  ['cxyw', 'CXYW'],
  ['CX YW', 'CXYW'],
  ['2651 please', null],
  ['26510', null],
  ['', null],
])('CO-52: %j is the code %j', (text, command) => {
  expect(commandIn(text, codes)).toBe(command)
})

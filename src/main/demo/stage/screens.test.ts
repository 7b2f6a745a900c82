import { expect, test } from 'vitest'
import { Screens } from './screens.ts'

const number = '+8615400000001'

test('a screen has what has arrived, oldest first, with the codes that it asks for', () => {
  const screens = new Screens()
  screens.show({ number, from: '10086', at: 30, text: 'For a data pack, reply 2651.', parts: 1 })
  screens.show({ number, from: '10086', at: 10, text: 'Welcome.', parts: 1 })
  screens.wrote(number, 40, '2651')
  screens.show({ number, from: '10086', at: 90, text: 'Not there yet.', parts: 1 })
  const shown = screens.of(number, 50)
  expect(shown.map(({ text, from, codes }) => [text, from, codes])).toEqual([
    ['Welcome.', '10086', []],
    ['For a data pack, reply 2651.', '10086', ['2651']],
    ['2651', null, []],
  ])
  expect(screens.of('+8615400000002', 50)).toEqual([])
})

test('a screen keeps the newest only', () => {
  const screens = new Screens()
  for (let at = 1; at <= 100; at += 1)
    screens.show({ number, from: '10086', at, text: `message ${at}`, parts: 1 })
  const shown = screens.of(number, 200)
  expect(shown).toHaveLength(60)
  expect(shown.at(-1)?.text).toBe('message 100')
})

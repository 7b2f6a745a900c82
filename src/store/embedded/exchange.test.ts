import { expect, it } from 'vitest'
import { Exchanges, withoutSecondReady } from './exchange.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const message = (letter: string, ...body: number[]): Uint8Array =>
  bytes(letter.charCodeAt(0), 0, 0, 0, 4 + body.length, ...body)
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const plain = (pieces: Uint8Array[]): number[][] => pieces.map(piece => [...piece])

const startup = bytes(0, 0, 0, 9, 0, 3, 0, 0, 0)
const parse = message('P', 1, 2, 0)
const execute = message('E', 0, 0, 0, 0, 0)
const sync = message('S')
const query = message('Q', 66, 0)
const ready = message('Z', 73)

it('cuts behind the first message, each Sync, each simple query and Terminate', () => {
  const written = join(startup, query, parse, execute, sync, parse, sync, message('X'))
  expect(plain(new Exchanges().push(written))).toEqual(
    plain([startup, query, join(parse, execute, sync), join(parse, sync), message('X')]),
  )
})

it('gives the same exchanges wherever the bytes are torn', () => {
  const written = join(startup, query, parse, execute, sync, parse, sync)
  const whole = plain(new Exchanges().push(written))
  for (let cut = 1; cut < written.length; cut += 1) {
    const exchanges = new Exchanges()
    const torn = [...exchanges.push(written.subarray(0, cut)), ...exchanges.push(written.subarray(cut))]
    expect(plain(torn)).toEqual(whole)
  }
})

it.each([
  ['one ready', join(message('C', 65, 0), ready), join(message('C', 65, 0), ready)],
  ['two readies', join(message('E', 67, 0), ready, ready), join(message('E', 67, 0), ready)],
  ['two in different states', join(ready, message('Z', 69)), ready],
  ['a ready alone', ready, ready],
  ['nothing', bytes(), bytes()],
])('%s at the end', (_, answer, expected) => {
  expect([...withoutSecondReady(answer)]).toEqual([...expected])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Reassembly } from './reassembly.ts'
import type { Part } from './reassembly.ts'

const part = (
  number: number,
  total: number,
  changes: Partial<Part<string>> & { reference?: number } = {},
) => ({
  source: '8613800000001',
  destination: '10086',
  content: Buffer.from(`${number}`),
  tag: '',
  ...changes,
  mark: { style: 'udh8' as const, reference: changes.reference ?? 7, total, number },
})

const said = (parts: readonly Part<string>[] | null) =>
  parts?.map(({ content }) => content.toString()).join('') ?? null

const limits = { unfinishedMax: 3, octetsMax: 1_000, waitMs: 60_000 }

test('parts of several messages, in any order and doubled, join to their messages', () => {
  const reference = fc.uniqueArray(fc.nat(255), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(
      reference,
      fc.integer({ min: 1, max: 6 }),
      fc.infiniteStream(fc.nat()),
      (references, total, dice) => {
        const numbers = Array.from({ length: total }, (_, i) => i + 1)
        const each = references.flatMap(reference =>
          numbers.map(number =>
            part(number, total, { reference, content: Buffer.from(`${reference}/${number} `) }),
          ),
        )
        const shuffled = each
          .map(one => ({ one, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const reassembly = new Reassembly<string>(limits)
        const wholes = shuffled.map(one => said(reassembly.add(one, 0).whole)).filter(whole => whole !== null)
        const expected = references.map(reference =>
          numbers.map(number => `${reference}/${number} `).join(''),
        )
        expect(wholes.toSorted()).toEqual(expected.toSorted())
        expect(reassembly.size).toBe(0)
      },
    ),
  )
})

test('the same part twice is one part', () => {
  const reassembly = new Reassembly<string>(limits)
  expect(reassembly.add(part(1, 2), 0).whole).toBeNull()
  expect(reassembly.add(part(1, 2), 1).whole).toBeNull()
  expect(said(reassembly.add(part(2, 2), 2).whole)).toBe('12')
})

test('a reference that comes round again begins a new message, and the old one is given up', () => {
  const reassembly = new Reassembly<string>(limits)
  reassembly.add(part(1, 2, { content: Buffer.from('old') }), 0)
  const again = reassembly.add(part(1, 2, { content: Buffer.from('new') }), 1)
  expect(again.whole).toBeNull()
  expect(again.givenUp.map(said)).toEqual(['old'])
  expect(said(reassembly.add(part(2, 2), 2).whole)).toBe('new2')
})

test('sender, receiver, total and style keep messages with one reference apart', () => {
  const reassembly = new Reassembly<string>({ ...limits, unfinishedMax: 10 })
  const others = [
    part(2, 2, { source: '8613800000002' }),
    part(2, 2, { destination: '10658' }),
    part(2, 3),
    { ...part(2, 2), mark: { ...part(2, 2).mark, style: 'sar' as const } },
  ]
  reassembly.add(part(1, 2), 0)
  for (const other of others) expect(reassembly.add(other, 0).whole).toBeNull()
})

test('what never becomes whole is given up: by time, by number, by octets', () => {
  const byTime = new Reassembly<string>(limits)
  byTime.add(part(1, 2), 0)
  expect(byTime.expire(59_999)).toEqual([])
  expect(byTime.expire(60_000).map(said)).toEqual(['1'])

  const byNumber = new Reassembly<string>(limits)
  for (const reference of [1, 2, 3]) byNumber.add(part(reference, 9, { reference }), 0)
  expect(byNumber.add(part(4, 9, { reference: 4 }), 0).givenUp.map(said)).toEqual(['1'])
  expect(byNumber.size).toBe(3)

  const byOctets = new Reassembly<string>(limits)
  byOctets.add(part(1, 9, { reference: 1, content: Buffer.alloc(600) }), 0)
  expect(byOctets.add(part(1, 9, { reference: 2, content: Buffer.alloc(600) }), 0).givenUp).toHaveLength(1)
  expect(byOctets.size).toBe(1)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CrashMark } from './crash-mark.ts'
import { item, usage } from './small-world-suite.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kairos-mark-'))
  path = join(folder, 'turn.mark')
})
afterEach(() => rmSync(folder, { recursive: true }))

const [bad, other, third] = ['bad', 'other', 'third'].map(id => item(usage('A1', id)))

/** A life of the process that ends within a turn of these. */
function crash(...ids: (typeof bad)[]): void {
  const mark = CrashMark.open(path)
  mark.begin(ids.map(one => one!))
  mark.close()
}

test('an item present at two crashes in a row runs alone; the others as usual', () => {
  crash(bad, other)
  expect(CrashMark.open(path).judge(bad!)).toBe('as-usual')
})

test('…and the second crash tells', () => {
  crash(bad, other)
  crash(bad, third)
  const mark = CrashMark.open(path)
  expect([bad, other, third].map(one => mark.judge(one!))).toEqual(['alone', 'as-usual', 'as-usual'])
})

test('one that ends the process alone too, twice, is never decided again', () => {
  crash(bad, other)
  crash(bad, third)
  crash(bad)
  crash(bad)
  expect(CrashMark.open(path).judge(bad!)).toBe('never')
})

test('a third kill from outside finds some item alone: that one is tried again', () => {
  crash(bad, other)
  crash(bad, other)
  crash(bad)
  const mark = CrashMark.open(path)
  expect([bad, other].map(one => mark.judge(one!))).toEqual(['alone', 'as-usual'])
})

test('a death outside a turn ends the row', () => {
  crash(bad, other)
  const mark = CrashMark.open(path)
  const items = [bad!]
  mark.begin(items)
  mark.end(items)
  mark.close()
  crash(bad, other)
  expect(CrashMark.open(path).judge(bad!)).toBe('as-usual')
})

test('without a file nothing is remembered', () => {
  const mark = CrashMark.open(null)
  const items = [bad!]
  mark.begin(items)
  mark.end(items)
  expect(mark.judge(bad!)).toBe('as-usual')
})

/** Whoever meets a requirement ID in this project finds one line on it in docs/requirements.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../', import.meta.url).pathname
const id = /\b(?:TP\d{1,2}|BT|BS|BE|BC|BO|TF\d|ST|TX|PW|FP|EC|SI|SY|GM|FB|BP|NF|CO)-\d{1,2}\b/g

function textsUnder(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true, recursive: true })
    .filter(
      entry =>
        entry.isFile() &&
        /\.(ts|yaml|sql|md)$/.test(entry.name) &&
        !entry.parentPath.includes('node_modules'),
    )
    .map(entry => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
}

const cited = new Set(
  ['src', 'operator', 'packages', 'rulebook', 'rulebook-2012', 'compare', 'test', 'docs/decisions']
    .flatMap(textsUnder)
    .flatMap(text => text.match(id) ?? []),
)
const listed = [
  ...readFileSync(`${root}docs/requirements.md`, 'utf8').matchAll(/^\| ([A-Z]+\d*-\d+) \| (.+) \|$/gm),
]

it('every cited requirement has its line', () => {
  const known = new Set(listed.map(match => match[1]))
  expect([...cited].filter(one => !known.has(one)).sort()).toEqual([])
})

it('no line stands twice, none is empty', () => {
  const names = listed.map(match => match[1])
  expect(names.length).toBe(new Set(names).size)
  expect(listed.length).toBeGreaterThan(100)
  expect(listed.filter(match => (match[2] ?? '').trim().length < 10)).toEqual([])
})

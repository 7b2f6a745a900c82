import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { wordingFile, wordingIn } from './wording.ts'

const folder = new URL('../../../../rulebook/wording/', import.meta.url)
const files = ['zh-CN', 'en'].flatMap(language =>
  readdirSync(new URL(`${language}/`, folder)).map(name => `${language}/${name}`),
)

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

it.each(files)('reads every text of %s as the rulebook does', name => {
  const yaml = readFileSync(new URL(name, folder), 'utf8')
  const { templates = {} } = parse(yaml) as { templates?: Record<string, { text?: string }> }
  const expected = Object.entries(templates).flatMap(([id, { text }]) =>
    text === undefined ? [] : [{ id, text: flat(text) }],
  )
  expect(wordingIn(yaml).map(({ id, text }) => ({ id, text: flat(text) }))).toEqual(expected)
})

it('finds the file of a touchpoint in a language', () => {
  const files = {
    'wording/en/08-low-balance.yaml': '',
    'wording/zh-CN/08-low-balance.yaml': '',
    'codes.yaml': '',
  }
  expect(wordingFile(files, 'low-balance', 'zh-CN')).toBe('wording/zh-CN/08-low-balance.yaml')
  expect(wordingFile(files, 'balance', 'en')).toBeUndefined()
})

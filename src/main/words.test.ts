import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withheldReasons } from '../core/reminder.ts'
import { answerWord, reasonWord, stateWord } from './words.ts'

const chinese = /[\u4e00-\u9fff]/

describe('every word is there in both languages', () => {
  it.each(withheldReasons)('withheld: %s', reason => {
    expect(reasonWord(reason, 'zh-CN')).toMatch(chinese)
    expect(reasonWord(reason, 'en')).toMatch(/^[a-z]/)
    expect(reasonWord(reason, 'en')).not.toMatch(chinese)
  })

  const states = ['planned', 'attempted', 'delivered', 'failed', 'expired', 'unconfirmed', 'withheld']
  it.each([...states, 'refused', 'returned'])('state: %s', state => {
    expect(stateWord(state, 'zh-CN')).toMatch(chinese)
    expect(stateWord(state, 'en')).toMatch(/^[a-z]/)
  })

  it('what rules say when they are asked: all that planning can say', () => {
    const folder = join(import.meta.dirname, '../core/planning')
    const code = readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8'))
    const said = code.flatMap(text => [...text.matchAll(/\bsay\('([a-z-]+)'\)|return '([a-z-]+)'$/gm)])
    const answers = new Set(said.map(match => match[1] ?? match[2] ?? ''))
    expect(answers.size).toBeGreaterThan(5)
    const untold = [...answers].filter(answer => !chinese.test(answerWord(answer, 'zh-CN')))
    expect(untold).toEqual([])
  })
})

it('a moment to come is told in local time', () => {
  const answer = 'later 2026-11-05T01:30:00.000Z'
  expect(answerWord(answer, 'en')).toBe('to be asked again at 2026-11-05 09:30:00')
  expect(answerWord(answer, 'zh-CN')).toBe('到时再问： 2026-11-05 09:30:00')
})

it('a word of a later version is shown as it is', () => {
  expect(reasonWord('toString', 'en')).toBe('toString')
  expect(stateWord('melted', 'zh-CN')).toBe('melted')
})

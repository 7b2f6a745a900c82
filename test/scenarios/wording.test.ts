/** What the shipped rulebook says, on every occasion it has, in both languages. */
import { describe, expect, it } from 'vitest'
import { flawsInChinese } from './message.ts'
import { bodyOf, chapters, languages, listing, speak } from './message-list.ts'
import { realRulebook } from './real-rulebook.ts'

const spoken = chapters.flatMap(({ situations }) => situations.map(speak))
const pairs = spoken.map(
  ({ situation, messages }) => [`${situation.template}: ${situation.what}`, messages] as const,
)
/** On a lock screen so many characters are seen after the signature. */
const seen = 20

it('NF-11 NF-23: no template is unheard, and none is made up', () => {
  const heard = new Set(spoken.map(({ situation }) => situation.template))
  expect([...heard].toSorted()).toEqual([...realRulebook.templates.keys()].toSorted())
})

describe.each(pairs)('%s', (_name, messages) => {
  it('NF-08: at most two parts in Chinese and English, within the policy', () => {
    for (const language of languages) {
      expect(messages[language].parts).toBeLessThanOrEqual(Math.min(2, realRulebook.policy.partsMax))
    }
  })

  it('TP0-22: the operator signs, first of all', () => {
    expect(messages['zh-CN'].text.startsWith('【恰时移动】')).toBe(true)
    expect(messages.en.text.startsWith('Kairos Mobile: ')).toBe(true)
  })

  it('NF-25: Chinese without half-width punctuation, English within the plain alphabet', () => {
    expect(flawsInChinese(bodyOf(messages['zh-CN']))).toEqual([])
    expect(messages['zh-CN'].encoding).toBe('ucs2')
    expect(messages.en.encoding).toBe('gsm7')
  })

  it('NF-23: both languages tell the same figures and codes', () => {
    expect(figures(messages.en.text)).toEqual(figures(messages['zh-CN'].text))
  })
})

describe('TP0-07 NF-08: the first twenty characters carry the point', () => {
  const points = new Map(chapters.flatMap(chapter => Object.entries(chapter.points)))
  it.each(pairs)('%s', (name, messages) => {
    const point = points.get(name.slice(0, name.indexOf(':')))!
    for (const [n, language] of languages.entries()) {
      expect(bodyOf(messages[language]).slice(0, seen)).toMatch(point[n]!)
    }
  })
})

it('the list of all messages is current (renew: npx vitest run test/scenarios/wording.test.ts -u)', async () => {
  await expect(listing(spoken)).toMatchFileSnapshot('messages.txt')
})

/** Money with its fen, sizes, shares, times of day, codes: what must agree; dates and names are said in their own way. */
function figures(text: string): readonly string[] {
  const plainFigures = text.match(/-?\d+\.\d\d(?!\d|MB|GB)|\d+(\.\d+)?(?=MB|GB|%)|\d\d:\d\d/g) ?? []
  const codes = Object.values(realRulebook.codes).filter(code => code.length > 2 && text.includes(code))
  return [...new Set([...plainFigures, ...codes])].toSorted()
}

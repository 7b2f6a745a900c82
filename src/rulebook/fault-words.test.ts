import { describe, expect, it } from 'vitest'
import { compileTemplate } from '../core/wording/template.ts'
import { faultAt, type RulebookFault } from './fault.ts'
import { faultIn } from './fault-words.ts'

const place = { file: 'wording/zh-CN/10-usage.yaml', line: 1, column: 1, length: 1 }

/** Every way in which a template may not compile. */
const broken = [
  '',
  'x'.repeat(100_000),
  '{{ a }}'.repeat(500),
  '{% for a in b %}',
  'a ${PLAN} b',
  '{{ a | nope }}',
  '{{ "abc" }}',
  '{{ a.b | money | bytes }}',
  '{% if a | money %}x{% endif %}',
  '{% if a == (1..3) %}x{% endif %}',
  '}} x',
  '{{ a | money: 3 }}',
  '{{ a[0] }}',
  '{% if a %}x',
  '{{ a',
  'x {% endif %}',
  '{{ }}',
] as const

describe('a template that does not compile is told in Chinese, sentence and hint', () => {
  it.each(broken.map(source => [source.slice(0, 40), source]))('%j', (_, source) => {
    const faults = compileTemplate(source, 'zh-CN')
    if (!Array.isArray(faults)) throw new Error('it compiles')
    for (const { fault: message, hint } of faults) {
      const told = faultIn(faultAt(place, 'template-syntax', { message, hint }), 'zh-CN')
      for (const text of [told.message, told.hint]) expect(text).toMatch(/\p{Script=Han}/u)
      expect(told.message).not.toMatch(/模板写法有误：/)
    }
  })
})

it.each([
  ['{{ a | nope }}', '没有过滤器“nope”'],
  ['{% if a %}x', '“{% if a %}”没有结束'],
  ['{{ a', '“{{ a”没有结束'],
  ['x {% endif %}', '“endif”没有与之对应的开头'],
])('%s: %s', (source, said) => {
  const [fault] = compileTemplate(source, 'zh-CN') as { fault: string; hint: string }[]
  const told = { message: fault!.fault, hint: fault!.hint }
  expect(faultIn(faultAt(place, 'template-syntax', told), 'zh-CN').message).toBe(`错误：${said}`)
})

it('any other fault says what its code means, then what was found; in English it stays as it was found', () => {
  const told = { message: 'there is no code "a"', hint: 'did you mean "b"?' }
  const fault: RulebookFault = faultAt(place, 'code-unknown', told)
  expect(faultIn(fault, 'zh-CN')).toEqual({
    message: '错误：没有这个业务代码：there is no code "a"',
    hint: 'did you mean "b"?',
  })
  expect(faultIn(fault, 'en')).toEqual({ ...told, message: 'error: there is no code "a"' })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileTemplate } from '../core/wording/template.ts'
import { noteText } from './note-words.ts'

const moment = '2026-11-05T01:30:00.000Z'

describe('what planning notes is read in Chinese', () => {
  it.each([
    ['time: at any hour', '时间：任何时间都可发'],
    ['channel: sms', '渠道：sms'],
    [
      'passed: allowed, consent, not-blocked, once-per, told-recently, useful',
      '已通过：可发送、已同意、未屏蔽、未重复、近日未说过、仍有用',
    ],
    ['time: put off: 3 a day are enough on 2026-11-05', '时间：推迟：2026-11-05 当日已满 3 条'],
    [`held by rest hours, useful until ${moment}`, '因免打扰时段顺延，有效至 2026-11-05 09:30:00'],
    [`sms by log-sms, valid until ${moment}`, '经 log-sms 发出（sms），有效至 2026-11-05 09:30:00'],
    ['failed: UNDELIV 5; next: voice', '失败：UNDELIV 5；接着用 voice'],
    [`for ${moment}: waits for the former of its group`, '定于 2026-11-05 09:30:00：等待同组的前一条'],
    ['low/L1 has come to its end: now this one', 'low/L1 已有结果，轮到这一条'],
    ['by low in the same moment', '同一时刻由 low 代替'],
    ['by rule low until it was of no use', '被 rule low 暂停，直到失效'],
    ['no longer true: bucket.usedPercent < 100', '已不成立：bucket.usedPercent < 100'],
    ['small', 'small'],
    ['hlr has said nothing for 21 d 16 h', 'hlr 已 21 天 16 小时没有消息'],
    [
      'restricted for arrears although no warning of this spell had been delivered',
      '欠费呼限，但本次欠费前没有一条提醒送达',
    ],
    ['crm has said nothing for 1 h', 'crm 已 1 小时没有消息'],
  ])('%s', (note, said) => {
    expect(noteText(note, 'zh-CN')).toBe(said)
  })

  it.each([
    ['', {}],
    ['{{ plan.fee }}', {}],
    ['{{ plan.fee }}', { plan: { fee: null } }],
    ['{{ plan.fee }}', { plan: { fee: {} } }],
    ['{{ plan.fee | money }}', { plan: { fee: 0.5 } }],
    ['{{ plan.fee | bytes }}', { plan: { fee: -1 } }],
    ['{{ plan.fee | percent }}', { plan: { fee: 'x' } }],
    ['{{ plan.fee | date }}', { plan: { fee: 'x' } }],
    ['{{ plan.fee | time }}', { plan: { fee: 'x' } }],
    ['{{ plan.fee | month }}', { plan: { fee: 'x' } }],
    ['{% if plan.fee %}x{% endif %}', {}],
    ['{% if plan.fee %}x{% endif %}', { plan: { fee: null } }],
    ['{{ plan.fee }}', { plan: { fee: 'x'.repeat(100_000) } }],
  ])('NF-10: what a template refuses, %j of %j', (source, facts) => {
    const template = compileTemplate(source || '{% if now %}{% endif %}', 'en')
    if (Array.isArray(template)) throw new Error(template[0]?.fault)
    const rendered = template.render({ now: 0, ...facts }, { zone: 'Asia/Shanghai', now: 0 })
    if (rendered.ok) throw new Error(`it renders: ${rendered.text}`)
    expect(noteText(rendered.fault, 'zh-CN')).toMatch(/^(?!.* (?:is|not|empty)).*\p{Script=Han}/u)
  })

  it('in English it stays as it was noted, with local times', () => {
    expect(noteText(`time: useful until ${moment}`, 'en')).toBe('time: useful until 2026-11-05 09:30:00')
  })
})

const core = join(import.meta.dirname, '../core')

/** Every note written out in the core, with something in place of what is worked out. */
function notes(): readonly string[] {
  const files = readdirSync(core, { recursive: true, encoding: 'utf8' })
  return files
    .filter(file => /^(planning|touchpoints)\/.*(?<!\.test)\.ts$/.test(file))
    .flatMap(file => readFileSync(join(core, file), 'utf8').split('\n'))
    .flatMap(text => [...text.matchAll(/\bnote(?: =|:) (?:'([^']+)'|`([^`]+)`)/g)])
    .map(([, plain, made]) => plain ?? made!)
    .map(note => note.replace('${outcome}', 'failed').replace('${standing}', 'suspended'))
    .map(note => note.replaceAll(/\$\{[^}]+\}/g, '7'))
}

it('every note of the core has its Chinese', () => {
  const all = notes()
  expect(all.length).toBeGreaterThan(25)
  expect(all).toContain('7 a day, and no later day within its use')
  const unknown = all.filter(note => !/\p{Script=Han}/u.test(noteText(note, 'zh-CN')))
  expect(unknown).toEqual([])
})

/** Of what no decision noted: alarms of the keeping, events set aside. */
const others = [
  'engine/retention.ts',
  'engine/maintenance.ts',
  'engine/turn/admit.ts',
  'engine/turn/take-arrival.ts',
  'store/set-aside.ts',
]

it.each(others)('every note of %s has its Chinese', file => {
  const text = readFileSync(join(core, '..', file), 'utf8')
  const written = [...text.matchAll(/\bnote(?: =|:) (?:'([^']+)'|`([^`]+)`)|note = '([^']+)'/g)]
    .map(([, plain, made, sql]) => plain ?? made ?? sql!)
    .filter(note => note !== '')
  expect(written.length).toBeGreaterThan(0)
  const notes = written.map(note => note.replaceAll(/\$\{[^}]+\}/g, '7'))
  expect(notes.filter(note => !/\p{Script=Han}/u.test(noteText(note, 'zh-CN')))).toEqual([])
})

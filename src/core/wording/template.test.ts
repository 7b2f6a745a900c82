import { describe, expect, it } from 'vitest'
import { compileTemplate, type CompiledTemplate, type Facts, type Locale } from './template.ts'
import { marksMax, sourceMax, textMax } from './template-limits.ts'

const at = { zone: 'Asia/Shanghai', now: Date.parse('2026-11-20T10:00+08:00') }

function compiled(source: string, locale: Locale = 'zh-CN'): CompiledTemplate {
  const template = compileTemplate(source, locale)
  if (Array.isArray(template)) throw new Error(JSON.stringify(template))
  return template
}

const facts: Facts = {
  bucket: { usedPercent: 80, left: 104_857_600, endsAt: Date.parse('2026-12-01T00:00+08:00'), kind: 'data' },
  note: null,
  standing: 'restricted',
  months: 1,
}

describe('a good template', () => {
  it('renders the same facts in either language (NF-10, NF-23, TP0-21)', () => {
    const zh =
      '本月套餐流量已用{{ bucket.usedPercent | percent }}，还剩{{ bucket.left | bytes }}，可用到{{ bucket.endsAt | last_day }}。'
    const en =
      '{{ bucket.usedPercent | percent }} of your data is used, {{bucket.left|bytes}} left until {{ bucket.endsAt | last_day }}.'
    const wanted = ['bucket.endsAt', 'bucket.left', 'bucket.usedPercent']
    expect([compiled(zh).variables, compiled(en, 'en').variables]).toEqual([wanted, wanted])
    expect(compiled(zh).render(facts, at)).toEqual({
      ok: true,
      text: '本月套餐流量已用80%，还剩100MB，可用到11月30日。',
    })
    expect(compiled(en, 'en').render(facts, at)).toEqual({
      ok: true,
      text: '80% of your data is used, 100MB left until 30 Nov.',
    })
  })

  it.for([
    ['{% if note %}有{% else %}无{% endif %}', '无'],
    ['{% unless note %}无{% endunless %}', '无'],
    ['{% if note == nil and bucket.usedPercent >= 80 %}甲{% endif %}', '甲'],
    ['{% if bucket.usedPercent > 80 %}甲{% elsif bucket.kind == "data" %}乙{% endif %}', '乙'],
    ['{% case standing %}{% when "warned" %}甲{% when "restricted", "suspended" %}乙{% endcase %}', '乙'],
    ['  {%- if months %} {{ months | count: "个月" }} {% endif -%}\n', '1个月'],
    ['{% if note %}{{ note }}{% endif %}好', '好'],
    ['{{ standing }}', 'restricted'],
    ['{{ months }}', '1'],
  ] as const)('%s is %s', ([source, text]) => {
    expect(compiled(source).render(facts, at)).toEqual({ ok: true, text })
  })

  it('tells apart what it prints and what it only asks about', () => {
    const template = compiled('{% if note %}{{ bucket.left | bytes }}{% endif %}{{ months }}')
    expect(template.variables).toEqual(['bucket.left', 'months', 'note'])
    expect(template.conditions).toEqual(['note'])
    expect(template.pieces.find(piece => piece.kind === 'value')).toMatchObject({
      variable: 'bucket.left',
      filter: 'bytes',
      guards: ['note'],
    })
  })

  it('renders the same at any later time for the same now, and does not mind what facts look like', () => {
    const template = compiled('{{ name }}')
    expect(template.render({ name: '{{ months }}{% if %}' }, at)).toEqual({
      ok: true,
      text: '{{ months }}{% if %}',
    })
  })
})

describe('a fact that cannot be printed', () => {
  const without: readonly (readonly [string, Facts])[] = [
    ['undefined', { offer: { price: undefined } }],
    ['absent', { offer: {} }],
    ['absent with its parent', {}],
    ['under null', { offer: null }],
    ['null', { offer: { price: null } }],
    ['an empty text', { offer: { price: '' } }],
    ['a blank text', { offer: { price: ' \n' } }],
    ['NaN', { offer: { price: Number.NaN } }],
    ['infinite', { offer: { price: Number.POSITIVE_INFINITY } }],
    ['an object', { offer: { price: {} } }],
    ['a list', { offer: { price: [1] } }],
    ['a boolean', { offer: { price: true } }],
    ['code', { offer: { price: () => 5 } }],
    ['inherited', Object.create({ offer: { price: 5 } }) as Facts],
  ]
  it.for(without)('%s is a fault that names it (NF-10)', ([, context]) => {
    for (const source of ['价格{{ offer.price }}', '价格{{ offer.price | money }}']) {
      expect(compiled(source).render(context, at)).toMatchObject({ ok: false, variable: 'offer.price' })
    }
  })

  it('is named also when its filter refuses it (NF-10)', () => {
    const answer = compiled('{{ months }}{{ bucket.usedPercent | masked }}').render(facts, at)
    expect(answer).toEqual({
      ok: false,
      fault: 'bucket.usedPercent: not a phone number',
      variable: 'bucket.usedPercent',
    })
  })

  it.for(['constructor', '__proto__', 'toString', 'bucket.constructor'])(
    '%s is never reached (NF-10)',
    path => {
      expect(compiled(`{{ ${path} }}`).render(facts, at)).toMatchObject({ ok: false, variable: path })
      expect(compiled(`{% if ${path} %}x{% endif %}y`).render(facts, at)).toMatchObject({ ok: false })
    },
  )

  it('may be null in a condition, but must be declared there (NF-10)', () => {
    const template = compiled('{% if offer.note %}有{% endif %}好')
    expect(template.render({ offer: { note: null } }, at)).toEqual({ ok: true, text: '好' })
    expect(template.render({ offer: null }, at)).toEqual({ ok: true, text: '好' })
    expect(template.render({ offer: {} }, at)).toMatchObject({ ok: false, variable: 'offer.note' })
    expect(template.render({}, at)).toMatchObject({ ok: false })
  })

  it('does not matter where it is not printed', () => {
    const template = compiled('{% if months > 3 %}{{ note }}{% endif %}好')
    expect(template.render(facts, at)).toEqual({ ok: true, text: '好' })
  })
})

describe('limits', () => {
  it('refuse a text that is too long or empty, and a zone that does not exist (NF-08, NF-10)', () => {
    const long = compiled('{{ name }}')
    expect(long.render({ name: '字'.repeat(textMax) }, at).ok).toBe(true)
    expect(long.render({ name: '字'.repeat(textMax + 1) }, at)).toMatchObject({ ok: false })
    expect(compiled('{% if note %}x{% endif %}').render(facts, at)).toEqual({
      ok: false,
      fault: 'the text is empty',
    })
    const dated = compiled('{{ bucket.endsAt | date }}')
    expect(dated.render(facts, { ...at, zone: 'Mars/Olympus' })).toMatchObject({ ok: false })
  })
})

describe('what is no template', () => {
  it.for([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['x'.repeat(sourceMax + 1), 'characters'],
    ['{{ a }}'.repeat(marksMax + 1), 'too many'],
    ['{% include "x" %}', '"include" is not allowed'],
    ['{% render "x" %}', '"render" is not allowed'],
    ['{% layout "x" %}', '"layout" is not allowed'],
    ['{% for a in b %}{% endfor %}', '"for" is not allowed'],
    ['{% assign a = 1 %}', '"assign" is not allowed'],
    ['{%- liquid -%}', '"liquid" is not allowed'],
    ['{% raw %}{{ a }}{% endraw %}', '"raw" is not allowed'],
    ['{{ a | default: "x" }}', '"default" does not exist'],
    ['{{ a | date: "%Y" }}', 'does not take this'],
    ['{{ a | count: b }}', 'does not take this'],
    ['{{ a | money | bytes }}', 'one filter'],
    ['{{ "a" }}', 'one fact'],
    ['{{ a == b }}', 'one fact'],
    ['{{ a[b] }}', 'not the path'],
    ['{{ a[0].b }}', 'not the path'],
    ['{{ a-b }}', 'not the path'],
    ['{% if a | count %}x{% endif %}', 'must not use a filter'],
    ['{% if (1..3) contains a %}x{% endif %}', 'must not use a range'],
    ['{% if a %}x', 'not closed'],
    ['{{ a', 'not closed'],
    ['{% if a = 3 %}x{% endif %}', 'expected'],
    ['a }} b', 'stands alone'],
    ['您的%PLAN_NAME%', 'would be sent'],
    ['$TRADE_MARK您好', 'would be sent'],
    ['至$EXPIRE_YYYYMMDD', 'would be sent'],
    ['${name}', 'would be sent'],
    ['{name}', 'would be sent'],
    ['取消回复XX', 'would be sent'],
  ] as const)('%s is refused: %s (NF-10, CO-50)', ([source, fault]) => {
    const answer = compileTemplate(source, 'zh-CN')
    expect(Array.isArray(answer) && answer.map(each => each.fault).join()).toContain(fault)
  })

  it('is told with all its faults and their places', () => {
    const faults = compileTemplate('好{{ "a" }}\n  {{ a[b] }}\n{% if c | count %}{% endif %}', 'en')
    expect(faults).toMatchObject([
      { line: 1, column: 2 },
      { line: 2, column: 6 },
      { line: 3, column: 7 },
    ])
  })
})

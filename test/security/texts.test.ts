/**
 * Texts that would rather be programs: templates and rulebook files from a hostile hand. Where each kind of fault is refused,
 * with its place: src/core/wording/template.test.ts, src/rulebook/yaml/file.test.ts and src/rulebook/broken; cells of a table:
 * console/src/parts/csv.test.ts.
 */
import { describe, expect, it } from 'vitest'
import { compileTemplate } from '../../src/core/wording/template.ts'
import { readYaml } from '../../src/rulebook/yaml/file.ts'

const facts = { offer: { name: 'A', price: 5_000_000 }, list: ['x'] }
const setting = { zone: 'Asia/Shanghai', now: 0 }

describe('NF-10: a template', () => {
  it.each([
    '{% include "/etc/passwd" %}',
    "{% render '../../package.json' %}",
    '{% layout "x" %}',
    '{% for i in (1..1000000000) %}x{% endfor %}',
    '{% tablerow i in list %}{% endtablerow %}',
    '{% assign offer = 1 %}',
    '{% capture x %}y{% endcapture %}',
    '{% increment x %}',
    '{% cycle "a", "b" %}',
    '{% raw %}{{ x }}{% endraw %}',
    '{% liquid echo "x" %}',
    '{% echo offer.name %}',
    '{{ offer | json }}',
    '{{ offer.name | append: offer.name | append: offer.name }}',
    '{{ offer["na" | append: "me"] }}',
    '{{ "x" | times: 1000000000 }}',
    '{{ (1..1000000000) | join }}',
    '{{ list | sort }}',
    '{{ "now" | date: "%s" }}',
    '{{ offer.name | where: "a" }}',
    '{{ offer.name | map: "constructor" }}',
    `{% if ${'(offer.price == 5) or '.repeat(5_000)} true %}x{% endif %}`,
    `${'{% if offer.price %}'.repeat(5_000)}x${'{% endif %}'.repeat(5_000)}`,
    '{{ offer.price'.repeat(10_000),
  ])('%s is refused when it is read', source => {
    const began = performance.now()
    expect(Array.isArray(compileTemplate(source, 'en'))).toBe(true)
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it.each([
    '{{ constructor }}',
    '{{ offer.constructor }}',
    '{{ offer.__proto__ }}',
    '{{ offer.constructor.constructor }}',
    '{{ offer.toString }}',
    '{{ offer.name.length }}',
    '{{ list.first }}',
    '{{ list.size }}',
    '{{ __proto__.polluted }}',
    '{% if offer.constructor %}x{% endif %}',
    '{% if __proto__ %}x{% endif %}',
  ])('%s prints nothing of what is behind the facts', source => {
    const template = compileTemplate(source, 'en')
    if (Array.isArray(template)) return
    expect(template.render(facts, setting)).toMatchObject({ ok: false })
  })

  it('a fact is never a template, nor markup of ours', () => {
    const template = compileTemplate('{{ offer.name }}', 'en')
    if (Array.isArray(template)) throw new Error(template[0]?.fault)
    const text = '{{ offer.price }}{% include "x" %}<script>alert(1)</script>'
    expect(template.render({ offer: { name: text } }, setting)).toEqual({ ok: true, text })
  })
})

describe('a rulebook file', () => {
  it.each([
    ['a tag of JavaScript', 'a: !!js/function "function () {}"'],
    ['a tag of its own', 'a: !make { x: 1 }'],
    ['a tag of binary', 'a: !!binary aGVsbG8='],
    ['a set', '!!set { a, b }'],
    ['a merge key', 'a: { x: 1 }\nb: { <<: *a }'],
    ['an anchor', 'a: &x 1'],
    ['a directive', '%TAG ! tag:evil,2026:\n---\na: 1'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['a key twice', 'a: 1\na: 2'],
    ['a list as key', '? [a]\n: 1'],
    ['a tab for indentation', 'a:\n\tb: 1'],
    ['a control character', 'a: \u0000'],
    ['a control character in disguise', 'a: "\\0"'],
  ])('with %s is refused', (_, text) => {
    expect(readYaml('a.yaml', text).faults.length).toBeGreaterThan(0)
  })
})

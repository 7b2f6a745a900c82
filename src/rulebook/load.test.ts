import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rulebook } from '../core/rule/rule.ts'
import type { View } from '../core/rule/view.ts'
import { sound, withEdits, type Edit } from './broken/sound-rulebook.ts'
import { contentVersion, filesMax } from './bundle.ts'
import { loadBundle } from './load.ts'

function rulebookOf(edits: readonly Edit[] = []): Rulebook {
  const { rulebook, faults } = loadBundle(withEdits(sound, edits))
  expect(faults).toEqual([])
  return rulebook!
}

describe('a loaded rulebook', () => {
  it('TP6-02 CO-22: prices of calls abroad hold from their day on; two of one day are refused', () => {
    const list = (...days: readonly string[]): string =>
      days.map(day => `  - { from: ${day}, prices: { zh-CN: 泰国1元, en: Thailand 1 } }\n`).join('')
    const places = sound['catalogue/places.yaml'] ?? ''
    const withPrices = (days: string): Edit => [
      'catalogue/places.yaml',
      null,
      `${places}calls-abroad:\n${days}`,
    ]
    const { catalogue } = rulebookOf([withPrices(list('2015-06-30', '2012-01-01'))])
    expect(catalogue.callsAbroad.map(({ from }) => from)).toEqual(['2012-01-01', '2015-06-30'])
    const twice = loadBundle(withEdits(sound, [withPrices(list('2012-01-01', '2012-01-01'))]))
    expect(twice.faults.map(({ code, file }) => `${file} ${code}`)).toEqual([
      'catalogue/places.yaml name-twice',
    ])
  })

  it('has its rules by id and by trigger, in the order of files', () => {
    const { rules, byTrigger } = rulebookOf()
    expect([...rules.keys()]).toEqual(['low-balance', 'used-80', 'used-100', 'weekly'])
    expect(byTrigger.get('usage.crossed')?.map(({ id }) => id)).toEqual(['used-80', 'used-100'])
    expect(byTrigger.get('line.opened')).toBeUndefined()
  })

  it('fills in what a rule leaves out', () => {
    const { rules } = rulebookOf()
    expect(rules.get('used-100')).toMatchObject({
      touchpoint: 'data-usage',
      audience: { brands: null, payModes: null, roles: null, stars: null, scope: null },
      at: { kind: 'now' },
      usefulForMs: 2 * 3_600_000,
      still: null,
      factsNotOlderThanMs: null,
      oncePer: [],
      supersedes: ['used-80'],
      unlessTold: null,
      ladder: 'default',
      choice: null,
      warnsOfArrears: false,
      mandatory: false,
      priority: 50,
      from: null,
      until: null,
    })
    expect(rules.get('used-80')).toMatchObject({
      from: '2012-10-01',
      until: '2013-12-31',
      unlessTold: { rules: ['low-balance'], withinMs: 86_400_000 },
    })
    expect(rules.get('weekly')).toMatchObject({
      usefulForMs: 72 * 3_600_000,
      choice: { kind: 'weekly', default: 'off' },
    })
  })

  it('keeps what a rule says otherwise', () => {
    const { rules } = rulebookOf([
      [
        'touchpoints/08-balance.yaml',
        'at: next 09:00',
        'at: +2d 15:00\n      useful-for: PT36H\n      facts-not-older-than: PT1H',
      ],
    ])
    expect(rules.get('low-balance')).toMatchObject({
      at: { kind: 'after-event', shift: { unit: 'day', count: 2 }, clock: 900 },
      usefulForMs: 36 * 3_600_000,
      factsNotOlderThanMs: 3_600_000,
      ladder: 'persistent',
      oncePer: ['line', 'spell'],
      warnsOfArrears: true,
      mandatory: false,
    })
  })

  it('has amounts in exact units', () => {
    const { catalogue, policy } = rulebookOf()
    expect(catalogue.plans.get('gotone-58')?.[0]?.value).toMatchObject({
      monthlyFee: 58_000_000,
      dataBytes: 157_286_400,
      outOfPlanPerMB: 290_000,
    })
    expect(policy.usage[0]).toMatchObject({ percent: [80, 100], leftBytes: [5_242_880] })
    expect(policy.usage[1]).toMatchObject({ usedBytes: [102_400, 2_097_152], usedEveryBytes: 20_971_520 })
    expect(policy.balance.map(({ atOrBelow }) => atOrBelow)).toEqual([20_000_000, 10_000_000])
  })

  it.each([
    ['0.29', 290_000],
    ["'0.29'", 290_000],
    ['1.005', 1_005_000],
    ['0.000001', 1],
    ['8.1', 8_100_000],
    ['1234567.654321', 1_234_567_654_321],
    ['98', 98_000_000],
  ])('reads the amount %s without a float error', (written, microYuan) => {
    const { catalogue } = rulebookOf([['catalogue/places.yaml', 'day-pack: 98', `day-pack: ${written}`]])
    expect(catalogue.places.get('520')?.[0]?.value.dayPack).toBe(microYuan)
  })

  it('keeps price lists in the order of their days', () => {
    const older =
      'packs:\n  - { id: data-5, from: 2010-01-01, name: { zh-CN: 旧, en: Old }, monthly-fee: 6 }\n'
    const later = '  - { id: data-5, from: 2011-01-01, name: { zh-CN: 中, en: Mid }, monthly-fee: 7 }\n'
    const { catalogue } = rulebookOf([['catalogue/packs.yaml', 'packs:\n', older + later]])
    expect(catalogue.packs.get('data-5')?.map(({ from }) => from)).toEqual([
      '2010-01-01',
      '2011-01-01',
      '2012-01-01',
    ])
  })

  it('names codes as templates do', () => {
    expect(rulebookOf().codes).toEqual({ balance: '11', dataBooster: '2651' })
  })

  it('has a version that only its content decides, unless it is given one', () => {
    const reversed = Object.fromEntries(Object.entries(sound).toReversed())
    expect(contentVersion(reversed)).toBe(contentVersion(sound))
    expect(contentVersion(withEdits(sound, [['codes.yaml', '2651', '2652']]))).not.toBe(contentVersion(sound))
    expect(loadBundle(sound).rulebook?.version).toBe(contentVersion(sound))
    expect(loadBundle(sound, 'v7').rulebook?.version).toBe('v7')
  })

  it('renders its templates', () => {
    const { templates } = rulebookOf()
    const facts = { bucket: { usedPercent: 80, periodEnd: '2012-11-30' }, code: { dataBooster: '2651' } }
    const at = { zone: 'Asia/Shanghai', now: Date.UTC(2012, 10, 29) }
    expect(templates.get('used')?.en.render(facts, at)).toEqual({
      ok: true,
      text: '80% of data used, for use until 30 Nov. For more, reply 2651. For reference only.',
    })
  })

  it('cannot be changed', () => {
    const { policy, rules } = rulebookOf()
    expect(Object.isFrozen(policy.ladders)).toBe(true)
    expect(Object.isFrozen(rules.get('used-80')?.audience)).toBe(true)
  })
})

describe('a rule for a narrower audience (TP0-19)', () => {
  const local = `rules:
  - id: low-balance-hz
    on: balance.crossed
    audience: { scope: city/hangzhou, brands: [easyown, m-zone] }
    instead-of: [low-balance]
    send: { template: low-balance, kind: balance, class: notice }
    source: [TP0-19]
`
  const viewIn = (city: string, brand: string): View => ({
    account: { balanceMicroYuan: 9_000_000, role: 'single' },
    line: { city, province: 'zhejiang', brand, payMode: 'prepaid', star: 3 },
  })

  it.each([
    ['hangzhou', 'easyown', false],
    ['taizhou', 'easyown', true],
    ['hangzhou', 'gotone', true],
  ])('silences the wider one for its own customers only: %s, %s', (city, brand, expected) => {
    const { rules } = rulebookOf([['touchpoints/08-balance.yaml', 'rules:\n', local]])
    expect(rules.get('low-balance')?.when?.test(viewIn(city, brand))).toBe(expected)
  })

  it('says so in the condition of the wider one', () => {
    const { rules } = rulebookOf([['touchpoints/08-balance.yaml', 'rules:\n', local]])
    expect(rules.get('low-balance')?.when?.source).toBe(
      "(account.balanceMicroYuan < yuan(10)) && !(line.brand in ['easyown', 'm-zone'] && line.city == 'hangzhou')",
    )
    expect(rules.get('low-balance-hz')?.when).toBeNull()
  })
})

describe('a rule that takes the place of another in a group', () => {
  it('may have its order too', () => {
    const local = `rules:
  - id: used-80-hz
    on: usage.crossed
    audience: { scope: city/hangzhou }
    instead-of: [used-80]
    send: { template: used, kind: usage, class: real-time, group: data, order: 1 }
    source: [TP0-19]
`
    expect(rulebookOf([['touchpoints/10-usage.yaml', 'rules:\n', local]]).rules.size).toBe(5)
  })
})

describe('loading', () => {
  const paths = Object.keys(sound)

  it('refuses more than it can look through', () => {
    const many = Object.fromEntries(
      Array.from({ length: filesMax }, (_, at) => [`touchpoints/t${at}.yaml`, 'x: 1']),
    )
    expect(loadBundle({ ...sound, ...many }).faults[0]).toMatchObject({ file: '.', code: 'too-big' })
    const long = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`touchpoints/t${at}.yaml`, '#'.repeat(500_000)]),
    )
    expect(loadBundle({ ...sound, ...long }).faults[0]).toMatchObject({ file: '.', code: 'too-big' })
  })

  it('never throws, whatever the text of a file', () => {
    const odd = fc.oneof(
      fc.string({ maxLength: 200, unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '- ',
            'a: ',
            '\n',
            '  ',
            '[',
            ']',
            '{',
            '}',
            '"',
            "'",
            ':',
            '&a ',
            '*a ',
            '|',
            '>',
            '#',
            'rules:',
            'id: x',
            '~',
          ),
          { maxLength: 40 },
        )
        .map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(fc.constantFrom(...paths, 'x.yaml'), odd, (path, text) => {
        const { rulebook, faults, warnings } = loadBundle({ ...sound, [path]: text })
        expect(rulebook === null || faults.length === 0).toBe(true)
        for (const { line, column, hint } of [...faults, ...warnings]) {
          expect(line >= 1 && column >= 1 && hint !== '').toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('never throws, whatever value stands where', () => {
    const value = fc.oneof(
      fc.constantFrom(
        'null',
        '[]',
        '{}',
        '-1',
        '1e400',
        'true',
        "''",
        '[[1]]',
        '{ a: { b: 1 } }',
        '.nan',
        '0x10',
        '"\\u0000"',
      ),
      fc.integer().map(String),
    )
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), value, (path, seed, written) => {
        const lines = sound[path]!.split('\n')
        const at = seed % lines.length
        lines[at] = lines[at]!.replace(/: .*$/, `: ${written}`)
        expect(() => loadBundle({ ...sound, [path]: lines.join('\n') })).not.toThrow()
      }),
      { numRuns: 100 },
    )
  })

  it('never throws when pieces are cut out or doubled', () => {
    const cut = fc.record({
      path: fc.constantFrom(...paths),
      seed: fc.nat(),
      length: fc.nat({ max: 60 }),
      isDoubled: fc.boolean(),
    })
    fc.assert(
      fc.property(cut, ({ path, seed, length, isDoubled }) => {
        const text = sound[path]!
        const start = seed % text.length
        const piece = text.slice(start, start + length)
        const edited = text.slice(0, start) + (isDoubled ? piece + piece : '') + text.slice(start + length)
        expect(() => loadBundle({ ...sound, [path]: edited })).not.toThrow()
      }),
      { numRuns: 100 },
    )
  })
})

describe('services and promotions (TP3-08, TP4-03, CO-50)', () => {
  const service = (rest: string): string => `services:
  - { id: tune, from: 2012-01-01, name: { zh-CN: 铃, en: Tune }, price: 5.00, ${rest} }
`
  const gift = (rest: string): string => `promotions:
  - { id: gift, from: 2012-01-01, name: { zh-CN: 礼, en: Gift }, ${rest} }
`
  it.each([
    ['services', service('charging: monthly'), 'value-refused'],
    ['services', service('charging: per-use'), null],
    ['services', service('charging: monthly, cancel: nowhere'), 'code-unknown'],
    ['promotions', gift('kind: service, price-after: 5.00'), 'value-refused'],
    ['promotions', gift('kind: prepay-gift'), null],
    ['promotions', gift('kind: campaign, order: nowhere'), 'code-unknown'],
  ])('catalogue/%s.yaml: %s: %s', (kind, text, code) => {
    const { faults } = loadBundle({ ...sound, [`catalogue/${kind}.yaml`]: text })
    expect(faults.map(fault => fault.code)).toEqual(code === null ? [] : [code])
  })
})

/** The blueprints that come along: what the source draws is in them, and the rest is whole. */
import { describe, expect, it, test } from 'vitest'
import { failurePoints, lanes, stages, type Blueprint, type Lane } from './blueprint.ts'
import { sound, withEdits } from './broken/sound-rulebook.ts'
import { blueprintsIn } from './compile/blueprints.ts'
import { diffRulebooks } from './diff.ts'
import { loadRulebook, readBundle } from './folder.ts'
import { loadBundle, type Edition } from './load.ts'

const root = new URL('../../', import.meta.url).pathname

function edition(folder: string): Edition {
  const loaded = loadRulebook(`${root}${folder}`, 'shipped')
  if (loaded.rulebook === null) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return loaded
}

const shipped = edition('rulebook')
const all = [...shipped.blueprints.values()]
const of = (touchpoint: string): Blueprint => shipped.blueprints.get(touchpoint)!

function idsIn(touchpoint: string, lane: Lane): readonly string[] {
  const steps = of(touchpoint).steps.filter(step => step.lane === lane)
  return steps.toSorted((a, b) => a.order - b.order).map(({ id }) => id)
}

const pipeline = ['design-rule', 'maintain-rule', 'check-settings', 'configure-rule']
const sending = ['trigger', 'generate', 'submit', 'gateway']

describe('each touchpoint has its blueprint', () => {
  it('BP-06: in the order of the rulebook', () => {
    expect([...shipped.blueprints.keys()]).toEqual([...shipped.rulebook.titles.keys()])
    expect(all).toHaveLength(14)
  })

  it.each([
    ['opening', 4],
    ['business-change', 4],
    ['vas', 6],
    ['expiry', 3],
    ['rebate', 4],
    ['roaming', 5],
    ['sensitive-query', 4],
    ['low-balance', 7],
    ['arrears', 6],
  ])('BP-04: %s has %i points of failure', (touchpoint, count) => {
    expect(failurePoints(of(touchpoint))).toHaveLength(count)
  })

  test.each(all)('BP-01 BP-02: $touchpoint has five lanes and its lines', ({ touchpoint, steps, lines }) => {
    expect(new Set(steps.map(({ lane }) => lane))).toEqual(new Set(lanes))
    const fourth = touchpoint === 'arrears' ? ['information-technology'] : []
    expect(lines).toEqual(['outer-interaction', 'visibility', 'inner-interaction', ...fourth])
  })

  test.each(all)(
    'TP0-16 BP-03: $touchpoint names who answers for each point of failure, and what is felt of it',
    blueprint => {
      expect(failurePoints(blueprint).length).toBeGreaterThanOrEqual(3)
      expect(failurePoints(blueprint).filter(({ department }) => department === null)).toEqual([])
      expect(failurePoints(blueprint).filter(({ indicator }) => indicator === null)).toEqual([])
    },
  )

  test.each(all)('BP-03: each indicator of $touchpoint is decided at a step', ({ indicators, steps }) => {
    const decided = new Set(steps.map(({ indicator }) => indicator))
    expect(indicators.filter(({ id }) => !decided.has(id)).map(({ id }) => id)).toEqual([])
  })

  it('BP-03: what is still to be added has its place', () => {
    const places = all.flatMap(({ touchpoint, steps }) =>
      steps.filter(({ toBeAdded }) => toBeAdded).map(({ id }) => `${touchpoint} ${id}`),
    )
    expect(places).toEqual(['expiry offers-page', 'roaming hand-book'])
  })
})

describe('what the source draws', () => {
  it.each<readonly [ids: string, touchpoint: string, lane: Lane, steps: readonly string[]]>([
    [
      'TP1-22',
      'opening',
      'customer',
      [
        'enter-hall',
        'take-advice',
        'choose-number',
        'choose-plan',
        'pay-and-get-sim',
        'read-tariff',
        'read-care',
      ],
    ],
    [
      'TP1-23',
      'opening',
      'frontstage',
      [
        'greet',
        'advise',
        'remind-number-rules',
        'remind-tariffs',
        'operate',
        'collect-money',
        'hand-over',
        'explain',
      ],
    ],
    [
      'TP1-24',
      'opening',
      'backstage',
      [
        ...pipeline,
        'train',
        'set-number-rules',
        'number-answers',
        'plan-answers',
        'joining-answers',
        'payment-answers',
        ...sending,
      ],
    ],
    ['TP1-25', 'opening', 'support', ['number-system', 'crm', 'boss', 'sms-system']],
    [
      'TP1-26',
      'opening',
      'evidence',
      ['hall', 'clerk', 'number-area', 'tariff-table', 'papers', 'text-tariff', 'text-success'],
    ],
    [
      'TP2-30',
      'business-change',
      'customer',
      ['enter-hall', 'take-advice', 'apply', 'sign', 'read-success', 'leave-hall', 'read-effect'],
    ],
    [
      'TP2-31',
      'business-change',
      'frontstage',
      ['greet', 'remind-rules', 'advise', 'carry-out', 'explain', 'see-off'],
    ],
    [
      'TP2-32',
      'business-change',
      'backstage',
      [
        ...pipeline,
        'train',
        'set-change-rules',
        'business-answers',
        'change-answers',
        'receipt-answers',
        ...sending,
        ...sending.map(step => `${step}-effect`),
      ],
    ],
    ['TP2-32', 'business-change', 'support', ['crm', 'boss', 'sms-system']],
    [
      'TP2-33',
      'business-change',
      'evidence',
      ['hall', 'clerk', 'form', 'confirmation', 'text-success', 'text-effect'],
    ],
    [
      'TP3-13',
      'vas',
      'customer',
      ['learn', 'send-order', 'read-confirm', 'reply', 'read-success', 'read-usage'],
    ],
    [
      'TP3-14',
      'vas',
      'backstage',
      [
        ...pipeline,
        'train',
        'request-answers',
        ...sending,
        'carry-out',
        ...sending.map(step => `${step}-usage`),
      ],
    ],
    ['TP3-14', 'vas', 'frontstage', ['advise', 'take-order']],
    ['TP3-14', 'vas', 'support', ['crm', 'sms-system', 'boss']],
    ['TP3-15', 'vas', 'evidence', ['clerk', 'text-confirm', 'text-success', 'text-usage']],
    ['TP4-21 CO-06', 'expiry', 'evidence', ['clerk', 'slip', 'text-order', 'text-effect', 'text-expiry']],
    ['TP5-17', 'rebate', 'customer', ['take-up', 'pay-and-sign', 'read-effect', 'read-credit']],
    ['TP5-19', 'rebate', 'evidence', ['text-effect', 'text-credit']],
    [
      'TP6-15',
      'roaming',
      'customer',
      ['enter-hall', 'learn', 'apply', 'read-opening', 'read-care', 'high-charges', 'read-charges'],
    ],
    [
      'TP6-16',
      'roaming',
      'frontstage',
      ['greet', 'advise', 'operate', 'tell-tariff', 'hand-book', 'call-out'],
    ],
    [
      'TP6-16',
      'roaming',
      'backstage',
      [
        'set-rules',
        'check-rules',
        'configure-prices',
        'train',
        'order-answers',
        'payment-answers',
        ...sending,
        'detect',
        'review',
        'notify',
      ],
    ],
    ['TP6-17', 'roaming', 'support', ['crm', 'boss', 'sms-system', 'monitoring']],
    [
      'TP6-17',
      'roaming',
      'evidence',
      ['hall', 'clerk', 'tariff-table', 'slip', 'text-opening', 'text-care', 'text-charges'],
    ],
    [
      'TP7-12',
      'sensitive-query',
      'customer',
      ['open-site', 'log-in', 'ask-detail', 'enter-code', 'see-detail', 'read-notice'],
    ],
    [
      'TP7-13',
      'sensitive-query',
      'backstage',
      [
        ...pipeline,
        'site-answers',
        'check-login',
        'design-steps',
        'send-code',
        'check-code',
        'produce-detail',
        ...sending,
      ],
    ],
    ['TP7-13', 'sensitive-query', 'support', ['website', 'crm', 'boss', 'sms-system']],
    [
      'TP7-13',
      'sensitive-query',
      'evidence',
      ['page-login', 'page-password', 'page-code', 'result', 'text-notice'],
    ],
    [
      'TP8-18',
      'low-balance',
      'customer',
      [
        'read-reminder',
        'calls-paused',
        'read-paused',
        'stopped',
        'buy-card',
        'call-line',
        'read-success',
        'read-restored',
      ],
    ],
    ['TP8-19', 'low-balance', 'frontstage', ['sell-card']],
    ['TP8-19', 'low-balance', 'support', ['boss', 'sms-system', 'crm', 'voice-system']],
    ['TP9-19', 'arrears', 'customer', ['read-stopped', 'buy-card', 'call-line', 'success', 'read-restored']],
    [
      'TP9-19',
      'arrears',
      'frontstage',
      ['warn', 'voice-stopped', 'sell-card', 'voice-success', 'text-credited'],
    ],
    ['TP9-19', 'arrears', 'support', ['crm', 'voice-system', 'sms-system']],
    ['TP9-19', 'arrears', 'evidence', ['hotline']],
  ])('%s: %s, %s', (...[, touchpoint, lane, steps]) => {
    expect(idsIn(touchpoint, lane)).toEqual(steps)
  })

  it('TP8-19 CO-07: low balance runs two pipelines, and its evidence is its own', () => {
    const backstage = idsIn('low-balance', 'backstage')
    expect(backstage).toEqual(expect.arrayContaining([...sending, 'notify-pause', 'cards', 'line-answers']))
    expect(idsIn('low-balance', 'evidence').filter(id => idsIn('roaming', 'evidence').includes(id))).toEqual(
      [],
    )
  })

  const three = ['marketing', 'business-support', 'network']
  it.each<readonly [ids: string, touchpoint: string, indicators: number, departments: readonly string[]]>([
    ['TP1-27 TP1-28', 'opening', 6, three],
    ['TP2-34', 'business-change', 5, three],
    ['TP3-16', 'vas', 4, three],
    ['TP4-22', 'expiry', 6, three],
    ['TP5-20', 'rebate', 5, ['marketing', 'business-support']],
    ['TP6-18', 'roaming', 4, three],
    ['TP7-14', 'sensitive-query', 4, three],
    ['TP8-20', 'low-balance', 5, three],
    ['TP9-20', 'arrears', 3, ['marketing', 'business-support']],
  ])('%s: %s has %i indicators, and failures of %s', (...[, touchpoint, indicators, departments]) => {
    expect(of(touchpoint).indicators).toHaveLength(indicators)
    expect(new Set(failurePoints(of(touchpoint)).map(({ department }) => department))).toEqual(
      new Set(departments),
    )
  })
})

describe('the steps that the system performs', () => {
  test.each(all)('NF-02: $touchpoint has each figure of each of its rules once', ({ touchpoint, steps }) => {
    const own = [...shipped.rulebook.rules.values()].filter(rule => rule.touchpoint === touchpoint)
    for (const stage of stages) {
      const measured = steps.filter(({ measures }) => measures === stage).flatMap(({ rules }) => rules)
      expect(measured.toSorted()).toEqual(own.map(({ id }) => id).toSorted())
    }
  })

  it('a step that names no rules has those that no other step of its figure names', () => {
    const steps = [
      '  - { id: fall, lane: backstage, order: 1, title: { zh-CN: 余额下降, en: Balance falls }, to: [tell], measures: triggered }',
      '  - { id: rest, lane: backstage, order: 3, title: { zh-CN: 其余, en: The rest }, measures: delivered }',
    ]
    const bundle = withEdits(sound, [['blueprints/08-balance.yaml', steps[0]!, steps.join('\n')]])
    const rulesOf = (id: string) =>
      blueprintsIn(bundle)
        .get('low-balance')
        ?.steps.find(step => step.id === id)?.rules
    expect([rulesOf('fall'), rulesOf('rest'), rulesOf('read')]).toEqual([['low-balance'], [], []])
  })
})

describe('blueprints stand beside the rulebook', () => {
  const { bundle } = readBundle(`${root}rulebook`)

  it('nothing that is decided by changes with them', () => {
    const bare = Object.fromEntries(
      Object.entries(bundle).filter(([path]) => !path.startsWith('blueprints/')),
    )
    const loaded = loadBundle(bare, 'bare')
    if (loaded.rulebook === null) throw new Error('the rulebook needs its blueprints')
    expect(loaded.blueprints.size).toBe(0)
    expect(Object.keys(loaded.rulebook)).toEqual(Object.keys(shipped.rulebook))
    expect(loaded.warnings.filter(({ code }) => code === 'blueprint-missing')).toEqual([])
    const changes = diffRulebooks(loaded, shipped).changes
    expect(changes.map(({ part, kind }) => `${part} ${kind}`)).toEqual(all.map(() => 'blueprint added'))
  })

  it('the practice of 2012 has none, and is a rulebook all the same', () => {
    expect(edition('rulebook-2012').blueprints.size).toBe(0)
  })

  it('can be read alone, for those who only look', () => {
    expect(blueprintsIn(bundle)).toEqual(shipped.blueprints)
  })
})

import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Bundle } from './bundle.ts'
import { type Edit, withEdits } from './broken/sound-rulebook.ts'
import { readBundle } from './folder.ts'
import { loadBundle } from './load.ts'
import { untoldOf } from './untold.ts'

const shipped: Bundle = readBundle(fileURLToPath(new URL('../../rulebook/', import.meta.url))).bundle

function untold(edits: readonly Edit[] = [], day = '2015-06-01'): readonly string[] {
  const { rulebook, faults } = loadBundle(withEdits(shipped, edits))
  if (rulebook === null) throw new Error(faults.map(({ message }) => message).join('\n'))
  return untoldOf(rulebook, day).map(({ what, id, moment, who, note }) =>
    [`${what} ${id}: ${moment}`, ...who, note].join(' | '),
  )
}

const weatherFeatures = `    features:
      zh-CN: 每天早上收到所在城市的天气短信。
      en: A text on your city's weather every morning.
`

/** Something new in the catalogue: put in front of the first entry. */
const promotion = (id: string, rest: string): Edit => [
  'catalogue/promotions.yaml',
  'promotions:\n',
  `promotions:\n  - { id: ${id}, from: 2012-01-01, name: { zh-CN: 新优惠, en: New offer }, ${rest} }\n`,
]

describe('what customers would not be told', () => {
  it.each(['2012-06-01', '2015-06-01', '2026-11-22'])(
    'NF-11 TP4-12 TP1-15 TP4-09: the shipped rulebook tells of every plan, service and offer, on %s',
    day => {
      expect(untold([], day)).toEqual([])
    },
  )

  it.each<[what: string, edit: Edit, found: readonly string[]]>([
    [
      'TP4-12: a kind of offer of whose end no rule tells',
      ['touchpoints/04-expiry.yaml', "promotion.kind == 'plan-fee'", "promotion.kind == 'service'"],
      [
        expect.stringMatching(
          /^promotion changting-half-year: its end \| not told by expiry-plan-fee, /,
        ) as never,
      ],
    ],
    [
      'TP1-15 TP4-09: an end whose message needs what the catalogue does not give',
      promotion('weather-2', 'kind: service, price: 2.00, cancel: weather-off'),
      [
        expect.stringMatching(
          /^promotion weather-2: its end \| expiry-service: promotion.priceAfter/,
        ) as never,
      ],
    ],
    [
      'TP3-12: a service that nobody explains',
      ['catalogue/services.yaml', weatherFeatures, ''],
      [
        'service weather: how to use it | not told by service-how-to: their conditions or audiences leave it out',
      ],
    ],
    [
      'TP1-06: free days whose end nobody announces',
      ['touchpoints/03-vas.yaml', 'at: +2d 15:00', 'at: now'],
      [
        'service weather: its first charge | no rule on service.ordered tells of it',
        'service call-alert: its first charge | no rule on service.ordered tells of it',
      ],
    ],
  ])('%s', (_, edit, found) => {
    expect(untold([edit])).toEqual(found)
  })

  it('NF-11: only some customers are told: the others are named', () => {
    const found = untold([
      [
        'touchpoints/13-promotion.yaml',
        '    on: campaign.launched\n    send:',
        '    on: campaign.launched\n    audience: { brands: [easyown], pay-modes: [prepaid] }\n    send:',
      ],
      ['touchpoints/13-promotion.yaml', '    instead-of: [campaign]\n', ''],
    ])
    expect(found).toEqual([
      'promotion spring-data: offered | gotone prepaid | gotone postpaid | easyown postpaid | not told by campaign, campaign-young: their conditions or audiences leave it out',
    ])
  })

  it('NF-11 NF-20: a rule that has ended tells nobody', () => {
    const edit: Edit = [
      'touchpoints/04-expiry.yaml',
      "    when: promotion.kind == 'plan-fee'\n",
      "    when: promotion.kind == 'plan-fee'\n    until: 2014-12-31\n",
    ]
    expect(untold([edit], '2014-12-31')).toEqual([])
    expect(untold([edit], '2015-01-01')).toHaveLength(1)
  })
})

/** Touchpoint 10: the data of the plan, by limits, by summary, and never twice within a day. */
import { describe, expect, it } from 'vitest'
import type { Customer, Profile } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

/** The plan of the worked example: 500 MB. */
const surf = { brand: 'm-zone', planId: 'm-zone-28' } as const
const of500 = { allowanceMB: 500 }

function customer(profile: Partial<Profile> = surf): { readonly story: Story; readonly qian: Customer } {
  const story = new Story()
  const qian = story.customer('qian', profile)
  qian.isLoaded('2015-09-01 08:00')
  return { story, qian }
}

describe('500 MB, used up and used on', () => {
  it('TX-44 SI-18 TP10-11: 399, 400, 500, 1000 and 1500 MB: nothing, 80, 100, 200 and 300 percent, each once', () => {
    // Given Qian with 500 MB a month, when the counter passes every figure of the worked example, some twice,
    const { story, qian } = customer()
    for (const [n, used] of [399, 400, 450, 500, 999, 1000, 1500, 1510].entries()) {
      qian.hasUsed(`2015-09-${String(3 + n * 2).padStart(2, '0')} 19:20`, used, of500)
    }
    story.until('2015-09-18 20:00')
    // then each limit is told once, in the minute in which it was passed.
    const alerts = qian.inbox.filter(line => line.includes('data-used'))
    expect(alerts).toEqual([
      '09-05 19:20 sms data-used-80',
      '09-09 19:20 sms data-used-100',
      '09-13 19:20 sms data-used-beyond',
      '09-15 19:20 sms data-used-beyond',
    ])
  })

  it('TP10-11 NF-27 TP10-07 BT-04: at 80 %: the share, what is left, until when, how to add, as of when, for reference', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-05 19:20', 401.5, of500)
    story.until('2015-09-05 20:00')
    const message = qian.got('data-used-80')
    tells(message, ['80%', '98.5MB', '9月30日', '2651', '19:20', '仅供参考'])
    expect(message.parts).toBe(1)
  })

  it('TP10-08 CO-22: at 100 %: what it costs from now on, at the price of the day', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-05 19:20', 500, of500)
    story.until('2015-09-05 20:00')
    tells(qian.got('data-used-100'), ['500MB', '用完', '9月30日', '0.29元/MB', '2651', '仅供参考'], ['1.02'])
  })

  it('TP10-08 TP10-09: at 200 %: how far beyond', () => {
    const { story, qian } = customer({ ...surf, language: 'en' })
    qian.hasUsed('2015-09-05 19:20', 1024, of500)
    story.until('2015-09-05 20:00')
    tells(qian.got('data-used-beyond'), [
      '524MB beyond',
      '30 Sep',
      'CNY 0.29 per MB',
      '2651',
      '19:20',
      'reference',
    ])
  })

  it('SI-18 NF-04: from 60 to 330 percent in one report at two at night: one message, at once, of the highest', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-05 23:00', 300, of500).hasUsed('2015-09-06 02:00', 1650, of500)
    story.until('2015-09-06 12:00')
    expect(qian.inbox).toEqual(['09-06 02:00 sms data-used-beyond'])
    tells(qian.got('data-used-beyond'), ['1.12GB'])
    expect(qian.fates.filter(fate => fate.endsWith('superseded'))).toHaveLength(3)
  })

  it('TP10-11: a new month begins afresh, and late word of the old one changes nothing', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-28 19:00', 410, of500).hasUsed('2015-10-01 00:10', 1, of500)
    qian.hasUsed(['2015-10-01 00:30', '2015-09-30 23:50'], 510, of500)
    qian.hasUsed('2015-10-09 19:00', 405, of500)
    story.until('2015-10-09 20:00')
    expect(qian.inbox).toEqual(['09-28 19:00 sms data-used-80', '10-09 19:00 sms data-used-80'])
    tells(qian.got('data-used-80'), ['95MB', '10月31日'])
  })

  it('G2: an older report or correction that comes late neither lowers the counter nor speaks', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-05 19:00', 410, of500)
    qian.hasUsed(['2015-09-05 19:05', '2015-09-05 18:00'], 300, of500)
    qian.hasReallyUsed(['2015-09-05 19:10', '2015-09-05 17:00'], 200, of500)
    qian.hasUsed('2015-09-05 19:30', 420, of500)
    story.until('2015-09-05 20:00')
    expect(qian.inbox).toEqual(['09-05 19:00 sms data-used-80'])
  })

  it('NF-17: who switched the alerts off still hears when it begins to cost money', () => {
    const { story, qian } = customer()
    qian.wishes('2015-09-02 09:00', { unsubscribe: ['data-alerts'] })
    qian.hasUsed('2015-09-05 19:00', 410, of500).hasUsed('2015-09-06 19:00', 501, of500)
    story.until('2015-09-06 20:00')
    expect(qian.fates).toEqual(['data-used-80: unsubscribed', 'data-used-100: delivered'])
  })

  it('SI-18: a booster makes the bucket bigger, and its own 80 % is told', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-05 19:00', 410, of500).hasUsed('2015-09-06 19:00', 420, { allowanceMB: 1000 })
    qian.hasUsed('2015-09-20 19:00', 810, { allowanceMB: 1000 })
    story.until('2015-09-20 20:00')
    expect(qian.inbox.filter(line => line.includes('80'))).toEqual([
      '09-05 19:00 sms data-used-80',
      '09-20 19:00 sms data-used-80',
    ])
  })
})

describe('below 5 MB, and no doubles within a day', () => {
  const rows: readonly (readonly [
    what: string,
    usedMB: readonly number[],
    allowanceMB: number,
    fates: readonly string[],
  ])[] = [
    [
      '500 MB: 80 % days before',
      [400, 440, 496],
      500,
      ['data-used-80: delivered', 'data-left-low: delivered'],
    ],
    [
      '30 MB: 5 left are beyond 80 %',
      [24, 25.5],
      30,
      ['data-used-80: delivered', 'data-left-low: told-recently'],
    ],
    [
      '20 MB: 5 left come before 80 %',
      [15, 16],
      20,
      ['data-left-low: delivered', 'data-used-80: told-recently'],
    ],
    ['both in one report', [497], 500, ['data-used-80: delivered', 'data-left-low: told-recently']],
    ['the last 5 MB gone at once', [505], 500, ['data-used-80: superseded', 'data-used-100: delivered']],
  ]
  it.each(rows)('CO-39 TP10-07: %s', (...[, usedMB, allowanceMB, fates]) => {
    const { story, qian } = customer()
    // Eleven hours from one report to the next: the third comes more than 24 hours after the first is told.
    for (const [n, used] of usedMB.entries()) {
      const hour = 7 + n * 13
      qian.hasUsed(`2015-09-0${5 + Math.floor(hour / 24)} ${String(hour % 24).padStart(2, '0')}:30`, used, {
        allowanceMB,
      })
    }
    story.until('2015-09-08 12:00')
    expect(qian.fates).toEqual(fates)
  })

  it('TP10-07 NF-27: what is left, until when, what follows, how to add', () => {
    for (const [language, facts] of [
      ['zh-CN', ['4MB', '9月30日', '0.29元/MB', '2651', '08:30', '仅供参考']],
      ['en', ['4MB', '30 Sep', 'CNY 0.29 per MB', '2651', '08:30', 'reference']],
    ] as const) {
      const { story, qian } = customer({ ...surf, language })
      qian.hasUsed('2015-09-05 08:30', 400, of500).hasUsed('2015-09-07 08:30', 496, of500)
      story.until('2015-09-07 12:00')
      tells(qian.got('data-left-low'), facts)
    }
  })
})

describe('no data in the plan', () => {
  const homely = { brand: 'easyown', planId: 'easyown-home' } as const

  it('TP10-01 TX-38: told at 100 KB, 2, 5 and 10 MB, each once', () => {
    const { story, qian } = customer(homely)
    for (const [n, used] of [0.05, 0.1, 1.9, 2, 2.1, 5.5, 9.9, 10, 30].entries())
      qian.hasUsed(`2015-09-05 1${n}:00`, used)
    story.until('2015-09-05 20:00')
    expect(qian.inbox).toEqual([
      '09-05 11:00 sms data-used-no-plan',
      '09-05 13:00 sms data-used-no-plan',
      '09-05 15:00 sms data-used-no-plan',
      '09-05 17:00 sms data-used-no-plan',
    ])
  })

  it('TP10-02 CO-22 CO-41 NF-27: what was used, its price, the small pack and its code', () => {
    const { story, qian } = customer(homely)
    qian.hasUsed('2015-09-05 10:00', 2.3)
    story.until('2015-09-05 20:00')
    tells(qian.got('data-used-no-plan'), [
      '9月',
      '2.3MB',
      '0.29元/MB',
      '5元30MB',
      '3121',
      '10:00',
      '仅供参考',
    ])
  })

  it('TP10-01: from nothing to 6 MB at once: one message, of 6 MB', () => {
    const { story, qian } = customer({ ...homely, language: 'en' })
    qian.hasUsed('2015-09-05 10:00', 6)
    story.until('2015-09-05 20:00')
    expect(qian.inbox).toHaveLength(1)
    tells(qian.got('data-used-no-plan'), ['6MB in September', 'no data', 'CNY 0.29 per MB', '30MB', '3121'])
  })
})

describe('what was told wrongly is put right', () => {
  it('TP0-07: 80 % told, 60 % true: corrected once, in allowed hours, with the real figures', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-05 22:00', 410, of500)
    qian.hasReallyUsed('2015-09-05 23:00', 300, of500).hasReallyUsed('2015-09-05 23:30', 290, of500)
    story.until('2015-09-06 12:00')
    expect(qian.inbox[0]).toBe('09-05 22:00 sms data-used-80')
    expect(qian.inbox[1]).toMatch(/^09-06 08:\d\d(:\d\d)? sms data-corrected$/)
    expect(qian.inbox).toHaveLength(2)
    tells(qian.got('data-corrected'), ['更正', '有误', '290MB', '210MB', '9月5日23:30', '仅供参考'])
  })

  it('TP0-07: and when the real use gets there, it is told again', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-05 10:00', 410, of500).hasReallyUsed('2015-09-05 11:00', 300, of500)
    qian.hasUsed('2015-09-20 10:00', 402, of500)
    story.until('2015-09-20 12:00')
    expect(qian.inbox.at(-1)).toBe('09-20 10:00 sms data-used-80')
  })

  it('TP0-07 NF-15: nobody is told that something was wrong which he never heard of', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-05 10:00', 390, of500).hasReallyUsed('2015-09-05 11:00', 300, of500)
    story.until('2015-09-06 12:00')
    expect(qian.inbox).toEqual([])
  })
})

describe('summaries', () => {
  it('SI-19: twice a month, on the 15th and the 25th, in the same minute of the day', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-14 21:00', 120, of500).hasUsed('2015-09-24 21:00', 180, of500)
    story.until('2015-09-30 20:00')
    const times = qian.inbox.map(line => line.replace(' sms data-summary', ''))
    expect(times.map(time => time.slice(0, 5))).toEqual(['09-15', '09-25'])
    expect(times[0]?.slice(6)).toBe(times[1]?.slice(6))
    tells(qian.got('data-summary'), ['180MB', '320MB', '9月30日', 'QXXJ', '9月24日', '仅供参考'])
  })

  it('SI-17 NF-17: cancelled, it stops; ordered again, it comes again', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-14 21:00', 120, of500).wishes('2015-09-14 22:00', { unsubscribe: ['data-summary'] })
    qian.hasUsed('2015-09-24 21:00', 180, of500).wishes('2015-09-24 22:00', { subscribe: ['data-summary'] })
    story.until('2015-09-30 20:00')
    expect(qian.fates).toEqual(['data-summary: unsubscribed', 'data-summary: delivered'])
  })

  it('CO-39: an alert the evening before says as much; a summary without fresh figures says nothing', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-14 21:00', 405, of500)
    story.until('2015-09-30 20:00')
    expect(qian.fates).toEqual([
      'data-used-80: delivered',
      'data-summary: told-recently',
      'data-summary: stale-facts',
    ])
  })

  it('SI-19: beyond the plan it says by how much', () => {
    const { story, qian } = customer({ ...surf, language: 'en' })
    qian.hasUsed('2015-09-10 21:00', 640, of500).hasUsed('2015-09-14 21:00', 650, of500)
    story.until('2015-09-15 20:00')
    tells(qian.got('data-summary'), ['650MB used', '150MB beyond your plan', 'QXXJ', '14 Sep'])
  })

  it('TP10-03: those without data in their plan have nothing to sum up', () => {
    const { story, qian } = customer({ brand: 'easyown', planId: 'easyown-home' })
    qian.hasUsed('2015-09-10 21:00', 1)
    story.until('2015-09-30 20:00')
    expect(qian.inbox).toEqual(['09-10 21:00 sms data-used-no-plan'])
  })
})

describe('weekly, for those who ordered it', () => {
  const mondays = ['09-07', '09-14']

  function weekly(profile: Partial<Profile>, usedMB: number, allowanceMB = 500): Customer {
    const { story, qian } = customer(profile)
    qian.wishes('2015-09-01 09:00', { subscribe: ['data-weekly'] })
    qian
      .hasUsed('2015-09-04 09:00', usedMB, { allowanceMB })
      .hasUsed('2015-09-06 22:00', usedMB, { allowanceMB })
    qian.hasUsed('2015-09-13 22:00', usedMB, { allowanceMB })
    story.until('2015-09-14 20:00')
    return qian
  }

  it('SI-17 TP10-03 TP10-04: on Mondays between nine and eleven, what was used and is left up to Sunday', () => {
    const qian = weekly(surf, 100)
    expect(qian.inbox.map(line => line.slice(0, 5))).toEqual(mondays)
    for (const line of qian.inbox) expect(line).toMatch(/^\S+ (09|10):\d\d(:\d\d)? sms data-weekly-much$/)
    tells(qian.got('data-weekly-much'), ['100MB', '400MB', '9月30日', 'QXZB', '9月13日', '仅供参考'])
  })

  const rows: readonly (readonly [
    packs: readonly string[],
    usedMB: number,
    allowanceMB: number,
    facts: readonly string[],
  ])[] = [
    [[], 405, 500, ['data-weekly-little', '95MB', '1561']],
    [['data-30'], 405, 500, ['data-weekly-little', '95MB', '1561']],
    [['data-2'], 405, 500, ['data-weekly-upgrade', '95MB', '5元', 'KTLL5']],
    [['data-5'], 26, 30, ['data-weekly-upgrade', '4MB', '10元', 'KTLL10']],
    [['data-10'], 520, 500, ['data-weekly-upgrade', '20MB', '20元', 'KTLL20']],
    [['data-20'], 500, 500, ['data-weekly-upgrade', '30元', 'KTLL30']],
  ]
  it.each(rows)('TP10-05 TP10-06 TP10-10: with %j and %d of %d MB: %j', (...row) => {
    const [packIds, usedMB, allowanceMB, [rule = '', ...facts]] = row
    const qian = weekly({ ...surf, packIds: [...packIds] }, usedMB, allowanceMB)
    const not = rule === 'data-weekly-little' ? ['KTLL'] : []
    tells(qian.got(rule), [...facts, 'QXZB', '9月13日', '仅供参考'], not)
  })

  it('SI-17: not to those who did not order it', () => {
    const { story, qian } = customer()
    qian.hasUsed('2015-09-04 09:00', 100, of500)
    story.until('2015-09-14 20:00')
    expect(qian.inbox).toEqual([])
  })

  it('CO-39: on a Monday that is also a summary’s day, who ordered the weekly one gets that and not both', () => {
    // Given a hundred customers with the weekly one ordered, each with minutes of his own; 15 June 2015 was a Monday,
    const story = new Story()
    const all = Array.from({ length: 100 }, (_, n) => story.customer(`monday-${n}`, surf))
    for (const one of all)
      one.isLoaded('2015-06-10 08:00').wishes('2015-06-10 08:00', { subscribe: ['data-weekly'] })
    for (const one of all) one.hasUsed('2015-06-14 08:00', 100, of500)
    // when that Monday has passed,
    story.until('2015-06-15 21:00')
    // then each has had one message.
    const inboxes = new Set(all.map(one => one.inbox.map(line => line.split(' ').at(-1)).join()))
    expect(inboxes).toEqual(new Set(['data-weekly-much']))
  })
})

describe('late facts', () => {
  const rows: readonly (readonly [hoursLate: number, fate: string])[] = [
    [1, 'data-used-80: delivered'],
    [3, 'data-used-80: too-late'],
  ]
  it.each(rows)('NF-02 G13: a report that is %d hours old: %s', (hours, fate) => {
    const { story, qian } = customer()
    qian.hasUsed([`2015-09-05 ${10 + hours}:00`, '2015-09-05 10:00'], 410, of500)
    story.until('2015-09-05 20:00')
    expect(qian.fates).toEqual([fate])
  })
})

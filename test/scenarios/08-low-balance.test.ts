/** Touchpoint 8: the balance runs out, or the number's validity does. */
import { describe, expect, it } from 'vitest'
import type { Customer, Profile } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

const easyown = { brand: 'easyown', planId: 'easyown-18' } as const
const mZone = { brand: 'm-zone', planId: 'm-zone-20' } as const
const gotone = { brand: 'gotone', planId: 'gotone-58' } as const

/** Top-ups themselves are told in touchpoint 9. */
const besides = (one: Customer): readonly string[] => one.inbox.filter(line => !line.includes(' top-up'))

function customer(profile: Partial<Profile> = easyown): { readonly story: Story; readonly he: Customer } {
  const story = new Story()
  const he = story.customer('he', profile)
  he.isLoaded('2012-11-01 09:00').hasLeft('2012-11-01 09:00', 60)
  return { story, he }
}

describe('at or below the limit of the brand', () => {
  const rows: readonly (readonly [profile: Partial<Profile>, left: number, rule: string | null])[] = [
    [easyown, 10.01, null],
    [easyown, 10, 'low-balance'],
    [mZone, 10.01, null],
    [mZone, 10, 'low-balance'],
    [gotone, 20.01, null],
    [gotone, 20, 'low-balance-gotone'],
    [{ ...gotone, payMode: 'postpaid' }, 5, null],
  ]
  it.each(rows)('TX-43 TP8-01 TP8-02 CO-08 SY-14: %o with %d yuan: %s', (profile, left, rule) => {
    const { story, he } = customer(profile)
    he.hasLeft('2012-11-05 15:00', left)
    story.until('2012-11-05 18:00')
    expect(he.inbox).toEqual(rule === null ? [] : [`11-05 15:00 sms ${rule}`])
  })

  it('TP8-03 TP8-10 TP8-12 TP8-15 CO-55: the exact balance and its hour, what follows at zero, how to pay and how to ask', () => {
    const { story, he } = customer()
    he.hasLeft('2012-11-05 15:04', 9.8)
    story.until('2012-11-05 18:00')
    const message = he.got('low-balance')
    tells(message, ['9.80元', '11月5日15:04', '停机', '营业厅', '充值卡', '手机银行', '11到10086'])
    expect(message.parts).toBe(1)
  })

  it('TP8-02 CO-55: GoTone is not told that it stops at zero, since it does not', () => {
    const { story, he } = customer({ ...gotone, language: 'en' })
    he.hasLeft('2012-11-05 15:04', 19.5)
    story.until('2012-11-05 18:00')
    tells(
      he.got('low-balance-gotone'),
      ['CNY 19.50', '15:04 on 5 Nov', 'pause', 'text 11 to 10086'],
      ['stops'],
    )
  })

  it('NF-15: falling on and on is one spell and one message', () => {
    const { story, he } = customer()
    for (const [n, left] of [10, 8, 5, 2, 0.3].entries()) he.hasLeft(`2012-11-05 1${n}:00`, left)
    story.until('2012-11-05 18:00')
    expect(he.inbox).toEqual(['11-05 10:00 sms low-balance'])
  })

  it('TP8-01: topped up and run down again is a new spell', () => {
    const { story, he } = customer()
    he.hasLeft('2012-11-05 10:00', 9)
    he.pays('2012-11-06 10:00', 50, { left: 58 })
    he.hasLeft('2012-11-20 10:00', 10)
    story.until('2012-11-20 18:00')
    expect(besides(he)).toEqual(['11-05 10:00 sms low-balance', '11-20 10:00 sms low-balance'])
  })

  it('TP8-01: a top-up that stays below the limit does not bring the message again', () => {
    const { story, he } = customer()
    he.hasLeft('2012-11-05 10:00', 2)
    he.pays('2012-11-05 11:00', 5, { left: 7 })
    he.hasLeft('2012-11-05 12:00', 6)
    story.until('2012-11-05 18:00')
    expect(besides(he)).toHaveLength(1)
  })
})

describe('at night', () => {
  it('NF-04 NF-14 TP5-08: forty who run low at night hear of it after eight, spread, with the balance of then', () => {
    // Given twenty Easyown and twenty GoTone customers with sixty yuan each,
    const story = new Story()
    const all = Array.from({ length: 40 }, (_, n) =>
      story.customer(`night-${n}`, n % 2 === 0 ? easyown : gotone),
    )
    for (const one of all) one.isLoaded('2012-11-01 09:00').hasLeft('2012-11-01 09:00', 60)
    // when all of them fall below their limits between eleven and midnight, and a little further until six,
    for (const [n, one] of all.entries()) one.hasLeft(`2012-11-05 23:${String(n).padStart(2, '0')}`, 9.8)
    for (const one of all) one.hasLeft('2012-11-06 06:00', 8.4)
    story.until('2012-11-06 12:00')
    // then each hears of it once, between eight and nine, in minutes of their own, with the balance of six o'clock.
    const times = all.map(one => one.inbox.map(line => line.slice(0, 8)).join())
    expect(new Set(times)).toEqual(new Set(['11-06 08']))
    const minutes = new Set(all.map(one => one.inbox[0]?.slice(6, 11)))
    expect(minutes.size).toBeGreaterThan(20)
    tells(all[0]!.got('low-balance'), ['8.40元', '11月6日06:00'])
  })

  it('TP8-08 NF-10: a top-up before eight cancels the note of the night, and says so', () => {
    // Given He, below the limit at ten past eleven, so that a note waits for the morning,
    const { story, he } = customer()
    he.hasLeft('2012-11-05 23:10', 9.8)
    // when he tops up over breakfast,
    he.pays('2012-11-06 07:30', 50, { left: 59.8 })
    story.until('2012-11-06 12:00')
    // then he is left in peace, and whoever asks why finds the condition that no longer held.
    expect(besides(he)).toEqual([])
    expect(he.fates).toContain('low-balance: moot')
    expect(he.noteOn('low-balance')).toContain('account.balanceMicroYuan <= event.limitMicroYuan')
  })

  it('NF-04 BS-03: ten to nine in the evening is too late to arrive today; his own hours are kept as well', () => {
    const { story, he } = customer()
    he.wishes('2012-11-02 09:00', { activeHours: { from: '18:00', to: '20:00' } })
    he.hasLeft('2012-11-05 20:50', 9.8)
    story.until('2012-11-06 21:00')
    expect(he.inbox[0]).toMatch(/^11-06 18:\d\d/)
  })
})

describe('the warning must arrive', () => {
  it('TP8-13 NF-03 TP8-09 TP0-08 TP0-11: the text fails, so he is called', () => {
    const { story, he } = customer()
    he.handset.answers.sms = 'failed'
    he.hasLeft('2012-11-05 15:00', 9.8)
    story.until('2012-11-06 18:00')
    expect(he.inbox).toEqual(['11-05 15:00 sms low-balance', '11-05 15:00:04 voice low-balance'])
    expect(he.fates).toEqual(['low-balance: delivered'])
  })

  it('TP8-14: who prefers calls is called first', () => {
    const { story, he } = customer()
    he.wishes('2012-11-02 09:00', { channel: 'voice' })
    he.hasLeft('2012-11-05 15:00', 9.8)
    story.until('2012-11-06 18:00')
    expect(he.inbox).toEqual(['11-05 15:00 voice low-balance'])
  })

  it('G5: sent at eight in the evening to a phone that is off, it cannot arrive at night and is sent again in the morning', () => {
    const { story, he } = customer()
    he.handset.off('2012-11-05 19:00', '2012-11-06 07:00')
    he.hasLeft('2012-11-05 20:00', 9.8)
    story.until('2012-11-06 12:00')
    expect(he.inbox).toEqual([
      '11-05 20:00 sms low-balance',
      expect.stringMatching(/^11-06 08:\d\d(:\d\d)? sms low-balance$/),
    ])
    expect(he.fates).toEqual(['low-balance: delivered'])
  })
})

describe('G6: no restriction without a warning that arrived', () => {
  const alarms = (he: Customer): readonly string[] => he.chronicle.alarms.map(({ kind }) => kind)

  it('TP8-08 NF-16 TP9-01: warned by text, then suspended at zero: no alarm, and told what happened', () => {
    const { story, he } = customer()
    he.hasLeft('2012-11-05 15:00', 9.8).hasLeft('2012-11-07 22:30', 0)
    he.is('2012-11-07 22:31', 'suspended', 'arrears')
    story.until('2012-11-08 12:00')
    expect(alarms(he)).toEqual([])
    expect(he.inbox.at(-1)).toBe('11-07 22:31 sms line-suspended')
    tells(he.got('line-suspended'), ['不能拨打和接听', '0.00元', '11月7日22:30'])
  })

  it('TP8-08 TP8-13 NF-16: low at eleven at night, suspended at two, the warning still waiting for the morning: flagged', () => {
    const { story, he } = customer()
    he.hasLeft('2012-11-05 23:00', 4).hasLeft('2012-11-06 02:00', -0.5)
    he.is('2012-11-06 02:01', 'suspended', 'arrears')
    story.until('2012-11-06 12:00')
    expect(alarms(he)).toEqual(['restricted-unwarned'])
    expect(he.inbox).toEqual(['11-06 02:01 sms line-suspended'])
    expect(he.fates).toEqual(['low-balance: superseded', 'line-suspended: delivered'])
  })

  it('TP8-13: warned twice, heard neither: flagged', () => {
    const { story, he } = customer(gotone)
    he.handset.answers.sms = 'failed'
    he.handset.answers.voice = 'failed'
    he.hasLeft('2012-11-05 15:00', 19).hasLeft('2012-11-07 15:00', 0)
    he.is('2012-11-07 15:01', 'restricted', 'arrears')
    expect(alarms(he)).toEqual(['restricted-unwarned'])
    story.until('2012-11-08 12:00')
    expect(he.fates[0]).toBe('low-balance-gotone: failed')
  })

  it('NF-16: the warning of an earlier spell does not count, even if it arrives late', () => {
    const { story, he } = customer()
    // Warned while the phone is off, topped up before it is on again: the old text arrives into a new situation.
    he.handset.off('2012-11-05 14:00', '2012-11-05 16:00')
    he.hasLeft('2012-11-05 15:00', 9).pays('2012-11-05 15:30', 50, { left: 59 })
    he.hasLeft('2012-11-25 23:00', 3).is('2012-11-26 01:00', 'suspended', 'arrears')
    story.until('2012-11-26 02:00')
    expect(alarms(he)).toEqual(['restricted-unwarned'])
  })

  it('CO-55: a phone reported lost is no matter of arrears: no alarm, no word of money', () => {
    const { story, he } = customer()
    he.is('2012-11-05 15:00', 'suspended', 'lost-phone')
    story.until('2012-11-06 12:00')
    expect(alarms(he)).toEqual([])
    expect(he.inbox).toEqual([])
  })

  it('TP9-17 TP9-21: paid at night, booked first, then back: said at once, in that order', () => {
    const { story, he } = customer(gotone)
    he.hasLeft('2012-11-05 15:00', 19).hasLeft('2012-11-07 15:00', 0)
    he.is('2012-11-07 15:01', 'restricted', 'arrears')
    he.pays('2012-11-07 23:20', 50, { left: 50 }).is('2012-11-07 23:20', 'normal', 'paid')
    story.until('2012-11-08 12:00')
    expect(he.inbox.slice(1)).toEqual([
      '11-07 15:01 sms line-restricted',
      '11-07 23:20 sms top-up-stopped',
      '11-07 23:20:04 sms line-restored',
    ])
    tells(he.got('line-restored'), ['恢复通话', '50.00元'])
  })
})

describe('the head of a unified payment', () => {
  /** Joining itself is told too, in touchpoint 2. */
  const heard = (one: Customer): readonly string[] => one.inbox.filter(line => !line.includes(' pay-'))

  function family(): {
    readonly story: Story
    readonly head: Customer
    readonly members: readonly Customer[]
  } {
    const story = new Story()
    const head = story.customer('head', gotone)
    const members = ['wife', 'son'].map(name => story.customer(name, mZone))
    for (const one of [head, ...members]) one.isLoaded('2012-11-01 09:00')
    head.hasLeft('2012-11-01 09:30', 200)
    for (const one of members) one.isPaidForBy('2012-11-01 10:00', head)
    return { story, head, members }
  }

  it('TP8-16 TP8-17 CO-09: at fifty yuan he is called, the text that the call announces follows, with the number of those for whom he pays', () => {
    const { story, head } = family()
    head.hasLeft('2012-11-05 15:00', 50.01).hasLeft('2012-11-05 16:00', 50)
    story.until('2012-11-06 12:00')
    expect(heard(head)).toEqual([
      '11-05 16:00 voice low-balance-head-call',
      '11-05 16:00:40 sms low-balance-head',
    ])
    tells(head.got('low-balance-head'), ['50.00元', '11月5日16:00', '2位成员', '11到10086'])
  })

  it('TP8-09 NF-28: the call is not taken, and the text that it would have announced follows all the same', () => {
    const { story, head } = family()
    head.handset.answers.voice = 'failed'
    head.hasLeft('2012-11-05 16:00', 50)
    story.until('2012-11-06 12:00')
    expect(heard(head)).toEqual([
      '11-05 16:00 voice low-balance-head-call',
      '11-05 16:00:40 sms low-balance-head',
    ])
    expect(head.fates.filter(fate => !fate.startsWith('pay-'))).toEqual([
      'low-balance-head-call: failed',
      'low-balance-head: delivered',
    ])
  })

  it('TP2-05: a member has no limit of his own: the head pays', () => {
    const { story, members } = family()
    for (const one of members) one.hasLeft('2012-11-05 15:00', 0.5)
    story.until('2012-11-06 12:00')
    expect(members.flatMap(heard)).toEqual([])
  })

  it('TP8-17 TP2-04: with thirty yuan he was well above his own limit; taking on a member, he is below that of a head', () => {
    const story = new Story()
    const head = story.customer('head', { ...gotone, language: 'en' }).isLoaded('2012-11-01 09:00')
    const son = story.customer('son', mZone).isLoaded('2012-11-01 09:00')
    head.hasLeft('2012-11-04 09:30', 30)
    son.isPaidForBy('2012-11-05 10:00', head)
    story.until('2012-11-05 12:00')
    expect(heard(head)).toEqual([
      '11-05 10:00 voice low-balance-head-call',
      '11-05 10:00:40 sms low-balance-head',
    ])
    tells(head.got('low-balance-head'), ['CNY 30.00', '1 member you pay for'])
  })
})

describe('validity', () => {
  const rows: readonly (readonly [what: string, lastDay: string, inbox: readonly string[]])[] = [
    ['eight days left: tomorrow at nine', '2012-11-13', ['11-06 09:00 sms validity-ends']],
    ['seven days left, learnt after nine: at once', '2012-11-12', ['11-05 15:00 sms validity-ends']],
    ['three days left: at once', '2012-11-08', ['11-05 15:00 sms validity-ends']],
    ['the last day', '2012-11-05', ['11-05 15:00 sms validity-ends']],
    ['over since yesterday: nothing to announce', '2012-11-04', []],
  ]
  it.each(rows)('TX-43 TP8-01 CO-08: %s', (_what, lastDay, inbox) => {
    const { story, he } = customer()
    he.hasLeft('2012-11-05 15:00', 60, lastDay)
    story.until('2012-11-07 12:00')
    expect(he.inbox).toEqual(inbox)
  })

  it('TP8-10 TP8-12 BT-05: the last day, what follows, and how to prolong it', () => {
    for (const [language, facts] of [
      ['zh-CN', ['11月20日', '停机', '充值', '营业厅', '11到10086']],
      ['en', ['20 Nov', 'service stops', 'Top up', 'text 11 to 10086']],
    ] as const) {
      const { story, he } = customer({ ...easyown, language })
      he.hasLeft('2012-11-05 15:00', 60, '2012-11-20')
      story.until('2012-11-20 12:00')
      expect(he.inbox).toEqual(['11-13 09:00 sms validity-ends'])
      tells(he.got('validity-ends'), facts)
    }
  })

  it('TP8-01: moved by a payment, it is announced before its new day and not before the old', () => {
    const { story, he } = customer(mZone)
    he.hasLeft('2012-11-05 15:00', 60, '2012-11-20')
    he.pays('2012-11-10 12:00', 50, { left: 100, validUntil: '2012-12-20' })
    story.until('2012-12-31 12:00')
    expect(besides(he)).toEqual(['12-13 09:00 sms validity-ends'])
  })

  it('TP8-02: GoTone knows no validity', () => {
    const { story, he } = customer(gotone)
    he.hasLeft('2012-11-05 15:00', 60, '2012-11-08')
    story.until('2012-11-20 12:00')
    expect(he.inbox).toEqual([])
  })
})

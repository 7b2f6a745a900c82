import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cold, Hot } from './account.ts'
import { emptyCold, emptyHot } from './account.ts'
import { coldFrom, coldText, hotFrom, hotText, StateTooNew } from './state-text.ts'
import { classes } from '../reminder.ts'

const text = fc.string({ minLength: 1, maxLength: 12 })
const instant = fc.integer({ min: 0, max: 2e12 })
const count = fc.nat(1000)
const channel = fc.constantFrom('sms', 'voice', 'email', 'push', 'staff-call')
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const list = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 4 })

const hot = fc.record({
  decisions: count,
  time: instant,
  ring: list(fc.record({ hash: fc.nat(2 ** 32 - 1), time: instant })),
  floor: instant,
  balance: orNull(fc.record({ amount: fc.integer({ min: -1e12, max: 1e12 }), asOf: instant })),
  validity: orNull(fc.record({ untilDay: text, asOf: instant })),
  standing: fc.record({
    state: fc.constantFrom('normal', 'restricted', 'suspended'),
    since: instant,
    asOf: instant,
  }),
  warnedAt: orNull(instant),
  meters: list(
    fc.record({
      bucket: text,
      line: text,
      kind: fc.constantFrom('data', 'roaming-data'),
      from: instant,
      until: instant,
      used: fc.nat(),
      allowance: fc.nat(),
      asOf: instant,
    }),
  ),
  bill: orNull(
    fc.record({
      month: text,
      due: count,
      payBy: text,
      payer: fc.constantFrom('self', 'company', null),
      line: orNull(text),
      issuedAt: instant,
    }),
  ),
  charges: list(fc.record({ line: text, kind: text, since: text, amount: count })),
  abroad: list(fc.record({ line: text, mcc: text, asOf: instant })),
  told: list(
    fc.record({
      key: text,
      rule: text,
      line: text,
      bucket: orNull(text),
      measure: fc.constantFrom(null, 'percent', 'used', 'left'),
      limit: orNull(count),
      period: orNull(instant),
      at: instant,
      until: instant,
      times: count,
      armed: fc.boolean(),
    }),
  ),
  days: list(fc.record({ line: text, day: text, count })),
  misses: list(fc.record({ channel, count })),
  open: list(
    fc.record({
      id: text,
      rule: text,
      version: text,
      line: text,
      class: fc.constantFrom(...classes),
      state: fc.constantFrom('planned', 'attempted'),
      due: instant,
      usefulUntil: instant,
      group: orNull(text),
      order: count,
      rung: count,
      channel,
      attempts: count,
      attemptedAt: instant,
      waitingSince: instant,
      tried: fc.uniqueArray(channel),
      restAt: instant,
      isAwaited: fc.boolean(),
    }),
  ),
}) as unknown as fc.Arbitrary<Hot>

const cold = fc.record({
  lines: list(
    fc.record({
      id: text,
      brand: fc.constantFrom('gotone', 'easyown', 'm-zone'),
      planId: text,
      packIds: list(text),
      payMode: fc.constantFrom('prepaid', 'postpaid'),
      star: fc.nat(5),
      vip: fc.constantFrom('none', 'silver', 'gold', 'diamond'),
      language: fc.constantFrom('zh-CN', 'en'),
      province: text,
      city: text,
      birthYear: orNull(fc.integer({ min: 1900, max: 2100 })),
      openedAt: instant,
      closedAt: orNull(instant),
      preferences: fc.record({
        channel: orNull(channel),
        activeHours: orNull(fc.record({ from: text, to: text })),
        marketingConsent: fc.boolean(),
        subscribed: list(text),
        unsubscribed: list(text),
        since: fc.array(fc.tuple(text, instant), { maxLength: 4 }),
      }),
      subscriptions: list(
        fc.record({
          id: text,
          kind: fc.constantFrom('service', 'promotion'),
          since: text,
          lastDay: orNull(text),
          lastMonth: orNull(text),
          returnDay: orNull(fc.integer({ min: 1, max: 31 })),
        }),
      ),
    }),
  ),
  payment: fc.record({
    role: fc.constantFrom('single', 'head', 'member'),
    head: orNull(text),
    members: count,
  }),
  family: fc.record({ head: orNull(text), members: list(text) }),
  dependents: list(text),
  contacts: list(
    fc.record({
      id: text,
      times: count,
      line: orNull(text),
      role: fc.constantFrom('company', 'payer', 'relative'),
      aboutMasked: text,
      asOf: instant,
      removed: fc.boolean(),
    }),
  ),
  blocks: list(
    fc.record({
      id: text,
      kind: fc.constantFrom('touchpoint', 'rule'),
      value: text,
      line: orNull(text),
      until: instant,
      askedBy: text,
      approvedBy: text,
    }),
  ),
}) as unknown as fc.Arbitrary<Cold>

test('a hot state comes back as it was written, on one line', () => {
  fc.assert(
    fc.property(hot, state => {
      expect(hotFrom(hotText(state))).toEqual(state)
      expect(hotText(state)).not.toContain('\n')
    }),
  )
})

test('a cold state comes back as it was written, on one line', () => {
  fc.assert(
    fc.property(cold, state => {
      expect(coldFrom(coldText(state))).toEqual(state)
      expect(coldText(state)).not.toContain('\n')
    }),
  )
})

test('an account of which nothing is known takes next to nothing', () => {
  expect(hotText(emptyHot)).toBe('{"v":1,"n":0,"t":0}')
  expect(coldText(emptyCold)).toBe('{"v":1,"l":[]}')
})

test('a state of a newer version is refused with a clear line', () => {
  expect(() => hotFrom('{"v":2,"n":0,"t":0}')).toThrow(StateTooNew)
  expect(() => coldFrom('{"v":99,"l":[]}')).toThrow('version 99')
})

/** One stored text per version: they are on customers' disks and must be read for ever. */
test.each([
  [
    1,
    '{"v":1,"n":41,"t":1763712000000,"r":[123456,-3600000,987654,0],"f":-7200000,"b":[9800000,-60000],"m":[["data",0,null,-1785600000,806400000,419430400,524288000]],"k":[["data-used-80/A17-1/2025-11","data-used-80",0,-60000,806400000,"data","percent",80]],"l":["A17-1"]}',
  ],
])('a stored hot row of version %d is read as it was meant', (_, stored) => {
  const state = hotFrom(stored)
  expect(state).toMatchObject({
    decisions: 41,
    floor: 1_763_704_800_000,
    balance: { amount: 9_800_000, asOf: 1_763_711_940_000 },
    standing: { state: 'normal', since: 0 },
    warnedAt: null,
    meters: [{ bucket: 'data', line: 'A17-1', kind: 'data', used: 419_430_400, allowance: 524_288_000 }],
    told: [{ rule: 'data-used-80', limit: 80, times: 1, armed: false }],
    open: [],
  })
  expect(state.ring).toEqual([
    { hash: 123_456, time: 1_763_708_400_000 },
    { hash: 987_654, time: 1_763_712_000_000 },
  ])
})

test('a stored bill from before its payer was kept is read as one of which that is not known', () => {
  const stored = '{"v":1,"n":2,"t":1763712000000,"i":["2025-10",86500000,"2025-11-30"]}'
  expect(hotFrom(stored).bill).toEqual({
    month: '2025-10',
    due: 86_500_000,
    payBy: '2025-11-30',
    payer: null,
    line: null,
    issuedAt: 0,
  })
})

test('a stored cold row of version 1 is read as it was meant', () => {
  const stored =
    '{"v":1,"l":[[["A17-1","gotone","gt-88","postpaid",null,"zhejiang","taizhou",1763000000000,3],[null,null,true]]],"p":["member","A9"]}'
  expect(coldFrom(stored)).toEqual({
    lines: [
      {
        id: 'A17-1',
        brand: 'gotone',
        planId: 'gt-88',
        payMode: 'postpaid',
        language: 'zh-CN',
        province: 'zhejiang',
        city: 'taizhou',
        openedAt: 1_763_000_000_000,
        star: 3,
        vip: 'none',
        birthYear: null,
        packIds: [],
        closedAt: null,
        preferences: {
          channel: null,
          activeHours: null,
          marketingConsent: true,
          subscribed: [],
          unsubscribed: [],
          since: [],
        },
        subscriptions: [],
      },
    ],
    payment: { role: 'member', head: 'A9', members: 0 },
    family: { head: null, members: [] },
    dependents: [],
    contacts: [],
    blocks: [],
  })
})

test('NF-12: a stored block is read as it was meant', () => {
  const stored =
    '{"v":1,"l":[],"b":[["7",null,"bill",1764000000000,"wang","li"],["8","rule","top-up",1764000000000,"wang","li","A17-1"]]}'
  const both = { until: 1_764_000_000_000, askedBy: 'wang', approvedBy: 'li' }
  expect(coldFrom(stored).blocks).toEqual([
    { id: '7', kind: 'touchpoint', value: 'bill', line: null, ...both },
    { id: '8', kind: 'rule', value: 'top-up', line: 'A17-1', ...both },
  ])
  expect(coldText(coldFrom(stored))).toBe(stored)
})

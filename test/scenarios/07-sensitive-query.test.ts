/** Touchpoint 7: somebody looked at private facts. The owner hears of it at once, whoever it was. */
import { describe, expect, it } from 'vitest'
import type { Customer } from './customer.ts'
import { tells } from './facts-told.ts'
import { Story } from './story.ts'

function owner(language: 'zh-CN' | 'en' = 'zh-CN'): { readonly story: Story; readonly zhao: Customer } {
  const story = new Story()
  const zhao = story.customer('zhao', { language })
  zhao.isLoaded('2012-06-01 09:00')
  return { story, zhao }
}

describe('at three in the morning somebody reads the call records of May on the website', () => {
  function readAtNight(language: 'zh-CN' | 'en'): Customer {
    // Given Zhao, asleep, when somebody with his password and the code texted to him reads his records,
    const { story, zhao } = owner(language)
    zhao.isLookedUp('2012-06-09 03:07', { month: '2012-05' })
    // then what he finds on his phone at noon came that very minute.
    story.until('2012-06-09 12:00')
    return zhao
  }

  it('TP7-02 NF-01 NF-04: told within the minute, in the middle of the night', () => {
    expect(readAtNight('zh-CN').inbox).toEqual(['06-09 03:07 sms sensitive-query'])
    expect(readAtNight('zh-CN').fates).toEqual(['sensitive-query: delivered'])
  })

  it('TP7-03: day, hour and minute; what was read and of which month; where; with which proof; what to do', () => {
    const message = readAtNight('zh-CN').got('sensitive-query')
    tells(message, ['6月9日03:07', '5月通话和上网明细', '网站', '服务密码和短信验证码', '10086'])
    expect(message.parts).toBe(1)
  })

  it('TP7-03 NF-20: in English', () => {
    const message = readAtNight('en').got('sensitive-query')
    tells(message, [
      '03:07 on 9 Jun',
      'call and data records for May',
      'website',
      'password and code',
      'Call 10086',
    ])
    expect(message.parts).toBe(1)
  })
})

describe('any private fact, any channel, any proof', () => {
  type Query = NonNullable<Parameters<Customer['isLookedUp']>[1]>
  const rows: readonly (readonly [query: Query, zh: readonly string[], en: readonly string[]])[] = [
    [{ kind: 'location', channel: 'hotline' }, ['所在位置', '热线'], ['location', 'by phone']],
    [
      { kind: 'name', channel: 'hall', verifiedBy: 'id-document' },
      ['机主姓名', '营业厅', '身份证件'],
      ['registered name', 'shop', 'ID document'],
    ],
    [
      { kind: 'id-number', channel: 'app', verifiedBy: 'service-password' },
      ['证件号码', '客户端', '服务密码'],
      ['ID number', 'app', 'password'],
    ],
    [{ kind: 'family-net', channel: 'sms' }, ['亲情网成员', '短信'], ['family group', 'by text']],
    [
      { kind: 'virtual-net', channel: 'kiosk' },
      ['单位短号网名称', '自助终端'],
      ['company group name', 'terminal'],
    ],
  ]
  it.each(rows)('TP7-01 TP7-03: %o', (query, zh, en) => {
    for (const [language, facts] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      const { story, zhao } = owner(language)
      zhao.isLookedUp('2012-06-09 10:00', query)
      story.until('2012-06-09 12:00')
      tells(zhao.got('sensitive-query'), facts)
    }
  })
})

it('TP7-02 NF-05: seven queries in a day are seven notices: no cap, no merging, nothing to switch off', () => {
  const { story, zhao } = owner()
  zhao.wishes('2012-06-02 09:00', { unsubscribe: ['sensitive-query', 'data-alerts'] })
  for (const hour of [9, 10, 11, 12, 13, 14, 15])
    zhao.isLookedUp(`2012-06-09 ${String(hour).padStart(2, '0')}:00`)
  story.until('2012-06-09 20:00')
  expect(zhao.fates).toEqual(Array.from({ length: 7 }, () => 'sensitive-query: delivered'))
})

it('NF-03 TP7-07: the text is lost, so a call follows; only one of them counts', () => {
  const { story, zhao } = owner()
  zhao.handset.answers.sms = 'failed'
  zhao.isLookedUp('2012-06-09 10:00')
  story.until('2012-06-09 20:00')
  expect(zhao.inbox).toEqual(['06-09 10:00 sms sensitive-query', '06-09 10:00:04 voice sensitive-query'])
  expect(zhao.fates).toEqual(['sensitive-query: delivered'])
})

it('NF-02 G4: no word of the text for six hours and ten minutes: it can no longer arrive, and a call follows', () => {
  const { story, zhao } = owner()
  zhao.handset.answers.sms = 'silence'
  zhao.isLookedUp('2012-06-09 10:00')
  story.until('2012-06-09 20:00')
  expect(zhao.inbox).toEqual(['06-09 10:00 sms sensitive-query', '06-09 16:10 voice sensitive-query'])
})

describe('a fact that comes late', () => {
  it('TP7-02: five hours late is still told, with the time at which it happened', () => {
    const { story, zhao } = owner()
    zhao.isLookedUp(['2012-06-09 10:00', '2012-06-09 05:00'])
    story.until('2012-06-09 12:00')
    tells(zhao.got('sensitive-query'), ['6月9日05:00'])
  })

  it('NF-02: a day late is past its use: withheld, and it says so', () => {
    const { story, zhao } = owner()
    zhao.isLookedUp(['2012-06-10 06:00', '2012-06-09 05:00'])
    story.until('2012-06-10 12:00')
    expect(zhao.inbox).toEqual([])
    expect(zhao.fates).toEqual(['sensitive-query: too-late'])
    expect(zhao.noteOn('sensitive-query')).toContain('2012-06-08T21:00')
  })
})

it('TP7-02 PW-24: two owners on one day hear each of their own', () => {
  const { story, zhao } = owner()
  const sun = story.customer('sun', { language: 'en' }).isLoaded('2012-06-01 09:01')
  zhao.isLookedUp('2012-06-09 10:00', { kind: 'location', channel: 'hotline' })
  sun.isLookedUp('2012-06-09 10:00', { kind: 'name', channel: 'hall' })
  story.until('2012-06-09 12:00')
  tells(zhao.got('sensitive-query'), ['所在位置'])
  tells(sun.got('sensitive-query'), ['registered name'])
  expect(zhao.inbox).toHaveLength(1)
})

/** What came with the complete rulebook to touchpoints that had a chapter before, and the small new ones. */
import type { EventType } from '../../../src/core/event/event.ts'
import { megabytes, yuan } from '../../../src/core/units.ts'
import type { Customer } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const loaded = '2015-04-01 09:00'
const now = '2015-04-08 10:00'

type Body = Readonly<Record<string, unknown>>

function on(template: string, what: string, ...fact: readonly [type: EventType, body: Body]): Situation {
  const [type, body] = fact
  const happens = (one: Customer): void => {
    one.isLoaded(loaded).wishes('2015-04-02 09:00', { marketingConsent: true })
    one.tell(now, type, body)
  }
  return { template, what, happens, until: '2015-04-09 20:00' }
}

const charges = (template: string, kind: 'roaming' | 'data' | 'calls'): Situation =>
  on(template, kind, 'charges.reported', { kind, since: '2015-04-01', amountMicroYuan: yuan(104) })

const order = (stage: string, kind: string, part: Body = {}): Situation =>
  on(`order-${stage}`, kind, 'order.progressed', { orderId: 'W-0408-7', kind, stage, ...part })

const contact = (template: string, about: string, part: Body = {}): Situation =>
  on(template, about, 'contact.recorded', { channel: 'hotline', about, ...part })

const broadband: Situation = {
  template: 'broadband-ends',
  what: 'a month before',
  happens: one =>
    void one.isLoaded(loaded).tell(now, 'promotion.confirmed', {
      promotionId: 'broadband-100',
      startsOn: '2015-04-08',
      lastDay: '2016-04-07',
    }),
  until: '2016-03-09 20:00',
}

const dataCare: Situation = {
  template: 'data-care',
  what: 'a month after asking',
  happens: one => {
    one.isLoaded(loaded).hasUsed('2015-04-08 09:00', 100, { allowanceMB: 500 })
    one.tell(now, 'contact.recorded', { channel: 'hotline', about: 'data-use' })
    one.hasUsed('2015-05-07 20:00', 160, { allowanceMB: 500 })
  },
  until: '2015-05-08 20:00',
}

const visit = { visitOn: '2015-04-10', visitFrom: '09:00', visitTo: '11:00' }

export const further: Chapter = {
  touchpoint: 'broadband, charges, points, campaigns, care',
  points: {
    'low-balance-head-call': [/余额\d+/, /^Balance CNY/],
    'broadband-ends': [/家庭宽带.+\d月/, /Home broadband/],
    'broadband-balance': [/宽带余额8/, /Broadband balance/],
    'linked-stop-ahead': [/为您付费的号码/, /Only CNY/],
    'roaming-open-calls': [/国际/, /International/],
    'roaming-open-prices': [/12593从内地打境外/, /12593 calls/],
    'roaming-open-data': [/境外上网/, /Data abroad/],
    'roaming-open-place': [/泰国/, /Thailand/],
    'roaming-charges': [/境外费用已达104/, /Charges abroad/],
    'data-surge': [/近3小时/, /You used 3GB/],
    'charges-step': [/套餐外.+费用/, /CNY 104/],
    'points-changed': [/积分增加/, /Points: 120/],
    'anniversary-young': [/入网满1年/, /^1 year/],
    'anniversary-valued': [/满1年/, /1 year/],
    'opening-tips-senior': [/查余额/, /^Text 11/],
    'spending-weekly': [/费用26\.50元/, /You spent CNY 26/],
    'points-expiring': [/积分900分/, /Your 900 points/],
    campaign: [/春季流量/, /Spring data/],
    'campaign-young': [/春季流量/, /Spring data/],
    'order-accepted': [/宽带安装|投诉/, /We have your/],
    'order-assigned': [/宽带安装/, /broadband/],
    'order-scheduled': [/4月10日09:00/, /Visit on 10 Apr/],
    'order-done': [/故障报修/, /repair/],
    'contact-bill': [/费用/, /charges/],
    'contact-menu': [/不用等/, /No need to wait/],
    'contact-looked': [/天气预报/, /You looked at/],
    'data-care': [/已用160MB/, /Data: 160MB/],
    anniversary: [/满1年/, /With us for 1 year/],
    'password-hint': [/服务密码/, /change your/],
    'reply-kept': [/短信已收到/, /Your text has/],
  },
  situations: [
    {
      template: 'low-balance-head-call',
      what: 'the call before the text',
      profile: { brand: 'gotone', planId: 'gotone-58' },
      happens: one => {
        one.isLoaded(loaded).hasLeft('2015-04-01 10:00', 200)
        one.tell('2015-04-02 10:00', 'payment-group.member-joined', { member: 'somebody' })
        one.hasLeft(now, 48.5)
      },
      until: '2015-04-08 20:00',
    },
    broadband,
    on('broadband-balance', 'eight yuan', 'broadband.balance-low', { balanceMicroYuan: yuan(8) }),
    on('linked-stop-ahead', 'ten yuan', 'broadband.stop-ahead', { balanceMicroYuan: yuan(10) }),
    on('roaming-open-calls', 'opened', 'roaming.opened', {}),
    on('roaming-open-prices', 'the prices of 2012', 'roaming.opened', {}),
    on('roaming-open-data', 'anywhere', 'roaming.opened', {}),
    on('roaming-open-place', 'Thailand', 'roaming.opened', { mcc: '520' }),
    charges('roaming-charges', 'roaming'),
    charges('charges-step', 'data'),
    charges('charges-step', 'calls'),
    on('data-surge', 'three hours', 'usage.surged', { usedBytes: megabytes(3072), hours: 3 }),
    on('points-changed', 'gained', 'points.changed', { gained: 120, spent: 0, total: 2380 }),
    on('points-changed', 'both', 'points.changed', { gained: 120, spent: 800, total: 1700 }),
    {
      template: 'spending-weekly',
      what: 'ordered',
      happens: one => {
        one.isLoaded(loaded).wishes('2015-04-02 09:00', { subscribe: ['spending-weekly'] })
        one.tell(now, 'spending.reported', {
          since: '2015-03-30',
          until: '2015-04-05',
          amountMicroYuan: yuan(26.5),
          balanceMicroYuan: yuan(33.5),
        })
      },
      until: '2015-04-09 20:00',
    },
    on('points-expiring', 'within a month', 'points.expiring', {
      expiring: 900,
      total: 2380,
      lastDay: '2015-04-30',
    }),
    on('campaign', 'agreed to marketing', 'campaign.launched', { promotionId: 'spring-data' }),
    {
      ...on('campaign-young', 'M-Zone', 'campaign.launched', { promotionId: 'spring-data' }),
      profile: { brand: 'm-zone', planId: 'm-zone-28' },
    },
    on('reply-kept', 'a code', 'reply.received', { channel: 'sms', command: '2651' }),
    order('accepted', 'broadband-install'),
    order('accepted', 'complaint'),
    order('assigned', 'broadband-install'),
    order('scheduled', 'broadband-install', visit),
    order('done', 'repair'),
    contact('contact-bill', 'bill', { amountMicroYuan: yuan(86.5), balanceMicroYuan: yuan(12.3) }),
    contact('contact-menu', 'no-operator'),
    contact('contact-looked', 'looked-at-service', { serviceId: 'weather' }),
    dataCare,
    {
      template: 'anniversary-young',
      what: 'M-Zone',
      profile: { brand: 'm-zone', planId: 'm-zone-28' },
      happens: one => void one.opens('2014-04-08 10:00'),
      until: '2015-04-08 20:00',
    },
    {
      template: 'anniversary-valued',
      what: 'five stars',
      profile: { brand: 'gotone', planId: 'gotone-88', star: 5 },
      happens: one => void one.opens('2014-04-08 10:00'),
      until: '2015-04-08 20:00',
    },
    {
      template: 'opening-tips-senior',
      what: 'born in 1950',
      profile: { birthYear: 1950 },
      happens: one => void one.opens('2015-04-08 10:00'),
      until: '2015-04-15 20:00',
    },
    {
      template: 'anniversary',
      what: 'one year',
      happens: one => void one.opens('2014-04-08 10:00'),
      until: '2015-04-08 20:00',
    },
    {
      template: 'password-hint',
      what: 'opened at an agent',
      profile: { via: 'agent' },
      happens: one => void one.opens('2015-04-08 10:00'),
      until: '2015-04-09 20:00',
    },
  ],
}

import type { Customer } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

const loaded = '2015-09-01 09:00'
const ordered = '2015-09-05 10:00'

const classB = { startsOn: '2015-09-08' }

interface Order {
  readonly startsOn?: string
  readonly priceMicroYuan?: number
  readonly trialUntil?: string
}

function onOrder(
  template: string,
  what: string,
  ...of: readonly [serviceId: string, part?: Order]
): Situation {
  const [serviceId, part = {}] = of
  const order = { serviceId, startsOn: '2015-09-05', ...part } as never
  const happens = (one: Customer): void => void one.isLoaded(loaded).tell(ordered, 'service.ordered', order)
  return { template, what, happens, until: '2015-09-25 20:00' }
}

function onCancelling(template: string, what: string, by: 'customer' | 'trial-ended'): Situation {
  const happens = (one: Customer): void => {
    one.isLoaded(loaded).tell(ordered, 'service.ordered', { serviceId: 'messenger', startsOn: '2015-09-05' })
    one.tell('2015-09-20 10:00', 'service.cancelled', { serviceId: 'messenger', lastDay: '2015-09-30', by })
  }
  return { template, what, happens, until: '2015-09-20 20:00' }
}

function onUse(template: string, what: string, times: number): Situation {
  const happens = (one: Customer): void => {
    one.isLoaded(loaded).tell(ordered, 'service.ordered', { serviceId: 'weather', startsOn: '2015-09-08' })
    one.tell('2015-10-03 10:00', 'service.used', { serviceId: 'weather', month: '2015-09', times })
  }
  return { template, what, happens, until: '2015-10-03 20:00' }
}

export const vas: Chapter = {
  touchpoint: 'vas',
  points: {
    'service-confirm': [/要开通.+吗/, /^Order .+/],
    'service-ordered-monthly': [/已为您开通.+/, /You now have .+/],
    'service-ordered-free-days': [/已为您开通.+/, /You now have .+/],
    'service-charge-ahead': [/免费期将满/, /^From \d+ Sep/],
    'service-ordered-at-once': [/已为您开通.+/, /You now have .+/],
    'service-used-once': [/9月5日/, /^You used .+/],
    'service-trial': [/已为您开通.+/, /Your trial of .+/],
    'service-trial-ends': [/试用到\d+月/, /Your trial of .+/],
    'service-trial-over': [/试用已于\d+月/, /Your trial of .+/],
    'service-cancelled': [/已取消/, /^Cancelled: .+/],
    'service-how-to': [/怎么用/, /How to use/],
    'service-unused': [/9月没有用过/, /^Not used in/],
    'service-usage': [/9月用了/, /^Used 11 times/],
  },
  situations: [
    {
      template: 'service-confirm',
      what: 'asked for by text',
      happens: one =>
        void one
          .isLoaded(loaded)
          .tell(ordered, 'service.requested', { serviceId: 'ring-back-tone', startsOn: '2015-09-05' }),
      until: '2015-09-05 20:00',
    },
    onOrder('service-ordered-monthly', 'at the standard price', 'ring-back-tone'),
    onOrder('service-ordered-monthly', 'cheaper in his plan', 'ring-back-tone', {
      priceMicroYuan: 3_000_000,
    }),
    onOrder('service-ordered-free-days', 'class B', 'weather', classB),
    onOrder('service-charge-ahead', 'two days later', 'weather', classB),
    onOrder('service-ordered-at-once', 'charged at once', 'call-assistant'),
    onOrder('service-used-once', 'a view', 'mobile-tv'),
    onOrder('service-trial', 'a trial', 'messenger', { trialUntil: '2015-09-20' }),
    onOrder('service-trial-ends', 'three days before', 'messenger', { trialUntil: '2015-09-20' }),
    onCancelling('service-trial-over', 'by itself', 'trial-ended'),
    onCancelling('service-cancelled', 'by the customer', 'customer'),
    onOrder('service-how-to', 'the day after', 'weather'),
    onUse('service-unused', 'not once', 0),
    onUse('service-usage', 'eleven times', 11),
  ],
}

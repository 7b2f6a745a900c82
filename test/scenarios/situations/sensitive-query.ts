import type { Customer } from '../customer.ts'
import type { Chapter, Situation } from './situation.ts'

type Query = NonNullable<Parameters<Customer['isLookedUp']>[1]>

function lookedUp(what: string, query: Query): Situation {
  const happens = (one: Customer): void =>
    void one.isLoaded('2015-06-01 09:00').isLookedUp('2015-06-09 03:07', query)
  return { template: 'sensitive-query', what, happens, until: '2015-06-09 08:00' }
}

export const sensitiveQuery: Chapter = {
  touchpoint: 'sensitive-query',
  points: { 'sensitive-query': [/您的.+被查询|您的.*(明细|位置|姓名|号码|成员|名称)/, /viewed/] },
  situations: [
    lookedUp('call records of May, on the website', {
      kind: 'call-detail',
      channel: 'web',
      month: '2015-05',
    }),
    lookedUp('location, by phone', { kind: 'location', channel: 'hotline', verifiedBy: 'service-password' }),
    lookedUp('name, in a shop', { kind: 'name', channel: 'hall', verifiedBy: 'id-document' }),
    lookedUp('identity number, in the app', { kind: 'id-number', channel: 'app' }),
    lookedUp('family net, by text', { kind: 'family-net', channel: 'sms', verifiedBy: 'service-password' }),
    lookedUp('company net, at a terminal', { kind: 'virtual-net', channel: 'kiosk' }),
  ],
}

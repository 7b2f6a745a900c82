/** Blocks of reminders (NF-12): asked for by one, approved by another, for a time, and on record; on both databases. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { rule, rulebook } from '../../core/sample/rulebook.ts'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { arrival, hour, item, numberOf } from '../../engine/small-world-suite.ts'
import { type Browser, Staffed } from './staffed-suite.ts'

const rules = rulebook([
  rule({ id: 'points-changed', on: 'points.changed', touchpoint: 'points' }),
  rule({ id: 'asked', on: 'query.performed', touchpoint: 'sensitive-query' }),
  rule({ id: 'bill', on: 'bill.issued', touchpoint: 'bill' }),
  rule({ id: 'last-warning', on: 'bill.issued', touchpoint: 'bill', warnsOfArrears: true }),
])
const day = 24 * hour
const fact = (id: string) =>
  arrival('points.changed', id, {
    subject: { kind: 'number', number: numberOf('A1') },
    data: { change: 'earned', points: 10, balance: 20 },
  })

for (const prepared of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  afterAll(prepared.close)
  describe(`blocks on ${prepared.name}`, () => {
    let staffed: Staffed
    let wang: Browser
    let li: Browser
    beforeEach(async () => {
      staffed = await Staffed.deciding(await prepared.fresh(), rules)
      wang = await staffed.as('wang', ['agent'])
      li = await staffed.as('li', ['reviewer'])
      await wang.ask('POST', '/customers/open', { account: 'A1', reason: { case: 'authenticated' } })
    })

    const body = (part: object = {}): object => ({
      kind: 'touchpoint',
      value: 'points',
      days: 30,
      reason: 'case 7',
      ...part,
    })
    const ask = async (part: object = {}): Promise<string> =>
      (await wang.ask('POST', '/customers/A1/blocks', body(part))).body.id
    const states = async (): Promise<readonly string[]> =>
      (await wang.ask('GET', '/customers/A1/blocks')).body.items.map((one: { state: string }) => one.state)
    const fate = async (id: string): Promise<string> => {
      const now = staffed.clock.now
      await staffed.turn(item({ ...fact(id), time: now }, now))
      const { items } = (await wang.ask('GET', '/accounts/A1/reminders')).body
      return items[0].reason ?? items[0].state
    }
    const told = async (): Promise<readonly string[]> =>
      (await staffed.audit()).filter(line => / block\./.test(line))

    it('nothing is blocked before another approves it; why not says who; lifted, it goes on; each step is on record', async () => {
      const id = await ask()
      expect(await fate('p1')).toBe('planned')
      expect((await li.ask('GET', '/blocks')).body.items).toMatchObject([
        { id, account: 'A1', state: 'asked', asked: { by: 'wang', reason: 'case 7' }, decided: null },
      ])
      const approved = await li.ask('POST', `/blocks/${id}/approve`, { note: 'seen' })
      expect(approved.body).toMatchObject({ state: 'approved', decided: { by: 'li', note: 'seen' } })
      expect((await li.ask('GET', '/blocks')).body.items).toEqual([])
      expect(await fate('p2')).toBe('blocked')
      const { items } = (await wang.ask('POST', '/timeline', { account: 'A1', line: 'A1-1' })).body
      const why = items.find((one: { kind: string }) => one.kind === 'withheld')
      expect(why.note).toMatch(/approved by li$/)
      expect(items.find((one: { what: string }) => one.what === 'reminders.blocked')).toMatchObject({
        by: 'li',
      })
      const lifted = await wang.ask('POST', `/customers/A1/blocks/${id}/lift`, { note: 'wants them again' })
      expect(lifted.body).toMatchObject({ state: 'lifted', lifted: { by: 'wang', note: 'wants them again' } })
      expect(await fate('p3')).toBe('planned')
      expect(await told()).toEqual([
        'wang block.ask A1 case 7',
        'li block.approve A1 seen',
        'wang block.lift A1 wants them again',
      ])
    })

    it('ends by itself', async () => {
      const id = await ask({ days: 1 })
      await li.ask('POST', `/blocks/${id}/approve`, {})
      expect(await fate('p1')).toBe('blocked')
      staffed.clock.now += day
      wang = await staffed.browser('wang')
      await wang.ask('POST', '/customers/open', { account: 'A1', reason: { case: 'authenticated' } })
      expect(await fate('p2')).toBe('planned')
      expect(await states()).toEqual(['ended'])
      expect(await wang.status('POST', `/customers/A1/blocks/${id}/lift`, { note: 'x' })).toBe(
        '409 wrong-state',
      )
    })

    it('nobody approves what they asked for; whoever is second finds it decided', async () => {
      const both = await staffed.as('both', ['agent', 'reviewer'])
      await both.ask('POST', '/customers/open', { account: 'A1', reason: { case: 'authenticated' } })
      const own = (await both.ask('POST', '/customers/A1/blocks', body())).body.id
      expect(await both.status('POST', `/blocks/${own}/approve`, {})).toBe('403 own-request')
      expect(await both.status('POST', `/blocks/${own}/refuse`, { note: 'x' })).toBe('403 own-request')
      const zhao = await staffed.as('zhao', ['reviewer'])
      const path = `/blocks/${own}/approve`
      const answers = await Promise.all([li.status('POST', path, {}), zhao.status('POST', path, {})])
      expect(answers.toSorted()).toEqual(['200', '409 wrong-state'])
      expect((await told()).filter(line => line.includes('approve'))).toHaveLength(1)
      expect(await li.status('POST', '/blocks/99/approve', {})).toBe('404 not-found')
    })

    it('refused with a reason, or taken back before anybody decided, nothing is blocked', async () => {
      const [one, other] = [await ask(), await ask()]
      const { body: refused } = await li.ask('POST', `/blocks/${one}/refuse`, { note: 'ask the customer' })
      expect(refused).toMatchObject({ state: 'refused', decided: { by: 'li', note: 'ask the customer' } })
      await wang.ask('POST', `/customers/A1/blocks/${other}/lift`, { note: 'by mistake' })
      expect(await states()).toEqual(['lifted', 'refused'])
      expect(await li.status('POST', `/blocks/${other}/approve`, {})).toBe('409 wrong-state')
      expect(await fate('p1')).toBe('planned')
    })

    it.each<[string, object, string]>([
      ['a notice of a query', { value: 'sensitive-query' }, '422 mandatory'],
      ['G6: a warning before a restriction', { kind: 'rule', value: 'last-warning' }, '422 mandatory'],
      ['what is not there', { value: 'weather' }, '404 not-found'],
      ['another’s line', { line: 'A2-1' }, '404 not-found'],
      ['more than 90 days', { days: 91 }, '400 invalid-input'],
      ['no time at all', { days: 0 }, '400 invalid-input'],
      ['no reason', { reason: '' }, '400 invalid-input'],
    ])('%s is refused', async (_, part, said) => {
      expect(await wang.status('POST', '/customers/A1/blocks', body(part))).toBe(said)
      expect(await told()).toEqual([])
    })

    it('of a touchpoint with warnings in it the warnings go on, and the answer names them', async () => {
      const { body: asked } = await wang.ask('POST', '/customers/A1/blocks', body({ value: 'bill' }))
      expect(asked.goOn).toEqual(['last-warning'])
    })

    it('who has not opened the customer asks for nothing and sees nothing; who decides sees no customer', async () => {
      await ask()
      const sun = await staffed.as('sun', ['agent'])
      expect(await sun.status('POST', '/customers/A1/blocks', body())).toBe('403 reason-needed')
      expect(await sun.status('GET', '/customers/A1/blocks')).toBe('403 reason-needed')
      expect(await sun.status('GET', '/blocks')).toBe('403 not-permitted')
      expect(await li.status('GET', '/customers/A1/blocks')).toBe('403 not-permitted')
      const key = await staffed.key('crm', 'customers', 'assist', 'blocks:approve')
      const made = await key.ask('POST', '/customers/A1/blocks', body())
      expect(await key.status('POST', `/blocks/${made.body.id}/approve`, {})).toBe('403 own-request')
      expect((await li.ask('GET', '/blocks?limit=1')).body).toMatchObject({
        items: [{ asked: { by: 'crm' } }],
      })
    })

    it('a person erased meanwhile has nothing blocked', async () => {
      const id = await ask()
      const boss = await staffed.as('boss', ['administrator'])
      await boss.ask('POST', '/accounts/A1/erase', { reason: 'case 8' })
      expect(await li.status('POST', `/blocks/${id}/approve`, {})).toBe('409 wrong-state')
    })
  })
}

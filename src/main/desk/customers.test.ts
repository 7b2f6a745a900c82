/** Who looks at customers, where, and why; what is kept of it; on both databases (FP-08…10). */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { minute, numberOf } from '../../engine/small-world-suite.ts'
import { Staffed, words } from './staffed-suite.ts'

const authenticated = { case: 'authenticated' }
const complaint = { case: 'complaint', note: 'case 2026-118 of the ministry' }

for (const prepared of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  afterAll(prepared.close)
  describe(`looking at customers on ${prepared.name}`, () => {
    let staffed: Staffed
    beforeEach(async () => {
      staffed = await Staffed.open(await prepared.fresh())
    })

    /** All that concerns one account. */
    const looks = (account: string): readonly (readonly [string, string, object?])[] => [
      ['GET', `/accounts/${account}/decisions`],
      ['GET', `/accounts/${account}/reminders`],
      ['GET', `/reminders/${encodeURIComponent(`${account}/u${account.slice(1)}`)}`],
      ['POST', '/timeline', { number: numberOf(account) }],
    ]
    const told = async (): Promise<readonly string[]> =>
      (await staffed.audit()).filter(line => / customer\./.test(line))

    it('FP-09: nobody looks before they have said why; then half an hour long, at this customer alone', async () => {
      const wang = await staffed.as('wang', ['agent'])
      for (const look of looks('A1')) expect(await wang.status(...look)).toBe('403 reason-needed')
      const { status, body } = await wang.ask('POST', '/customers/open', { account: 'A1', reason: complaint })
      expect([status, body]).toMatchObject([
        200,
        {
          account: 'A1',
          lines: [
            {
              line: 'A1-1',
              numberMasked: '+86138****0001',
              brand: 'gotone',
              city: 'taizhou',
              isAsked: false,
            },
          ],
          until: new Date(staffed.clock.now + 30 * minute).toISOString(),
        },
      ])
      for (const look of looks('A1')) expect(await wang.status(...look)).toBe('200')
      for (const look of looks('A2')) expect(await wang.status(...look)).toBe('403 reason-needed')
      const other = await staffed.browser('wang')
      for (const look of looks('A1')) expect(await other.status(...look)).toBe('403 reason-needed')
      staffed.clock.now += 29 * minute
      for (const look of looks('A1')) expect(await wang.status(...look)).toBe('200')
      staffed.clock.now += minute
      for (const look of looks('A1')) expect(await wang.status(...look)).toBe('403 reason-needed')
      expect(await told()).toEqual(['wang customer.open A1 complaint: case 2026-118 of the ministry'])
    })

    it('FP-06 FP-09: numbers come masked, by number and by account; the note is asked for', async () => {
      const wang = await staffed.as('wang', ['agent'])
      const found = await wang.ask('POST', '/customers/open', {
        number: numberOf('A1'),
        reason: authenticated,
      })
      expect(found.body.lines).toMatchObject([{ line: 'A1-1', isAsked: true }])
      expect(JSON.stringify(found.body)).not.toContain(numberOf('A1').slice(1))
      for (const which of ['judicial', 'partner', 'complaint'])
        expect(await wang.status('POST', '/customers/open', { account: 'A1', reason: { case: which } })).toBe(
          '400 invalid-input',
        )
      expect(
        await wang.status('POST', '/customers/open', { account: 'A1', reason: { case: 'curious' } }),
      ).toBe('400 invalid-input')
    })

    it('FP-07: what a customer wrote is seen by whoever has opened them, and stands in no record of it', async () => {
      const wang = await staffed.as('wang', ['agent'])
      const look = () => wang.ask('POST', '/timeline', { number: numberOf('A1') })
      expect(JSON.stringify((await look()).body)).not.toContain(words)
      await wang.ask('POST', '/customers/open', { account: 'A1', reason: authenticated })
      expect(JSON.stringify((await look()).body)).toContain(words)
      const kept = await staffed.database.read({ text: 'select * from audit', values: [] })
      for (const where of [JSON.stringify(kept), staffed.logged.join('')]) expect(where).not.toContain(words)
    })

    it('FP-10: a number in full asks for the customer to be open, for a reason, and is kept', async () => {
      const wang = await staffed.as('wang', ['agent'])
      const reason = 'the customer asks which one is meant'
      expect(await wang.status('POST', '/customers/A1/unmask', { reason })).toBe('403 reason-needed')
      await wang.ask('POST', '/customers/open', { account: 'A1', reason: authenticated })
      expect(await wang.status('POST', '/customers/A1/unmask', {})).toBe('400 invalid-input')
      expect((await wang.ask('POST', '/customers/A1/unmask', { reason })).body).toEqual({
        account: 'A1',
        lines: [{ line: 'A1-1', number: numberOf('A1') }],
      })
      expect(await told()).toEqual([
        'wang customer.open A1 authenticated',
        `wang customer.unmask A1 ${reason}`,
      ])
      const kept = await staffed.database.read({ text: 'select * from audit', values: [] })
      for (const where of [JSON.stringify(kept), staffed.logged.join('')])
        expect(where).not.toContain(numberOf('A1').slice(3))
    })

    it.each([
      ['city/taizhou', '200', '403 not-permitted'],
      ['province/zhejiang', '200', '403 not-permitted'],
      ['city/nanjing', '403 not-permitted', '200'],
      ['province/jiangsu city/taizhou', '200', '200'],
      ['', '200', '200'],
    ])('whoever is of "%s" sees customers of there', async (territories, here, there) => {
      const wang = await staffed.as(
        'wang',
        ['agent'],
        territories.split(' ').filter(one => one !== ''),
      )
      const open = (account: string) =>
        wang.status('POST', '/customers/open', { account, reason: authenticated })
      expect([await open('A1'), await open('A3')]).toEqual([here, there])
      const refused = (await told()).filter(line => line.includes('customer.refused'))
      expect(refused).toHaveLength([here, there].filter(one => one !== '200').length)
    })

    it('whom somebody asks for in vain is kept too, without the number', async () => {
      const wang = await staffed.as('wang', ['agent'])
      for (const body of [{ number: '+8613900000000' }, { account: 'A9' }])
        expect(await wang.status('POST', '/customers/open', { ...body, reason: authenticated })).toBe(
          '404 not-found',
        )
      expect(await wang.status('POST', '/timeline', { number: '+8613900000000' })).toBe('403 reason-needed')
      expect(await told()).toEqual(Array.from({ length: 2 }, () => 'wang customer.not-found  authenticated'))
    })

    it('a key needs no reason, and each of its looks is kept', async () => {
      const key = await staffed.key('crm', 'customers', 'unmask')
      for (const look of looks('A1')) expect(await key.status(...look)).toBe('200')
      expect(
        (await key.ask('POST', '/customers/open', { account: 'A1', reason: authenticated })).body.until,
      ).toBeNull()
      expect(await key.status('POST', '/customers/A1/unmask', { reason: 'x' })).toBe('200')
      expect(await key.status('GET', '/accounts/A9/decisions')).toBe('200')
      expect(await told()).toEqual([
        ...Array.from({ length: 4 }, () => 'crm customer.look A1'),
        'crm customer.open A1 authenticated',
        'crm customer.unmask A1 x',
      ])
    })

    it('an erased customer has no number any more, and who erased them is kept', async () => {
      const boss = await staffed.as('boss', ['administrator'])
      const wang = await staffed.as('wang', ['agent'])
      expect(await boss.status('POST', '/accounts/A1/erase', { reason: 'case 7' })).toBe('200')
      expect((await boss.ask('GET', '/erasures')).body.items).toMatchObject([{ account: 'A1', by: 'boss' }])
      const { body } = await wang.ask('POST', '/customers/open', { account: 'A1', reason: complaint })
      expect(body).toMatchObject({ account: 'A1', lines: [] })
      expect((await told())[0]).toBe('boss customer.erase A1 case 7')
    })
  })
}

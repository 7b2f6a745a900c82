/** Staff accounts are made, changed and disabled; what anybody does is kept (NF-18, FP-10); on both databases. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { submitVersion } from '../../store/rulebook-version.ts'
import { type Browser, Staffed } from './staffed-suite.ts'

for (const prepared of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  afterAll(prepared.close)
  describe(`staff on ${prepared.name}`, () => {
    let staffed: Staffed
    let boss: Browser
    beforeEach(async () => {
      staffed = await Staffed.open(await prepared.fresh())
      boss = await staffed.as('boss', ['administrator'])
    })

    it('are listed without anything secret', async () => {
      await boss.ask('POST', '/staff', {
        name: 'wang',
        displayName: '王丽',
        roles: ['agent'],
        territories: ['city/taizhou'],
      })
      const { body } = await boss.ask('GET', '/staff')
      expect(body.items).toMatchObject([
        { name: 'boss', roles: ['administrator'], mustChangePassword: false },
        {
          name: 'wang',
          displayName: '王丽',
          territories: ['city/taizhou'],
          locale: 'zh-CN',
          secondFactor: false,
        },
      ])
      expect(JSON.stringify(body)).not.toContain('argon2')
    })

    it('have names that mean one, in records of keys and people alike', async () => {
      await staffed.key('billing', 'events:write')
      expect(await boss.status('POST', '/staff', { name: 'billing', roles: ['viewer'] })).toBe(
        '409 wrong-state',
      )
      expect(await boss.status('POST', '/staff', { name: 'boss', roles: ['viewer'] })).toBe('409 wrong-state')
      expect(await boss.status('POST', '/keys', { name: 'boss', scopes: ['read'] })).toBe('409 wrong-state')
    })

    it('of two who make the same name at once one is told so', async () => {
      const make = () => boss.status('POST', '/staff', { name: 'twin', roles: ['viewer'] })
      expect((await Promise.all([make(), make()])).toSorted()).toEqual(['201', '409 wrong-state'])
    })

    it.each([
      ['other roles', { roles: ['viewer', 'editor'] }, true],
      ['other territories', { territories: ['city/taizhou'] }, true],
      ['being disabled', { disabled: true }, true],
      ['another language', { locale: 'zh-CN' }, false],
      ['the same roles', { roles: ['viewer'] }, false],
    ])('%s: do the sessions end?', async (_, change, ends) => {
      const wang = await staffed.as('wang', ['viewer'])
      expect(await wang.status('GET', '/pauses')).toBe('200')
      expect(await boss.status('PATCH', '/staff/wang', change)).toBe('200')
      expect(await wang.status('GET', '/pauses')).toBe(ends ? '401 not-authenticated' : '200')
    })

    it('a new one-time password ends the sessions too; enabled again, they may come back', async () => {
      const wang = await staffed.as('wang', ['viewer'])
      const { password } = (await boss.ask('POST', '/staff/wang/password', {})).body
      expect(await wang.status('GET', '/session')).toBe('401 not-authenticated')
      await boss.ask('PATCH', '/staff/wang', { disabled: true })
      expect((await staffed.signIn('wang', password)).status).toBe(401)
      await boss.ask('PATCH', '/staff/wang', { disabled: false })
      expect((await staffed.signIn('wang', password)).status).toBe(200)
      expect(await boss.status('POST', '/staff/nobody/password', {})).toBe('404 not-found')
      expect(await boss.status('PATCH', '/staff/nobody', {})).toBe('404 not-found')
    })

    it('the last administrator who can sign in stays one, also when two go at once', async () => {
      expect(await boss.status('PATCH', '/staff/boss', { disabled: true })).toBe('409 wrong-state')
      expect(await boss.status('PATCH', '/staff/boss', { roles: ['viewer'] })).toBe('409 wrong-state')
      expect(
        await boss.status('PATCH', '/staff/boss', { displayName: 'B', roles: ['administrator', 'agent'] }),
      ).toBe('200')
      await staffed.hire('second', ['administrator'])
      const key = await staffed.key('owner', 'staff')
      const both = await Promise.all(
        ['boss', 'second'].map(name => key.status('PATCH', `/staff/${name}`, { disabled: true })),
      )
      expect(both.toSorted()).toEqual(['200', '409 wrong-state'])
      await staffed.hire('third', ['viewer'])
      expect(await key.status('PATCH', '/staff/third', { disabled: true })).toBe('200')
    })

    it('NF-18: whoever submits a version does not review it, with whatever roles', async () => {
      const both = await staffed.as('wang', ['editor', 'reviewer'])
      const li = await staffed.as('li', ['reviewer'])
      const act = { version: 'v1', by: 'wang', at: staffed.clock.now }
      await staffed.database.transact([submitVersion(act, '{}', 'prices')])
      expect(await both.status('POST', '/rulebook/versions/v1/review', {})).toBe('403 own-submission')
      expect(await li.status('POST', '/rulebook/versions/v1/review', { note: 'as the list' })).toBe('200')
      expect(await staffed.audit()).toContain('li version.review v1 as the list')
    })

    it('FP-10: whatever is changed is kept, with who and why, in a chain that is intact', async () => {
      const op = await staffed.as('op', ['operator'])
      await op.ask('POST', '/pauses', { kind: 'all', value: 'all', note: 'network fault' })
      await op.ask('POST', '/pauses', { kind: 'all', value: 'all', note: 'again' })
      await op.ask('DELETE', '/pauses/all/all')
      await op.ask('POST', '/set-aside/replay', { reason: 'unknown-line' })
      await boss.ask('POST', '/keys', { name: 'billing', scopes: ['events:write'] })
      await boss.ask('DELETE', '/keys/billing')
      await boss.ask('POST', '/staff', { name: 'li', roles: ['viewer'] })
      await boss.ask('PATCH', '/staff/li', { roles: ['editor'] })
      await boss.ask('POST', '/staff/li/password', {})
      await op.ask('DELETE', '/session')
      expect(await staffed.audit()).toEqual([
        'boss session.begin boss',
        'op session.begin op',
        'op pause.set all/all network fault',
        'op pause.lift all/all',
        'op set-aside.replay unknown-line',
        'boss key.create billing',
        'boss key.revoke billing',
        'boss staff.create li',
        'boss staff.change li',
        'boss staff.password li',
        'op session.end op',
      ])
      const auditor = await staffed.as('eye', ['auditor'])
      const page = (await auditor.ask('GET', '/audit?limit=3')).body
      expect(page.items.map(({ seq }: { seq: number }) => seq)).toEqual([12, 11, 10])
      const rest = (await auditor.ask('GET', `/audit?after=${page.next}&action=staff.change`)).body
      expect(rest.items).toMatchObject([
        { actorKind: 'staff', actor: 'boss', object: 'li', details: { roles: ['editor'] } },
      ])
      expect((await auditor.ask('GET', '/audit?actor=op')).body.items).toHaveLength(5)
      expect((await auditor.ask('GET', '/audit/check')).body).toMatchObject({
        last: 12,
        next: null,
        broken: null,
      })
    })

    it('an event as it came is shown to staff only for a reason', async () => {
      const body = { number: '+8613800138000' }
      const raw = staffed.vault.sealHouse(JSON.stringify(body), `set_aside/raw/${staffed.clock.now}`)
      await staffed.database.transact([
        {
          text: `insert into set_aside (state, reason, note, origin, source, id, type, time, raw, since, changed_at)
            values ('set-aside', 'conflict', '', 'outcome', 's', 'e', 't', $1, decode($2, 'hex'), $1, $1)`,
          values: [staffed.clock.now, Buffer.from(raw).toString('hex')],
        },
      ])
      expect(await boss.status('GET', '/set-aside/1/raw')).toBe('403 reason-needed')
      const shown = await boss.ask('GET', '/set-aside/1/raw?reason=the%20billing%20team%20asks')
      expect(shown.body).toEqual({ id: '1', event: body, correctable: null })
      expect(await staffed.audit()).toContain('boss set-aside.raw 1 the billing team asks')
      const op = await staffed.as('op', ['operator'])
      expect(await op.status('POST', '/set-aside/1/discard', { reason: 'of a test' })).toBe('200')
      expect(await staffed.audit()).toContain('op set-aside.discard 1 of a test')
    })
  })
}

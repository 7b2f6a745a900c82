/** Staff sign in, stay signed in, and are locked out, on both databases (NF-18). */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { scopesOf } from '../../api/roles.ts'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { minute } from '../../engine/small-world-suite.ts'
import { findStaff } from '../../store/staff.ts'
import { hashPassword, isOutdated } from '../staff/password.ts'
import { codeAt, stepAt } from '../staff/totp.ts'
import { password, Staffed } from './staffed-suite.ts'

for (const prepared of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  afterAll(prepared.close)
  describe(`signing in on ${prepared.name}`, () => {
    let staffed: Staffed
    beforeEach(async () => {
      staffed = await Staffed.open(await prepared.fresh())
    })

    const code = (answer: { readonly body: { readonly code?: string } }): string | undefined =>
      answer.body.code

    it('NF-18: opens what the roles open; signed out, nothing', async () => {
      await staffed.hire('wang', ['agent'], ['city/taizhou'])
      const { status, body, headers } = await staffed.signIn('Wang ')
      expect([status, body.staff]).toEqual([
        200,
        {
          name: 'wang',
          displayName: 'wang',
          roles: ['agent'],
          scopes: [...scopesOf(['agent'])],
          territories: ['city/taizhou'],
          locale: 'en',
          mustChangePassword: false,
        },
      ])
      expect(headers['set-cookie']).toMatch(/^kairos_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
      const wang = await staffed.browser('wang')
      expect((await wang.ask('GET', '/session')).body.staff).toEqual(body.staff)
      expect(await wang.status('GET', '/pauses')).toBe('200')
      expect(await wang.status('GET', '/staff')).toBe('403 not-permitted')
      const same = await staffed.browser('wang')
      expect(await wang.status('DELETE', '/session')).toBe('200')
      expect(await wang.status('GET', '/session')).toBe('401 not-authenticated')
      expect(await same.status('GET', '/session')).toBe('200')
    })

    it('of a token only the hash is kept', async () => {
      await staffed.hire('wang', ['agent'])
      const { headers } = await staffed.signIn('wang')
      const [, token = ''] = /kairos_session=([^;]+)/.exec(String(headers['set-cookie'])) ?? []
      const rows = await staffed.database.read<object>({ text: 'select * from staff_session', values: [] })
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toContain(token)
    })

    it('whoever is unknown, wrong or disabled is told the same', async () => {
      await staffed.hire('wang', ['agent'])
      const boss = await staffed.as('boss', ['administrator'])
      await staffed.hire('gone', ['agent'])
      await boss.ask('PATCH', '/staff/gone', { disabled: true })
      const told = []
      for (const [name, given] of [
        ['wang', 'wrong'],
        ['nobody', password],
        ['gone', password],
        ['13800138000', 'my own password'],
      ] as const) {
        const { status, body } = await staffed.signIn(name, given)
        told.push({ status, ...body, requestId: '' })
      }
      expect(new Set(told.map(one => JSON.stringify(one))).size).toBe(1)
      expect(told[0]).toMatchObject({ status: 401, code: 'sign-in-refused' })
      const refusals = (await staffed.audit()).filter(line => line.includes('session.refused'))
      expect(refusals).toEqual([
        'sign-in session.refused wang',
        'sign-in session.refused unknown name',
        'sign-in session.refused gone',
        'sign-in session.refused unknown name',
      ])
    })

    it('after five failures a name is refused for 30 s, then twice as long each time, up to 15 min; known or not', async () => {
      await staffed.hire('wang', ['agent'])
      for (const name of ['nobody', 'wang']) {
        const waits: number[] = []
        let n = 0
        const fail = async () => staffed.signIn(name, 'wrong', { address: `10.1.${name.length}.${(n += 1)}` })
        for (let i = 0; i < 5; i += 1) expect(code(await fail())).toBe('sign-in-refused')
        for (let i = 0; i < 7; i += 1) {
          const refused = await fail()
          expect([refused.status, code(refused)]).toEqual([429, 'too-many-attempts'])
          waits.push(Number(refused.headers['retry-after']))
          staffed.clock.now += waits.at(-1)! * 1_000
          expect(code(await fail())).toBe('sign-in-refused')
        }
        expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900])
      }
      // The right password is no way around it, and a start anew neither.
      const anew = await staffed.restarted()
      for (const one of [staffed, anew])
        expect(code(await one.signIn('wang', password, { address: '10.2.0.1' }))).toBe('too-many-attempts')
      staffed.clock.now += 900_000
      expect((await staffed.signIn('wang', password, { address: '10.2.0.1' })).status).toBe(200)
      expect(code(await staffed.signIn('wang', 'wrong', { address: '10.2.0.1' }))).toBe('sign-in-refused')
    })

    it('many attempts at once get no further than five', async () => {
      await staffed.hire('wang', ['agent'])
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, i) => staffed.signIn('wang', 'wrong', { address: `10.3.0.${i}` })),
      )
      const judged = answers.filter(answer => code(answer) === 'sign-in-refused')
      expect(judged).toHaveLength(5)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(25)
    })

    it('a flood is sent away before it costs anything', async () => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          staffed.signIn(`name${i}`, 'wrong', { address: `10.5.0.${i}` }),
        ),
      )
      const away = answers.filter(answer => code(answer) === 'busy')
      expect(away.length).toBeGreaterThan(0)
      expect(away[0]).toMatchObject({ status: 429, headers: { 'retry-after': '2' } })
      const kept = await staffed.database.read({ text: 'select from sign_in_attempt', values: [] })
      expect(kept).toHaveLength(200 - away.length)
    })

    it('an address is refused after five failures, whatever names it tries', async () => {
      await staffed.hire('wang', ['agent'])
      for (let i = 0; i < 5; i += 1) await staffed.signIn(`name${i}`, 'wrong', { address: '10.4.0.1' })
      expect(code(await staffed.signIn('wang', password, { address: '10.4.0.1' }))).toBe('too-many-attempts')
      expect((await staffed.signIn('wang', password, { address: '10.4.0.2' })).status).toBe(200)
      staffed.clock.now += 30_000
      expect((await staffed.signIn('wang', password, { address: '10.4.0.1' })).status).toBe(200)
    })

    it('idle for half an hour, or twelve hours old, a session ends; its token changes every quarter of an hour', async () => {
      const wang = await staffed.as('wang', ['viewer'])
      const cookies = new Set<string>()
      for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
        const { status, headers } = await wang.ask('GET', '/pauses')
        expect(status).toBe(200)
        if (headers['set-cookie'] !== undefined) cookies.add(String(headers['set-cookie']))
        staffed.clock.now += 20 * minute
      }
      expect(cookies.size).toBe(35)
      expect(await wang.status('GET', '/pauses')).toBe('401 not-authenticated')
      const again = await staffed.browser('wang')
      staffed.clock.now += 30 * minute
      expect(await again.status('GET', '/pauses')).toBe('401 not-authenticated')
    })

    it('a new password ends all other sessions of this person, and is one that is hard to guess', async () => {
      await staffed.hire('wang', ['viewer'])
      const [here, elsewhere] = [await staffed.browser('wang'), await staffed.browser('wang')]
      const change = (next: string, current = password) =>
        here.status('POST', '/session/password', { current, next })
      for (const weak of [
        'short',
        'aaaaaaaaaaaaaaaa',
        'password1234',
        'wang12345678',
        'Qwerty123456!',
        password,
      ])
        expect([weak, await change(weak)]).toEqual([weak, '422 weak-password'])
      expect(await change('quite another sentence', 'wrong')).toBe('401 sign-in-refused')
      expect(await change('quite another sentence')).toBe('200')
      expect(await here.status('GET', '/session')).toBe('200')
      expect(await elsewhere.status('GET', '/session')).toBe('401 not-authenticated')
      expect(code(await staffed.signIn('wang'))).toBe('sign-in-refused')
      expect((await staffed.signIn('wang', 'quite another sentence')).status).toBe(200)
      expect(await staffed.audit()).toContain('wang password.change wang')
    })

    it('a one-time password opens nothing but its own change', async () => {
      const boss = await staffed.as('boss', ['administrator'])
      const made = await boss.ask('POST', '/staff', { name: 'li', roles: ['viewer'] })
      expect(made.body.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
      const li = await staffed.browser('li', made.body.password)
      expect((await li.ask('GET', '/session')).body.staff.mustChangePassword).toBe(true)
      expect(await li.status('GET', '/pauses')).toBe('403 password-change-needed')
      const body = { current: made.body.password, next: 'a sentence of my own' }
      const changed = await li.ask('POST', '/session/password', body)
      expect(changed.body.staff.mustChangePassword).toBe(false)
      expect(await li.status('GET', '/pauses')).toBe('200')
    })

    it('a password that was kept at a lower cost is kept anew', async () => {
      await staffed.hire('wang', ['viewer'])
      const old = await hashPassword(password, { memoryKiB: 64, passes: 1, lanes: 1 })
      await staffed.database.transact([{ text: 'update staff set password = $1', values: [old] }])
      expect(isOutdated(old)).toBe(true)
      await staffed.browser('wang')
      expect(isOutdated((await findStaff(staffed.database, 'wang'))!.password)).toBe(false)
      await staffed.browser('wang')
    })

    it('with a second factor signing in asks for a code, which counts once', async () => {
      const wang = await staffed.as('wang', ['viewer'])
      const begun = (await wang.ask('POST', '/session/totp', {})).body
      expect(begun.url).toBe(
        `otpauth://totp/Kairos:wang?secret=${begun.secret}&issuer=Kairos&algorithm=SHA1&digits=6&period=30`,
      )
      const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
      const bits = [...begun.secret].map(one => letters.indexOf(one).toString(2).padStart(5, '0')).join('')
      const secret = Buffer.from(bits.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
      const codeNow = () => codeAt(secret, stepAt(staffed.clock.now))
      const sealed = await findStaff(staffed.database, 'wang')
      expect(Buffer.from(sealed!.totpNextEnc!).includes(secret)).toBe(false)

      await staffed.browser('wang') // not confirmed yet
      expect(await wang.status('POST', '/session/totp', { code: '000000' })).toBe('400 invalid-input')
      expect((await wang.ask('POST', '/session/totp', { code: codeNow() })).body.confirmed).toBe(true)
      expect(await wang.status('POST', '/session/totp', { code: codeNow() })).toBe('409 wrong-state')

      expect(code(await staffed.signIn('wang'))).toBe('code-needed')
      expect(code(await staffed.signIn('wang', 'wrong'))).toBe('sign-in-refused')
      // The one that confirmed it was used.
      expect(code(await staffed.signIn('wang', password, { code: codeNow() }))).toBe('sign-in-refused')
      staffed.clock.now += 30_000
      const next = codeNow()
      expect((await staffed.signIn('wang', password, { code: next })).status).toBe(200)
      expect(code(await staffed.signIn('wang', password, { code: next }))).toBe('sign-in-refused')
      staffed.clock.now += 60_000
      const both = await Promise.all([1, 2].map(() => staffed.signIn('wang', password, { code: codeNow() })))
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401])

      const boss = await staffed.as('boss', ['administrator'])
      const { password: once } = (await boss.ask('POST', '/staff/wang/password', {})).body
      expect((await staffed.signIn('wang', once)).status).toBe(200)
    })

    it('names, passwords and codes never stand in the log', async () => {
      await staffed.hire('wang', ['viewer'])
      await staffed.signIn('13800138000', 'my own password')
      await staffed.browser('wang')
      expect(staffed.logged.length).toBeGreaterThanOrEqual(2)
      for (const secret of ['13800138000', 'my own password', password, 'kairos_session'])
        expect(staffed.logged.join('')).not.toContain(secret)
    })
  })
}

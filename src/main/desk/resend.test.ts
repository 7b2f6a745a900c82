/** A customer who asks is told once more: who may, what is planned for it, and what is kept of it; on both databases. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { rule, rulebook } from '../../core/sample/rulebook.ts'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { arrival, item, minute, numberOf } from '../../engine/small-world-suite.ts'
import { type Browser, Staffed } from './staffed-suite.ts'

const rules = rulebook([
  rule({ id: 'asked', on: 'query.performed', class: 'real-time', oncePer: ['line', 'day'] }),
  rule({ id: 'one-time', on: 'service.requested', class: 'code' }),
])
const query = arrival('query.performed', 'q1', {
  subject: { kind: 'number', number: numberOf('A1') },
  data: { kind: 'name', channel: 'web', verifiedBy: 'service-password' },
})
const request = arrival('service.requested', 's1', {
  subject: { kind: 'number', number: numberOf('A1') },
  data: { serviceId: 'news', startsOn: '2026-11-20' },
})

for (const prepared of await Promise.all([embeddedDatabase(), serverDatabase()])) {
  afterAll(prepared.close)
  describe(`sending again on ${prepared.name}`, () => {
    let staffed: Staffed
    let wang: Browser
    let path: string
    let code: string
    beforeEach(async () => {
      staffed = await Staffed.deciding(await prepared.fresh(), rules)
      await staffed.turn(item(query), item(request))
      wang = await staffed.as('wang', ['agent'])
      await wang.ask('POST', '/customers/open', { account: 'A1', reason: { case: 'authenticated' } })
      const { items } = (await wang.ask('GET', '/accounts/A1/reminders')).body
      const pathOf = (of: string): string =>
        `/reminders/${encodeURIComponent(items.find((one: { rule: string }) => one.rule === of).id)}/resend`
      path = pathOf('asked')
      code = pathOf('one-time')
    })

    const body = { reason: 'it was deleted', isPresent: true }

    it('is planned with the act as its cause, leaves, stands in the conversation and in the audit log', async () => {
      await staffed.deliver('A1')
      const { status, body: said } = await wang.ask('POST', path, body)
      expect([status, said]).toMatchObject([
        200,
        {
          isRepeated: false,
          reminder: { rule: 'asked', state: 'planned' },
          note: 'time: the customer waits for it',
        },
      ])
      staffed.clock.now += minute
      await staffed.deliver('A1')
      const line = { account: 'A1', line: 'A1-1' }
      const told = (await wang.ask('POST', '/timeline', line)).body.items
      expect(
        told.filter((one: { kind: string; what: string }) => one.kind === 'sent' && one.what === 'asked'),
      ).toHaveLength(2)
      expect(told.find((one: { what: string }) => one.what === 'reminder.asked-again')).toMatchObject({
        by: 'wang',
      })
      const { body: why } = await wang.ask('GET', `/reminders/${encodeURIComponent(said.reminder.id)}`)
      expect(why).toMatchObject({ state: 'delivered', cause: { source: '/kairos/desk' } })
      const audit = (await staffed.audit()).filter(entry => entry.includes('resend'))
      expect(audit).toEqual([expect.stringMatching(/^wang reminder\.resend A1\/asked\/\S+ it was deleted$/)])
      const decided = (await wang.ask('GET', '/accounts/A1/decisions')).body.items
      expect(decided.find((one: { origin: string }) => one.origin === 'staff')).toMatchObject({
        type: 'reminder.asked-again',
        body: { by: 'wang', isPresent: true },
        considered: [{ rule: 'asked', outcome: 'planned' }],
      })
    })

    it('asked twice under one name it is done once, also at once, and after much else has happened', async () => {
      await staffed.deliver('A1')
      const named = { ...body, act: 'the-same-1' }
      const [one, other] = await Promise.all([wang.ask('POST', path, named), wang.ask('POST', path, named)])
      const seen = Array.from({ length: 12 }, (_, n) => item({ ...query, id: `later-${n}` }))
      await staffed.turn(...seen)
      const third = await wang.ask('POST', path, named)
      const answers = [one, other, third].map(answer => answer.body)
      expect(new Set(answers.map(answer => answer.reminder.id)).size).toBe(1)
      expect(answers.filter(answer => answer.isRepeated)).toHaveLength(2)
      expect((await staffed.audit()).filter(entry => entry.includes('resend'))).toHaveLength(1)
    })

    it('the fourth time in a day says that it is enough', async () => {
      await staffed.deliver('A1')
      const states: string[] = []
      for (let n = 0; n < 4; n += 1)
        states.push((await wang.ask('POST', path, body)).body.reminder.reason ?? 'planned')
      expect(states).toEqual(['planned', 'planned', 'planned', 'frequency-cap'])
    })

    it('FP-12: no code, nothing that has not left, nothing unknown, nothing of whom one has not opened', async () => {
      expect(await wang.status('POST', path, body)).toBe('409 wrong-state')
      await staffed.deliver('A1')
      expect(await wang.status('POST', code, body)).toBe('409 wrong-state')
      expect(await wang.status('POST', '/reminders/A1%2Fnone/resend', body)).toBe('404 not-found')
      expect(await wang.status('POST', path, { reason: '' })).toBe('400 invalid-input')
      const li = await staffed.as('li', ['agent'])
      expect(await li.status('POST', path, body)).toBe('403 reason-needed')
      const zhao = await staffed.as('zhao', ['reviewer', 'operator'])
      expect(await zhao.status('POST', path, body)).toBe('403 not-permitted')
      expect((await staffed.audit()).filter(entry => entry.includes('resend'))).toEqual([])
    })
  })
}

/** What was set aside is looked at and put right (G10), over the API and on any database. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { embeddedDatabase, serverDatabase } from '../../engine/databases-suite.ts'
import { hour, noon, numberOf, usage } from '../../engine/small-world-suite.ts'
import type { Browser } from './staffed-suite.ts'
import { Staffed } from './staffed-suite.ts'

const databases = await Promise.all([embeddedDatabase(), serverDatabase()])
afterAll(async () => {
  for (const database of databases) await database.close()
})

/** As intake would have taken it in. */
const whole = { kind: 'data', periodStart: '2026-11-01', periodEnd: '2026-11-30' }
const reason = 'the billing system had sent the wrong day'

describe.each(databases)('a set-aside event on $name', ({ fresh }) => {
  let staffed: Staffed
  let admin: Browser
  let id: string

  beforeEach(async () => {
    staffed = await Staffed.open(await fresh())
    admin = await staffed.as('chen', ['administrator'])
    const fact = usage('A1', 'u7')
    await staffed.takes({ ...fact, data: { ...fact.data, ...whole }, time: noon + 24 * hour })
    id = (await admin.ask('GET', '/set-aside?reason=from-the-future')).body.items[0].id
  })

  const raw = async () => (await admin.ask('GET', `/set-aside/${id}/raw?reason=mending`)).body
  const correct = (body: object) => admin.ask('POST', `/set-aside/${id}/correct`, body)
  const rightTime = new Date(noon - hour).toISOString()

  it('is corrected under its own id, decided as a late fact, and who did it and why is recorded', async () => {
    const { correctable } = await raw()
    const answer = await correct({ event: { ...correctable, time: rightTime }, reason })
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'decided', reason: null } })
    expect((await admin.ask('GET', `/set-aside/${id}`)).body).toMatchObject({
      state: 'replayed',
      eventId: 'u7',
    })
    expect(await staffed.audit()).toContain(`chen set-aside.correct ${id} ${reason}`)
    const kept = JSON.stringify(
      await staffed.database.read({ text: 'select details from audit', values: [] }),
    )
    expect(kept).not.toContain(numberOf('A1').slice(3))
    expect((await correct({ event: correctable, reason })).body.code).toBe('wrong-state')
  })

  it('is told field by field what is wrong, and nothing changes', async () => {
    const { correctable } = await raw()
    const data = { ...correctable.data, usedByte: 1 }
    const { body, status } = await correct({ event: { ...correctable, time: 'noon', data }, reason })
    expect([status, body.code]).toEqual([400, 'invalid-input'])
    expect(body.faults.map((fault: { field: string }) => fault.field)).toEqual(
      expect.arrayContaining(['event.time', 'event.data.usedByte']),
    )
    expect((await raw()).correctable).toEqual(correctable)
  })

  it('is checked without being changed', async () => {
    const { correctable } = await raw()
    const answer = await correct({ event: { ...correctable, time: rightTime }, check: true })
    expect(answer.body).toEqual({ outcome: 'checked', reason: null, note: '' })
    expect((await raw()).correctable).toEqual(correctable)
    expect((await admin.ask('GET', `/set-aside/${id}`)).body.state).toBe('set-aside')
  })

  it('stays the event that it is, and asks for a reason', async () => {
    const { correctable } = await raw()
    const other = await correct({ event: { ...correctable, id: 'u8', time: rightTime }, reason })
    expect(other.body.faults).toMatchObject([{ field: 'event.id' }])
    expect((await correct({ event: correctable })).status).toBe(400)
  })

  it('that is still wrong is set aside again, with what is wrong now', async () => {
    const { correctable } = await raw()
    const later = new Date(noon + 48 * hour).toISOString()
    const answer = await correct({ event: { ...correctable, time: later }, reason })
    expect(answer.body).toMatchObject({ outcome: 'set-aside', reason: 'from-the-future' })
    expect((await raw()).correctable.time).toBe(later)
  })
})

/** Contacts in the core: who is told, under which name, and what it must not touch (TP9-04). */
import { describe, expect, it } from 'vitest'
import { contactsMax } from '../account/account.ts'
import { recipientsIn } from '../account/contact.ts'
import { at, Life } from '../sample/life.ts'
import { condition, moment, rule, rulebook } from '../sample/rulebook.ts'
import type { Event } from '../event/event.ts'
import { yuan } from '../units.ts'

const tell = rule({ id: 'tell', on: 'standing.changed', to: 'contacts', ladder: 'default' })
const low = rule({ id: 'low', on: 'balance.crossed', warnsOfArrears: true })
const named = { contactId: 'C1', role: 'company', aboutMasked: '138****1234' } as const
const arrears = { standing: 'restricted', reason: 'arrears' } as const

function opened(rules = [tell], world: ConstructorParameters<typeof Life>[1] = {}): Life {
  const life = new Life(rulebook(rules), world)
  life.opened('2026-11-01 09:00')
  return life
}

/** About the account, not about its line. */
function forAccount(life: Life, when: string, body: object): void {
  const event = { source: 'crm', id: when, type: 'contact-person.named', time: at(when), origin: 'outside' }
  life.take({ ...event, account: 'A1', line: null, body } as Event, at(when))
}

const recipients = (life: Life): readonly string[] => recipientsIn(life.account.cold)

describe('who is a contact', () => {
  it('named again it is another recipient, as its number may be another; removed it is none', () => {
    const life = opened()
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    expect(recipients(life)).toEqual(['contact:C1'])
    life.fact('2026-11-02 11:00', 'contact-person.named', named)
    expect(recipients(life)).toEqual(['contact:C1~2'])
    life.fact('2026-11-02 12:00', 'contact-person.removed', { contactId: 'C1' })
    expect(recipients(life)).toEqual([])
  })

  it('an older word that comes later changes nothing, also about one of whom only the removal was known', () => {
    const life = opened()
    life.fact('2026-11-02 12:00', 'contact-person.removed', { contactId: 'C1' })
    life.fact(['2026-11-02 13:00', '2026-11-02 11:00'], 'contact-person.named', named)
    expect(recipients(life)).toEqual([])
    life.fact('2026-11-02 14:00', 'contact-person.named', named)
    life.fact(['2026-11-02 15:00', '2026-11-02 13:30'], 'contact-person.removed', { contactId: 'C1' })
    expect(recipients(life)).toEqual(['contact:C1'])
  })

  it('there is a limit, at which one who was removed makes room', () => {
    const life = opened()
    for (let n = 0; n < contactsMax; n += 1)
      life.fact('2026-11-02 10:00', 'contact-person.named', { ...named, contactId: `C${n}` })
    const more = { ...named, contactId: 'more' }
    expect(() => life.fact('2026-11-02 11:00', 'contact-person.named', more)).toThrow(RangeError)
    life.fact('2026-11-02 12:00', 'contact-person.removed', { contactId: 'C3' })
    life.fact('2026-11-02 13:00', 'contact-person.named', more)
    expect(recipients(life)).toHaveLength(contactsMax)
    expect(recipients(life)).toContain('contact:more')
  })

  it('a contact is no line, and brings no timer of its own', () => {
    const life = opened()
    const timers = [...life.agenda.keys()]
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    expect(life.account.cold.lines.map(({ id }) => id)).toEqual(['L1'])
    expect([...life.agenda.keys()]).toEqual(timers)
  })
})

describe('TP9-04: who is told', () => {
  it('the contacts of the line that it is about, and those of the account; each for itself', () => {
    const life = opened()
    life.opened('2026-11-01 09:00', { line: 'L2' })
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    forAccount(life, '2026-11-02 10:01', { ...named, contactId: 'C2' })
    life.fact('2026-11-03 10:00', 'standing.reported', arrears)
    life.until('2026-11-03 10:00')
    expect(life.attempts.map(({ line }) => line)).toEqual(['contact:C1', 'contact:C2'])
    expect([...life.rows.values()].map(({ line }) => line)).toEqual(['contact:C1', 'contact:C2'])
  })

  it('the contact of another line is not', () => {
    const life = opened()
    life.opened('2026-11-01 09:00', { line: 'L2' })
    const event = { source: 'crm', id: 'c', type: 'contact-person.named', origin: 'outside' }
    const about = { time: at('2026-11-02 10:00'), account: 'A1', line: 'L2', body: named }
    life.take({ ...event, ...about } as Event, at('2026-11-02 10:00'))
    life.fact('2026-11-03 10:00', 'standing.reported', arrears)
    expect(life.rows.size).toBe(0)
    expect(life.last?.considered).toEqual([{ rule: 'tell', outcome: 'no-contact' }])
  })

  it('conditions and messages see who it is', () => {
    const seen: unknown[] = []
    const when = condition('contact', view => seen.push(view['contact']) > 0)
    const life = opened([{ ...tell, when }])
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    life.fact('2026-11-03 10:00', 'standing.reported', arrears)
    expect(seen).toEqual([{ role: 'company', aboutMasked: '138****1234' }])
  })

  it('rest hours hold it, and at its moment it is asked whether it is still a contact', () => {
    const life = opened()
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    life.fact('2026-11-02 23:00', 'standing.reported', arrears)
    life.until('2026-11-03 07:00')
    expect(life.story).toEqual(['tell: planned'])
    life.fact('2026-11-03 07:30', 'contact-person.removed', { contactId: 'C1' })
    life.until('2026-11-03 12:00')
    expect(life.story).toEqual(['tell: moot'])
    expect(life.attempts).toEqual([])
  })

  it('a later moment finds the contact again', () => {
    const life = opened([{ ...tell, at: moment('next 10:00') }])
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    life.fact('2026-11-02 23:00', 'standing.reported', arrears)
    life.until('2026-11-03 10:00')
    expect(life.attempts.map(({ line }) => line)).toEqual(['contact:C1'])
  })

  it('NF-05: a day’s cap is counted for the contact, not for the customer', () => {
    const life = opened([tell, rule({ id: 'mine', on: 'standing.changed' })])
    life.world = {
      ...life.world,
      rulebook: rulebook([...life.world.rulebook.rules.values()], { capPerDay: 1 }),
    }
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    life.fact('2026-11-03 10:00', 'standing.reported', arrears)
    life.until('2026-11-03 10:00')
    expect(life.attempts.map(({ line }) => line).toSorted()).toEqual(['L1', 'contact:C1'])
    life.fact('2026-11-03 11:00', 'standing.reported', { standing: 'suspended', reason: 'arrears' })
    life.until('2026-11-03 12:00')
    expect(life.attempts).toHaveLength(2)
  })

  it('G11: only a contact that the allow-list lets through', () => {
    const life = opened([tell], { sendTo: new Set(['A1/L1'] as const) })
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    life.fact('2026-11-03 10:00', 'standing.reported', arrears)
    expect(life.story).toEqual(['tell: not-allowed'])
  })

  it('G12: a pause of the line’s city stops what goes to its contact', () => {
    const life = opened([tell], { pauses: [{ kind: 'scope', value: 'city/taizhou' }] })
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    life.fact('2026-11-03 10:00', 'standing.reported', arrears)
    life.until('2026-11-03 11:00')
    expect(life.story).toEqual(['tell: planned'])
  })
})

describe('what a contact’s message does not touch', () => {
  it('failed there, the customer’s own channel is as good as before; the ladder goes on', () => {
    const life = opened()
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    life.fact('2026-11-03 10:00', 'standing.reported', arrears)
    life.until('2026-11-03 10:00')
    life.outcome('2026-11-03 10:01', 'failed')
    life.until('2026-11-03 10:02')
    expect(life.account.hot.misses).toEqual([])
    expect(life.attempts.map(({ channel }) => channel)).toEqual(['sms', 'voice'])
  })

  it('G6: a contact who was told is no customer who was warned', () => {
    const life = opened([{ ...low, to: 'contacts' }])
    life.fact('2026-11-02 10:00', 'contact-person.named', named)
    life.fact('2026-11-02 11:00', 'balance.reported', { balanceMicroYuan: yuan(5) })
    life.until('2026-11-02 11:00')
    life.outcome('2026-11-02 11:01', 'delivered')
    expect(life.story).toEqual(['low: delivered'])
    expect(life.account.hot.warnedAt).toBeNull()
  })
})

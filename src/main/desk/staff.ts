/** Staff accounts: made, changed, disabled; never deleted, for records name them. */
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import { isRole, lastStanding, type Role } from '../../api/roles.ts'
import { DatabaseError, type Statement } from '../../store/database.ts'
import { listApiKeys } from '../../store/api-key.ts'
import { forgetAttempts } from '../../store/sign-in-attempt.ts'
import { endSessions } from '../../store/staff-session.ts'
import {
  findStaff,
  insertStaff,
  listStaff,
  lockStaff,
  removeTotp,
  requireHolder,
  setPassword,
  staffMax,
  type StaffProfile,
  type StaffRow,
  unbindSubject,
  updateStaff,
} from '../../store/staff.ts'
import { hashPassword, oneTimePassword } from '../staff/password.ts'
import { audited } from './audit.ts'
import { refuse } from './parts.ts'
import { localeOf, type SessionsParts } from './sessions.ts'

interface Change {
  readonly name: string
  readonly displayName?: string | undefined
  readonly roles?: readonly Role[] | undefined
  readonly territories?: readonly string[] | undefined
  readonly locale?: string | undefined
  readonly disabled?: boolean | undefined
}

const uniqueViolation = '23505'

const missing = (name: string): Refusal => refuse('not-found', `nobody of the staff is named ${name}`)

export function staffDesk(
  parts: SessionsParts,
): Pick<Desk, 'listStaff' | 'createStaff' | 'changeStaff' | 'resetPassword'> {
  const { database, vault, clock, turnstile } = parts
  return {
    listStaff: async () => ({ items: (await listStaff(database)).map(viewOf) }),
    async createStaff({ name, displayName, roles, territories, locale }, actor) {
      const taken = await takenBy(parts, name)
      if (taken !== null) return taken
      const once = oneTimePassword()
      const password = await turnstile.pass(() => hashPassword(once))
      const createdAt = clock.now()
      const profile = { name, displayName: displayName ?? name, roles, territories, locale }
      const details = { roles, territories }
      const made = await unlessTaken(database, [
        insertStaff({ ...profile, password, mustChange: true, createdAt }),
        audited(actor, createdAt, { action: 'staff.create', object: name, details }),
      ])
      if (!made) return alreadyNamed(name)
      const state = { mustChangePassword: true, secondFactor: false, createdAt, disabledAt: null }
      return { ...profile, ...state, password: once }
    },
    changeStaff: (change, actor) => changed(parts, change, actor),
    async resetPassword({ name }, actor) {
      if ((await findStaff(database, name)) === null) return missing(name)
      const once = oneTimePassword()
      const password = await turnstile.pass(() => hashPassword(once))
      await database.transact([
        setPassword(name, { password, mustChange: true }),
        removeTotp(name),
        unbindSubject(name),
        endSessions(name, ''),
        forgetAttempts(vault.numberHash(`sign-in/${name}`)),
        audited(actor, clock.now(), { action: 'staff.password', object: name }),
      ])
      return { name, password: once }
    },
  }
}

const alreadyNamed = (name: string): Refusal =>
  refuse('wrong-state', `somebody is named ${name}, or was: names are not used twice`, 'name')

/** False when somebody else was faster with the same name. */
async function unlessTaken(
  database: SessionsParts['database'],
  statements: readonly Statement[],
): Promise<boolean> {
  try {
    await database.transact(statements)
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.code === uniqueViolation) return false
    throw error
  }
}

export async function takenBy(
  { database }: Pick<SessionsParts, 'database'>,
  name: string,
): Promise<Refusal | null> {
  if ((await findStaff(database, name)) !== null) return alreadyNamed(name)
  if ((await listApiKeys(database)).some(key => key.name === name))
    return refuse('wrong-state', `a key is named ${name}: in records a name means one`, 'name')
  if ((await listStaff(database)).length >= staffMax)
    return refuse('wrong-state', `there are ${staffMax} staff accounts already`)
  return null
}

async function changed({ database, clock }: SessionsParts, change: Change, actor: Actor) {
  const { name } = change
  const row = await findStaff(database, name)
  if (row === null) return missing(name)
  const now = clock.now()
  const next = profileOf(row, change, now)
  const wasLast = row.disabledAt === null && row.roles.includes(lastStanding)
  const isOther =
    next.disabledAt !== row.disabledAt ||
    !isSameList(next.roles, row.roles) ||
    !isSameList(next.territories, row.territories)
  const { name: _, ...details } = change
  try {
    await database.transact([
      lockStaff,
      updateStaff(name, next),
      ...(wasLast ? [requireHolder(lastStanding)] : []),
      ...(isOther ? [endSessions(name, '')] : []),
      audited(actor, now, { action: 'staff.change', object: name, details }),
    ])
  } catch (error) {
    if (!(error instanceof DatabaseError && error.kind === 'conflict-of-rows')) throw error
    return refuse(
      'wrong-state',
      `${name} is the last ${lastStanding} who can sign in: make another one first`,
    )
  }
  return viewOf({ ...row, ...next })
}

function profileOf(row: StaffRow, change: Change, now: number): StaffProfile {
  const disabledAt = change.disabled === true ? (row.disabledAt ?? now) : null
  return {
    displayName: change.displayName ?? row.displayName,
    roles: change.roles ?? row.roles,
    territories: change.territories ?? row.territories,
    locale: change.locale ?? row.locale,
    disabledAt: change.disabled === undefined ? row.disabledAt : disabledAt,
  }
}

export const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(one => b.includes(one))

const viewOf = (row: StaffRow) => ({
  name: row.name,
  displayName: row.displayName,
  roles: row.roles.filter(isRole),
  territories: [...row.territories],
  locale: localeOf(row.locale),
  mustChangePassword: row.mustChange,
  secondFactor: row.totpEnc !== null,
  createdAt: row.createdAt,
  disabledAt: row.disabledAt,
})

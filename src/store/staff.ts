/** People who work with Kairos: names, roles, where they may look, and what proves that it is them. */
import type { Instant } from '../core/units.ts'
import type { Database, Statement } from './database.ts'

export interface StaffRow {
  readonly name: string
  readonly displayName: string
  readonly roles: readonly string[]
  /** `province/zhejiang`, `city/taizhou`; none is everywhere. */
  readonly territories: readonly string[]
  readonly locale: string
  /** argon2id, as a PHC string. */
  readonly password: string
  readonly mustChange: boolean
  /** The secret of the second factor, sealed; null without one. */
  readonly totpEnc: Uint8Array | null
  /** One that waits to be confirmed. */
  readonly totpNextEnc: Uint8Array | null
  /** The step of the last code that was used. */
  readonly totpStep: number
  /** Issuer and subject, once somebody came in through the provider. */
  readonly oidcSubject: string | null
  /** Made by the provider, which has its roles. */
  readonly oidcManaged: boolean
  readonly createdAt: Instant
  readonly disabledAt: Instant | null
}

/** Disabled ones included: a name is not used twice. */
export const staffMax = 2_000

type Stored = Omit<StaffRow, 'roles' | 'territories'> & {
  readonly roles: string
  readonly territories: string
}

const columns = `name, display_name as "displayName", roles, territories, locale, password, must_change as "mustChange",
  totp_enc as "totpEnc", totp_next_enc as "totpNextEnc", totp_step as "totpStep", oidc_subject as "oidcSubject",
  oidc_managed as "oidcManaged", created_at as "createdAt", disabled_at as "disabledAt"`

const words = (text: string): readonly string[] => text.split(' ').filter(word => word !== '')
const rowOf = (stored: Stored): StaffRow => ({
  ...stored,
  roles: words(stored.roles),
  territories: words(stored.territories),
})

export type NewStaff = Pick<
  StaffRow,
  'name' | 'displayName' | 'roles' | 'territories' | 'locale' | 'password' | 'mustChange' | 'createdAt'
>

export const insertStaff = (row: NewStaff): Statement => ({
  text: `
    insert into staff (name, display_name, roles, territories, locale, password, must_change, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
  values: [
    row.name,
    row.displayName,
    row.roles.join(' '),
    row.territories.join(' '),
    row.locale,
    row.password,
    row.mustChange,
    row.createdAt,
  ],
  rows: 1,
})

export type StaffProfile = Pick<StaffRow, 'displayName' | 'roles' | 'territories' | 'locale' | 'disabledAt'>

export const updateStaff = (name: string, row: StaffProfile): Statement => ({
  text: `
    update staff set display_name = $2, roles = $3, territories = $4, locale = $5, disabled_at = $6 where name = $1`,
  values: [name, row.displayName, row.roles.join(' '), row.territories.join(' '), row.locale, row.disabledAt],
  rows: 1,
})

/** Refuses the transaction when nobody would be left who holds `role` and may sign in. Put it behind the change. */
export const requireHolder = (role: string): Statement => ({
  text: `
    select from (select count(*) as count from staff where disabled_at is null and ' ' || roles || ' ' like '% ' || $1 || ' %') held
    where held.count > 0`,
  values: [role],
  rows: 1,
})

/** One who changes roles waits for another who does. */
export const lockStaff: Statement = { text: 'lock table staff in share row exclusive mode', values: [] }

export const setPassword = (
  name: string,
  { password, mustChange }: Pick<StaffRow, 'password' | 'mustChange'>,
): Statement => ({
  text: 'update staff set password = $2, must_change = $3 where name = $1',
  values: [name, password, mustChange],
  rows: 1,
})

/** Only the stored form changes, and only of the password that was seen. */
export const upgradePassword = (name: string, before: string, after: string): Statement => ({
  text: 'update staff set password = $3 where name = $1 and password = $2',
  values: [name, before, after],
})

export const proposeTotp = (name: string, secretEnc: Uint8Array): Statement => ({
  text: `update staff set totp_next_enc = decode($2, 'hex') where name = $1`,
  values: [name, Buffer.from(secretEnc).toString('hex')],
  rows: 1,
})

/** What waited becomes the second factor; the code that confirmed it counts as used. */
export const confirmTotp = (name: string, step: number): Statement => ({
  text: `
    update staff set totp_enc = totp_next_enc, totp_next_enc = null, totp_step = $2
    where name = $1 and totp_next_enc is not null`,
  values: [name, step],
  rows: 1,
})

export const removeTotp = (name: string): Statement => ({
  text: 'update staff set totp_enc = null, totp_next_enc = null where name = $1',
  values: [name],
  rows: 1,
})

/** A code is used once: of two who come with it one is refused, and the transaction with it. */
export const useTotp = (name: string, step: number): Statement => ({
  text: 'update staff set totp_step = $2 where name = $1 and totp_step < $2',
  values: [name, step],
  rows: 1,
})

/** Refuses the transaction when somebody else has it, or the account was disabled meanwhile. */
export const bindSubject = (name: string, subject: string): Statement => ({
  text: `
    update staff set oidc_subject = $2
    where name = $1 and disabled_at is null and (oidc_subject is null or oidc_subject = $2)`,
  values: [name, subject],
  rows: 1,
})

export const manageByProvider = (name: string): Statement => ({
  text: 'update staff set oidc_managed = true where name = $1',
  values: [name],
  rows: 1,
})

/** Of an account that was not made by the provider: whoever comes next through it is taken for this person. */
export const unbindSubject = (name: string): Statement => ({
  text: 'update staff set oidc_subject = null where name = $1 and not oidc_managed',
  values: [name],
})

export async function findStaffBySubject(database: Database, subject: string): Promise<StaffRow | null> {
  const [row] = await database.read<Stored>({
    text: `select ${columns} from staff where oidc_subject = $1`,
    values: [subject],
  })
  return row === undefined ? null : rowOf(row)
}

export async function findStaff(database: Database, name: string): Promise<StaffRow | null> {
  const [row] = await database.read<Stored>({
    text: `select ${columns} from staff where name = $1`,
    values: [name],
  })
  return row === undefined ? null : rowOf(row)
}

export async function listStaff(database: Database): Promise<readonly StaffRow[]> {
  const rows = await database.read<Stored>({
    text: `select ${columns} from staff order by name limit $1`,
    values: [staffMax],
  })
  return rows.map(rowOf)
}

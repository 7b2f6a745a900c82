/** The audit log (FP-10): what desk functions write with each change and each look at a person, and how it is read. */
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import type { Instant } from '../../core/units.ts'
import { appendAudit, type AuditRow, checkAudit, listAudit } from '../../store/audit.ts'
import type { Statement } from '../../store/database.ts'
import { badCursor, cursorOf, type DeskParts, pageOf, readCursor } from './parts.ts'

/** Nobody has proved yet who they are. */
export const nobody = { kind: 'system', name: 'sign-in' } as const
/** Kairos itself. */
export const itself = { kind: 'system', name: 'kairos' } as const

type Doer = Pick<Actor, 'kind' | 'name'> | typeof nobody | typeof itself

interface Deed {
  /** noun.verb */
  readonly action: string
  /** Never a number, nor what somebody typed who has not signed in. */
  readonly object: string
  readonly reason?: string | undefined
  readonly details?: Readonly<Record<string, unknown>>
}

/** The last of the statements that do it. */
export const audited = (doer: Doer, at: Instant, { action, object, reason, details }: Deed): Statement =>
  appendAudit({
    at,
    actorKind: doer.kind,
    actor: doer.name,
    action,
    object,
    reason: reason ?? null,
    details: JSON.stringify(details ?? {}),
  })

/** Entries walked in one call: some 50 ms. */
const sliceMax = 5_000

const hexOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex')

const viewOf = (row: AuditRow) => ({
  ...row,
  details: JSON.parse(row.details) as Record<string, unknown>,
  hash: hexOf(row.hash),
})

export function auditDesk({ database }: DeskParts): Pick<Desk, 'listAudit' | 'checkAudit'> {
  return {
    async listAudit({ actor, action, since, after, limit }) {
      const cursor = readCursor(after, ['number'])
      if (cursor === 'bad') return badCursor
      const before = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const wanted = { actor: actor ?? null, action: action ?? null, since: since ?? 0 }
      const rows = await listAudit(database, { ...wanted, before, rowsMax: limit + 1 })
      const { items, next } = pageOf(rows, limit, row => cursorOf(row.seq))
      return { items: items.map(viewOf), next }
    },
    async checkAudit({ after }) {
      const { last, broken, isEnd, hash } = await checkAudit(database, {
        after: Number(after),
        rowsMax: sliceMax,
      })
      return {
        last,
        next: isEnd ? null : String(last),
        broken,
        hash: hash.length === 0 ? null : hexOf(hash),
      }
    },
  }
}

/** Who is calling: a system with a key, or a member of staff who is signed in. */
import type { Scope } from './keys.ts'

interface Caller {
  readonly id: string
  /** As it is recorded; keys and staff share their names, so that each means one. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Where it may look: `province/zhejiang`, `city/taizhou`; none is everywhere. */
  readonly territories: readonly string[]
}

export interface KeyActor extends Caller {
  readonly kind: 'key'
}

export interface StaffActor extends Caller {
  readonly kind: 'staff'
  /** The id of the session. */
  readonly session: string
}

export type Actor = KeyActor | StaffActor

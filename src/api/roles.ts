/**
 * What each role may do. A member of staff may have several; `docs/roles.md` is made from this table.
 *
 * Nobody who makes rules, keys or accounts looks at customers, and nobody who looks at customers changes what others are
 * told (to send one customer once more what they were told is none of that): either alone is harmless, both together are how data leave (FP-10). Sending facts is for systems: no role has it.
 */
import type { Scope } from './keys.ts'

interface RoleMeaning {
  readonly scopes: readonly Scope[]
  /** Whom it is for, and why it has no more. */
  readonly why: string
}

export const roleMeanings = {
  viewer: {
    scopes: ['read'],
    why: 'who wants to see how it goes: figures, rules and states, no customer',
  },
  agent: {
    scopes: ['read', 'customers', 'unmask', 'assist', 'stage'],
    why: 'who has a customer on the line: opens one customer for one reason, and does for them what they ask; changes no rule',
  },
  editor: {
    scopes: ['read', 'rulebook:write', 'rulebook:try'],
    why: 'who writes rules and wording and brings them into force once they are reviewed',
  },
  reviewer: {
    scopes: ['read', 'rulebook:review', 'rulebook:try', 'blocks:approve'],
    why: 'who answers for what is said: reviews the versions of others and decides on blocks; writes none, asks for none, sees no customer; in an emergency publishes one that no dry run has tried',
  },
  operator: {
    scopes: ['read', 'operate', 'export', 'stage'],
    why: 'who keeps it running: stops, replays, discards, takes lists along; needs no customer for it',
  },
  auditor: {
    scopes: ['read', 'audit', 'export'],
    why: 'who watches the others: reads what they did, and so does nothing else and sees no customer',
  },
  administrator: {
    scopes: ['read', 'audit', 'staff', 'erase', 'admin', 'stage'],
    why: 'who lets people and systems in, and carries out erasures by account; of customers sees only what stands in an event set aside, for a reason',
  },
} as const satisfies Record<string, RoleMeaning>

export type Role = keyof typeof roleMeanings
export const roles = Object.keys(roleMeanings) as [Role, ...Role[]]

/** The role that must never be without a holder. */
export const lastStanding: Role = 'administrator'

export const isRole = (text: string): text is Role => Object.hasOwn(roleMeanings, text)

/** What several roles open together. */
export const scopesOf = (held: readonly Role[]): readonly Scope[] => [
  ...new Set(held.flatMap(role => [...roleMeanings[role].scopes])),
]

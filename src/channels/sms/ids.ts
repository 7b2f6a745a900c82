/**
 * The ids of a message's parts as the one id that its answer carries, and back: `1000000001 1000000002`. A
 * centre that gives no id leaves a place: `?` and what tells the attempt apart.
 */
import { hash } from 'node:crypto'
import { plainId } from '../../../packages/smpp/src/index.ts'
import type { IdBase } from './settings.ts'

/** One spelling for an id, which is the centre's text: nothing in it may be taken for more than an id. */
export const spelled = (id: string, base: IdBase): string =>
  plainId(id, base)
    .slice(0, 64)
    .replaceAll(/[^!-~]|^\?/g, '_')

/** @param ids one per part; null where the centre gave none. */
export function messageIdOf(attempt: string, ids: readonly (string | null)[]): string {
  const unlike = `?${hash('sha256', attempt, 'hex').slice(0, 16)}`
  return ids.map(id => id ?? unlike).join(' ')
}

export const idsOf = (messageId: string): readonly (string | null)[] =>
  messageId.split(' ').map(id => (id.startsWith('?') ? null : id))

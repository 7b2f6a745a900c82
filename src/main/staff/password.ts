/**
 * Passwords: argon2id (RFC 9106) with what OWASP asks for, 19 MiB, two passes, one lane: 21 ms on one core. Kept as a PHC
 * string, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, so that old ones can be told from what is asked for today.
 */
import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

interface Cost {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

const today: Cost = { memoryKiB: 19_456, passes: 2, lanes: 1 }
const saltBytes = 16
const hashBytes = 32
const derive = promisify(argon2)

/** The same letters from any keyboard. */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFC'))

const hashOf = (password: string, salt: Uint8Array, { memoryKiB, passes, lanes }: Cost): Promise<Buffer> =>
  derive('argon2id', {
    message: bytesOf(password),
    nonce: salt,
    parallelism: lanes,
    tagLength: hashBytes,
    memory: memoryKiB,
    passes,
  })

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')

export async function hashPassword(password: string, cost: Cost = today): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await hashOf(password, salt, cost)
  const { memoryKiB, passes, lanes } = cost
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${base64(salt)}$${base64(hash)}`
}

const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** @param kept null for somebody who does not exist: that takes as long, and is never right */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  if (kept === null) {
    await hashOf(password, Buffer.alloc(saltBytes), today)
    return false
  }
  const [, memoryKiB, passes, lanes, salt = '', hash = ''] = form.exec(kept) ?? []
  if (memoryKiB === undefined) throw new Error('a stored password is not in PHC form')
  const cost = { memoryKiB: Number(memoryKiB), passes: Number(passes), lanes: Number(lanes) }
  const expected = Buffer.from(hash, 'base64')
  const given = await hashOf(password, Buffer.from(salt, 'base64'), cost)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Whether it was kept at another cost than today's. */
export const isOutdated = (kept: string): boolean =>
  !kept.startsWith(`$argon2id$v=19$m=${today.memoryKiB},t=${today.passes},p=${today.lanes}$`)

const charactersMin = 12
const differentMin = 5
const obvious: readonly string[] = [
  'password',
  'passw0rd',
  'qwerty',
  'asdfgh',
  'letmein',
  'welcome',
  'administrator',
  'chinamobile',
  'woaini',
  'iloveyou',
  '123456',
  '654321',
  '5201314',
  '888888',
  '10086',
  'kairos',
]
/** What may stay of a password when the obvious is taken out of it, and it is still obvious. */
const restMax = 7

/** Why a password is too easy to guess; null when it is not. */
export function weaknessOf(password: string, name: string): string | null {
  const letters = Array.from(password.normalize('NFC'))
  if (letters.length < charactersMin) return `it has less than ${charactersMin} characters`
  if (new Set(letters).size < differentMin) return 'it repeats few characters'
  const plain = password.toLowerCase()
  const rest = [name.toLowerCase(), ...obvious].reduce((left, word) => left.replaceAll(word, ''), plain)
  if (plain.includes(name.toLowerCase()) && rest.length <= restMax) return 'it is hardly more than the name'
  return rest.length <= restMax && rest !== plain ? 'it is among those that are tried first' : null
}

/** Letters and digits that nobody mistakes for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 4
const groupCharacters = 5

/** For one use: 99 bits. */
export function oneTimePassword(): string {
  const group = (): string =>
    Array.from({ length: groupCharacters }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

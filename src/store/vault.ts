/**
 * Everything secret about personal data (BC-01): the master key wraps one data key per customer; numbers,
 * names and texts are encrypted under the customer's key with AES-256-GCM, bound to the place where they
 * are kept; numbers are found by a keyed hash. Erasing a customer is deleting the wrapped key.
 *
 * An envelope is: version (1 byte) · iv (12) · tag (16) · ciphertext. The place (`table/column/row`) is
 * authenticated with it, so that an envelope moved elsewhere does not open.
 *
 * Measured on one core: encrypt or decrypt 2.5 µs with a key object (10 µs with raw bytes, which node wraps
 * anew each time), number hash 1.9 µs (through one-shot hashes; the `createHmac` object takes 8.6 µs).
 * Wrapped keys are opened once while they stay in the cache.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { shardOf } from '../core/account/shard.ts'
import type { AccountId } from '../core/event/event.ts'

const version = 1
const ivBytes = 12
const tagBytes = 16
const keyBytes = 32
/** Unwrapped keys kept in memory: some 150 bytes each. */
const keysMax = 50_000

export type DataKey = KeyObject
/** Where an envelope is kept: `reminder/text/A17#1`. */
export type Place = string

export class Vault {
  /** Names the master key in the data that it protects. */
  readonly keyId: string
  readonly #master: KeyObject
  /** For what belongs to no known customer. */
  readonly #house: DataKey
  readonly #index: Uint8Array
  readonly #keyedHash: (text: string) => Buffer
  readonly #open = new Map<AccountId, DataKey>()

  /** @param indexKeyEnc the wrapped key of the index, once the master key has been changed; null until then. */
  constructor(master: Uint8Array, indexKeyEnc: Uint8Array | null = null) {
    if (master.length !== keyBytes)
      throw new RangeError(`a master key has ${keyBytes} bytes, not ${master.length}`)
    this.#master = createSecretKey(derive(master, 'wrap'))
    this.#house = createSecretKey(derive(master, 'house'))
    this.#index =
      indexKeyEnc === null ? derive(master, 'index') : unseal(this.#master, indexKeyEnc, indexPlace)
    this.#keyedHash = hmac(this.#index)
    this.keyId = createHash('sha256').update(master).digest('hex').slice(0, 12)
  }

  /** 16 bytes of HMAC-SHA256: where a number stands in the directory. */
  numberHash(number: string): Uint8Array {
    return this.#keyedHash(number).subarray(0, 16)
  }

  /** 48 bits of HMAC-SHA256 of a text that holds personal data, so that the journal can compare and not tell. */
  bodyHash(text: string): number {
    return this.#keyedHash(text).readUIntBE(16, 6)
  }

  /** A new customer's key, and its wrapped form for the person row; not cached, since that row may not be committed. */
  newKey(account: AccountId): { readonly key: DataKey; readonly wrapped: Uint8Array } {
    const raw = randomBytes(keyBytes)
    return { key: createSecretKey(raw), wrapped: seal(this.#master, raw, wrapPlace(account)) }
  }

  /**
   * The customer's key, from the cache or from its wrapped form. Only for the engine, whose turns follow one another:
   * whoever read the wrapped form before an erasure and came here after it would bring the key back.
   */
  key(account: AccountId, wrapped: Uint8Array): DataKey {
    const known = this.#open.get(account)
    if (known !== undefined) return known
    const key = this.unwrap(account, wrapped)
    this.#keep(account, key)
    return key
  }

  /** The customer's key from its wrapped form, for one look. */
  unwrap(account: AccountId, wrapped: Uint8Array): DataKey {
    return createSecretKey(unseal(this.#master, wrapped, wrapPlace(account)))
  }

  /** The key if it is in the cache. */
  known(account: AccountId): DataKey | undefined {
    return this.#open.get(account)
  }

  /** At erasure. */
  forget(account: AccountId): void {
    this.#open.delete(account)
  }

  seal(key: DataKey, text: string, place: Place): Uint8Array {
    return seal(key, Buffer.from(text), place)
  }

  /** Throws when the envelope is not of this key and place. */
  unseal(key: DataKey, envelope: Uint8Array, place: Place): string {
    return unseal(key, envelope, place).toString('utf8')
  }

  /** For texts that belong to no known customer. */
  sealHouse(text: string, place: Place): Uint8Array {
    return seal(this.#house, Buffer.from(text), place)
  }

  unsealHouse(envelope: Uint8Array, place: Place): string {
    return unseal(this.#house, envelope, place).toString('utf8')
  }

  /** A customer's wrapped key, wrapped by another master key. */
  rewrap(next: Vault, account: AccountId, wrapped: Uint8Array): Uint8Array {
    const place = wrapPlace(account)
    return seal(next.#master, unseal(this.#master, wrapped, place), place)
  }

  /** What belongs to no known customer, under another master key. */
  reseal(next: Vault, envelope: Uint8Array, place: Place): Uint8Array {
    return seal(next.#house, unseal(this.#house, envelope, place), place)
  }

  /** This index's key, wrapped by another master key: what it hashed is found on. */
  indexKeyFor(next: Vault): Uint8Array {
    return seal(next.#master, this.#index, indexPlace)
  }

  /** The oldest of the cache makes room: no use is recorded, which costs less than it saves. */
  #keep(account: AccountId, key: DataKey): void {
    if (this.#open.size >= keysMax) {
      const [oldest] = this.#open.keys()
      if (oldest !== undefined) this.#open.delete(oldest)
    }
    this.#open.set(account, key)
  }
}

const wrapPlace = (account: AccountId): Place => `person/key/${shardOf(account)}/${account}`

const indexPlace: Place = 'install/index'

function derive(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `kairos/${purpose}`, keyBytes))
}

/** A short-lived slice of random bytes is cheaper than asking for twelve each time. */
let pool = randomBytes(0)
let poolAt = 0
function freshIv(): Buffer {
  if (poolAt + ivBytes > pool.length) {
    pool = randomBytes(ivBytes * 512)
    poolAt = 0
  }
  poolAt += ivBytes
  return pool.subarray(poolAt - ivBytes, poolAt)
}

function seal(key: DataKey, plain: Uint8Array, place: Place): Uint8Array {
  const iv = freshIv()
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(place))
  const text = cipher.update(plain)
  cipher.final()
  return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), text])
}

function unseal(key: DataKey, envelope: Uint8Array, place: Place): Buffer {
  if (envelope[0] !== version || envelope.length < 1 + ivBytes + tagBytes) {
    throw new RangeError(`not an envelope of version ${version}: ${place}`)
  }
  const tagAt = 1 + ivBytes
  const decipher = createDecipheriv('aes-256-gcm', key, envelope.subarray(1, tagAt))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(envelope.subarray(tagAt, tagAt + tagBytes))
  const text = decipher.update(envelope.subarray(tagAt + tagBytes))
  return Buffer.concat([text, decipher.final()])
}

/** Longest text hashed without a new buffer. */
const hashTextMax = 16 * 1024

/** HMAC-SHA256 (RFC 2104) from two one-shot hashes. */
function hmac(key: Uint8Array): (text: string) => Buffer {
  const inner = Buffer.alloc(64 + hashTextMax)
  const outer = Buffer.alloc(64 + 32)
  for (let i = 0; i < 64; i += 1) {
    inner[i] = (key[i] ?? 0) ^ 0x36
    outer[i] = (key[i] ?? 0) ^ 0x5c
  }
  return text => {
    if (text.length * 3 > hashTextMax) throw new RangeError('a text to be hashed is too long')
    const length = inner.write(text, 64, 'utf8')
    hash('sha256', inner.subarray(0, 64 + length), 'buffer').copy(outer, 64)
    return hash('sha256', outer, 'buffer')
  }
}

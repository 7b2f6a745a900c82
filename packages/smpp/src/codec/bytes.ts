/** A cursor over the body of one PDU. It never throws: what is not there reads as empty, and is noted. */
export class Reader {
  readonly #bytes: Buffer
  #at: number
  #short = false
  #oddities: string[] | null = null
  /** Name of the field being read, for the notes. */
  field = ''

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.#at = at
  }

  /** Something that should have been there was not. */
  get short(): boolean {
    return this.#short
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  get oddities(): readonly string[] {
    return this.#oddities ?? []
  }

  note(oddity: string): void {
    this.#oddities ??= []
    this.#oddities.push(this.field === '' ? oddity : `${this.field}: ${oddity}`)
  }

  uint8(): number {
    return this.#has(1) ? this.#bytes.readUInt8(this.#at++) : 0
  }

  uint16(): number {
    if (!this.#has(2)) return 0
    this.#at += 2
    return this.#bytes.readUInt16BE(this.#at - 2)
  }

  uint32(): number {
    if (!this.#has(4)) return 0
    this.#at += 4
    return this.#bytes.readUInt32BE(this.#at - 4)
  }

  /** A copy, so that a value kept for long does not keep the socket's whole buffer. */
  octets(length: number): Buffer {
    if (!this.#has(length)) return Buffer.alloc(0)
    this.#at += length
    return Buffer.from(this.#bytes.subarray(this.#at - length, this.#at))
  }

  /** Up to the next NUL, or to the end where there is none. */
  cString(): string {
    if (!this.#has(1)) return ''
    const start = this.#at
    const nul = this.#bytes.indexOf(0, start)
    if (nul === -1) this.note('not terminated')
    const end = nul === -1 ? this.#bytes.length : nul
    this.#at = nul === -1 ? end : nul + 1
    return this.#bytes.toString('latin1', start, end)
  }

  #has(length: number): boolean {
    if (this.left >= length) return true
    this.#short = true
    this.#at = this.#bytes.length
    return false
  }
}

/** Bytes of one PDU in the making; grows as needed. */
export class Writer {
  #bytes = Buffer.allocUnsafe(256)
  #at = 0

  uint8(value: number): void {
    this.#grow(1)
    this.#at = this.#bytes.writeUInt8(value, this.#at)
  }

  uint16(value: number): void {
    this.#grow(2)
    this.#at = this.#bytes.writeUInt16BE(value, this.#at)
  }

  uint32(value: number): void {
    this.#grow(4)
    this.#at = this.#bytes.writeUInt32BE(value, this.#at)
  }

  octets(value: Uint8Array): void {
    this.#grow(value.length)
    this.#bytes.set(value, this.#at)
    this.#at += value.length
  }

  cString(value: string): void {
    this.#grow(value.length + 1)
    this.#at += this.#bytes.write(value, this.#at, 'latin1')
    this.#bytes[this.#at++] = 0
  }

  /** Everything written, with its length put into the first four bytes. */
  frame(): Buffer {
    this.#bytes.writeUInt32BE(this.#at, 0)
    return this.#bytes.subarray(0, this.#at)
  }

  #grow(by: number): void {
    if (this.#at + by <= this.#bytes.length) return
    const bigger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + by))
    this.#bytes.copy(bigger, 0, 0, this.#at)
    this.#bytes = bigger
  }
}

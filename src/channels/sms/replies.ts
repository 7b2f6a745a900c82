/**
 * Messages of handsets, until somebody has kept them. Parts of a long one are answered when the whole is kept, so that
 * a centre brings again what was lost with us in between; after a while what has come of it is kept as it is. A part that
 * comes again after the whole was kept (our answer was lost) is no beginning of another message: it is answered as before.
 */
import { hash } from 'node:crypto'
import { codingOf, decodeText, partOf, Reassembly, status } from '../../../packages/smpp/src/index.ts'
import type { Part, PduOf } from '../../../packages/smpp/src/index.ts'
import type { Instant } from '../../core/units.ts'
import type { Reply } from '../channel.ts'
import { fromWire } from './number.ts'
import type { SmsSettings } from './settings.ts'

type Words = PduOf<'deliver_sm' | 'data_sm'>

/** The application's own answer to deliver_sm: no text that we can read. Better than to lose it in silence. */
const rejected = 0x66
/** Most centres wait half a minute for an answer, and bring the message again. */
const usualPartsWaitMs = 20_000
const gap = '…'
/** Whole messages whose parts are known again, and for how long. */
const wholesMax = 1_000
const wholesForMs = 600_000

interface Heard {
  readonly pdu: Words
  readonly arrival: Instant
}

interface Whole {
  readonly contents: readonly string[]
  readonly since: number
  readonly code: Promise<number>
}

export class Replies {
  readonly #settings: Pick<SmsSettings, 'name' | 'alphabet' | 'countryCode'>
  readonly #keep: (reply: Reply) => Promise<void>
  readonly #parts: Reassembly<Heard>
  /** Who waits for an answer, a part brought twice included, by message. */
  readonly #waiting = new Map<string, ((code: number) => void)[]>()
  /** Those told whole, by name, the oldest first; of each part what it says. */
  readonly #wholes = new Map<string, Whole>()
  readonly #elapsed: () => number
  readonly #waitMs: number
  #sweeping: NodeJS.Timeout | null = null

  constructor(
    settings: Pick<SmsSettings, 'name' | 'alphabet' | 'countryCode'>,
    what: {
      readonly keep: (reply: Reply) => Promise<void>
      readonly elapsed: () => number
      readonly waitMs?: number
    },
  ) {
    this.#settings = settings
    this.#keep = what.keep
    this.#elapsed = what.elapsed
    this.#waitMs = what.waitMs ?? usualPartsWaitMs
    this.#parts = new Reassembly({ unfinishedMax: 1_000, octetsMax: 1_048_576, waitMs: this.#waitMs })
  }

  /** Resolves to the command_status that the centre is to be given. */
  hear(pdu: Words, arrival: Instant): Promise<number> {
    const { mark, content } = contentOf(pdu)
    if (mark === null || mark.total === 1) return this.#tell([content], { pdu, arrival })
    const [source, destination] = [pdu.body.source.number, pdu.body.destination.number]
    const part: Part<Heard> = { source, destination, mark, content, tag: { pdu, arrival } }
    return (
      this.#again(part) ??
      new Promise(answer => {
        const { whole, givenUp } = this.#parts.add(part, this.#elapsed())
        // Those given up may bear the name of the message that this part begins.
        for (const parts of givenUp) void this.#tellParts(parts)
        const name = nameOf(part)
        this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), answer])
        if (whole !== null) this.#remember(name, whole, this.#tellParts(whole))
        this.#sweep()
      })
    )
  }

  /** What was answered, or will be, to the whole that this part was of; null when it is of none. */
  #again(part: Part<Heard>): Promise<number> | null {
    const whole = this.#wholes.get(nameOf(part))
    if (!whole || this.#elapsed() - whole.since > wholesForMs) return null
    return whole.contents[part.mark.number - 1] === hashOf(part.content) ? whole.code : null
  }

  #remember(name: string, parts: readonly Part<Heard>[], code: Promise<number>): void {
    const whole = { contents: parts.map(({ content }) => hashOf(content)), since: this.#elapsed(), code }
    this.#wholes.delete(name)
    this.#wholes.set(name, whole)
    const [oldest] = this.#wholes.keys()
    if (this.#wholes.size > wholesMax && oldest !== undefined) this.#wholes.delete(oldest)
    // What could not be kept is to come again, all of it.
    void code.then(
      given => given !== status.ok && this.#wholes.get(name) === whole && this.#wholes.delete(name),
    )
  }

  /** Nobody hears any more: the centre brings again what has not been answered. */
  close(): void {
    if (this.#sweeping) clearTimeout(this.#sweeping)
    this.#sweeping = null
  }

  async #tellParts(parts: readonly Part<Heard>[]): Promise<number> {
    const [first] = parts
    const name = nameOf(first!)
    const answers = this.#waiting.get(name) ?? []
    this.#waiting.delete(name)
    const contents: Buffer[] = []
    for (const { mark, content } of parts) {
      while (contents.length < mark.number - 1) contents.push(Buffer.alloc(0))
      contents.push(content)
    }
    while (contents.length < first!.mark.total) contents.push(Buffer.alloc(0))
    const code = await this.#tell(contents, first!.tag)
    for (const answer of answers) answer(code)
    return code
  }

  async #tell(contents: readonly Buffer[], { pdu, arrival }: Heard): Promise<number> {
    const { name, alphabet, countryCode } = this.#settings
    const coding = codingOf(pdu.body.dataCoding, alphabet)
    if (coding === null) return rejected
    const isWhole = contents.every(({ length }) => length > 0)
    const text = isWhole
      ? decodeText(Buffer.concat(contents), coding)
      : contents.map(content => (content.length === 0 ? gap : decodeText(content, coding))).join('')
    const { source, destination } = pdu.body
    const number = fromWire(source, countryCode)
    const reply: Reply = { gateway: name, channel: 'sms', number, to: destination.number, text, at: arrival }
    return this.#keep(reply).then(
      () => status.ok,
      () => status.temporaryError,
    )
  }

  #sweep(): void {
    if (this.#parts.size === 0 || this.#sweeping) return
    this.#sweeping = setTimeout(() => {
      this.#sweeping = null
      for (const parts of this.#parts.expire(this.#elapsed())) void this.#tellParts(parts)
      this.#sweep()
    }, this.#waitMs / 4).unref()
  }
}

const hashOf = (content: Buffer): string => hash('sha256', content, 'hex')

const nameOf = ({ source, destination, mark }: Part<Heard>): string =>
  [source, destination, mark.style, mark.reference, mark.total].join(' ')

function contentOf(pdu: Words) {
  const message = pdu.command === 'deliver_sm' ? pdu.body.message : Buffer.alloc(0)
  return partOf({ body: { esmClass: pdu.body.esmClass, message }, tlvs: pdu.tlvs })
}

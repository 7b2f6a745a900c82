/** What phones have on their screens: as the centre brought it there, not as our database has it. */
import type { z } from 'zod'
import { codesIn } from '../../../../operator/writing.ts'
import type { Shown } from '../../../../operator/hands.ts'
import type { stageMessage } from '../../../api/shapes/stage.ts'
import type { Instant } from '../../../core/units.ts'

type Message = z.output<typeof stageMessage>

/** The newest of a phone; a month brings some ten. */
const messagesMax = 60
/** Phones remembered; beyond it those are forgotten that were first heard of. */
const phonesMax = 20_000

export class Screens {
  readonly #phones = new Map<string, Message[]>()
  #count = 0

  show({ number, ...shown }: Shown): void {
    this.#add(number, { ...shown, codes: [...codesIn(shown.text)] })
  }

  /** Somebody wrote with it. */
  wrote(number: string, at: Instant, text: string): void {
    this.#add(number, { at, from: null, text, parts: 1, codes: [] })
  }

  /** Oldest first; what is still on its way is not there yet. */
  of(number: string, now: Instant): Message[] {
    const all = this.#phones.get(number) ?? []
    return all.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at || Number(a.id) - Number(b.id))
  }

  #add(number: string, message: Omit<Message, 'id'>): void {
    const screen = this.#phones.get(number) ?? []
    this.#phones.set(number, screen)
    screen.push({ id: String((this.#count += 1)), ...message })
    if (screen.length > messagesMax) screen.shift()
    const [first] = this.#phones.keys()
    if (this.#phones.size > phonesMax && first !== undefined) this.#phones.delete(first)
  }
}

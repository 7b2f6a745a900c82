/** What was seen on the wire and at the centre, written down as it happened: what a life is judged by. */
import type { MessageState } from '../../../packages/smpp/src/index.ts'

/** A part of a message, by what it says: the number that it goes to, and its name. */
export interface PartName {
  readonly number: string
  readonly name: string
  readonly part: number
}

/** The centre has it, and has given it this id. Moments are message time. */
export interface Taken extends PartName {
  readonly id: string
  readonly at: number
}

/** A submit_sm as it came by, whether or not it got through. */
export interface SubmitSeen extends PartName {
  readonly link: number
  readonly sequence: number
  /** Answered as far as the wire is concerned: the driver may have heard it. */
  answered: boolean
}

/** A deliver_sm as it was let through to the driver. `status` is the driver's answer, null without one. */
interface DeliverSeen {
  readonly link: number
  readonly sequence: number
  status: number | null
}
export interface ReceiptSeen extends DeliverSeen {
  /** As the centre's answer had it. */
  readonly id: string
  readonly state: MessageState
}
export type ReplySeen = DeliverSeen & PartName & { readonly total: number }

/** The engine's process died. */
export interface Death {
  readonly at: number
  /** Messages that it had decided to send and had no answer for. */
  readonly unanswered: number
  /** Links that had broken under this process. */
  readonly cuts: number
}

export class WireLog {
  readonly taken: Taken[] = []
  /** Names of messages that the centre will never take. */
  readonly refused = new Set<string>()
  readonly submits: SubmitSeen[] = []
  readonly receipts: ReceiptSeen[] = []
  readonly replies: ReplySeen[] = []
  readonly deaths: Death[] = []
  /** Links that broke, the oldest first. */
  readonly cuts = new Set<number>()
  /** How often each kind of trouble was made. */
  readonly troubles = new Map<string, number>()
  /** Seen on the wire while it happened. */
  readonly faults: string[] = []

  /** What the driver was told over a link that holds, and has not answered; but for messages of which a part is missing. */
  unanswered(): readonly (ReceiptSeen | ReplySeen)[] {
    const open = [...this.receipts, ...this.replies].filter(
      ({ status, link }) => status === null && !this.cuts.has(link),
    )
    return open.filter(one => !('total' in one) || this.#isWhole(one))
  }

  #isWhole(reply: ReplySeen): boolean {
    const seen = this.replies.filter(one => messageOf(one) === messageOf(reply))
    const heard = seen.filter(({ status, link }) => status === 0 || !this.cuts.has(link))
    return new Set(heard.map(({ part }) => part)).size === reply.total
  }

  note(trouble: string): void {
    this.troubles.set(trouble, (this.troubles.get(trouble) ?? 0) + 1)
  }
}

export const messageOf = ({ number, name }: Pick<PartName, 'number' | 'name'>): string => `${number} ${name}`

/** How the agent's window leads the one that the customer looks at: both are ours, in one browser. */
import type { Language } from '../../frame/choices.ts'

const name = 'kairos-second-screen'

export type Word =
  | { readonly kind: 'show'; readonly account: string; readonly eventId: string; readonly language: Language }
  /** Nothing of the customer stands there. */
  | { readonly kind: 'hide' }
  /** The customer's window has opened and asks what to show. */
  | { readonly kind: 'ready' }

/** Tells what the other window says; gives what to say to it, and how to end. */
export function openLine(heard: (word: Word) => void): {
  readonly say: (word: Word) => void
  readonly close: () => void
} {
  const line = new BroadcastChannel(name)
  line.addEventListener('message', ({ data }: MessageEvent<Word>) => heard(data))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel within our origin knows no other
  return { say: word => line.postMessage(word), close: () => line.close() }
}

/** Where it stands. */
export const screenPath = (account: string, eventId: string): string =>
  `/console/second-screen/${encodeURIComponent(account)}/${encodeURIComponent(eventId)}`

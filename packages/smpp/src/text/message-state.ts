/** What has become of a message: message_state (§5.2.28); its place in the list is its code. */
export const messageStates = [
  'scheduled',
  'enroute',
  'delivered',
  'expired',
  'deleted',
  'undeliverable',
  'accepted',
  'unknown',
  'rejected',
] as const
export type MessageState = (typeof messageStates)[number]

/** Nothing more will be heard after one of these. `unknown` is not among them: nobody knows. */
const final: ReadonlySet<MessageState> = new Set([
  'delivered',
  'expired',
  'deleted',
  'undeliverable',
  'rejected',
])
export const isFinal = (state: MessageState): boolean => final.has(state)

/** By the beginning of the word, since centres cut and spell it differently. */
const stats: readonly (readonly [string, MessageState])[] = [
  ['DELIV', 'delivered'],
  ['EXPIR', 'expired'],
  ['DELET', 'deleted'],
  ['UNDEL', 'undeliverable'],
  ['ACCEP', 'accepted'],
  ['REJEC', 'rejected'],
  ['ENROU', 'enroute'],
  ['SCHED', 'scheduled'],
]

export const stateOf = (stat: string): MessageState =>
  stats.find(([beginning]) => stat.toUpperCase().startsWith(beginning))?.[1] ?? 'unknown'

/** Its spelling in the text of a receipt. */
export const stateWords: { readonly [S in MessageState]: string } = {
  scheduled: 'SCHEDLD',
  enroute: 'ENROUTE',
  delivered: 'DELIVRD',
  expired: 'EXPIRED',
  deleted: 'DELETED',
  undeliverable: 'UNDELIV',
  accepted: 'ACCEPTD',
  unknown: 'UNKNOWN',
  rejected: 'REJECTD',
}

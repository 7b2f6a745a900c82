export * from './book.ts'

export const touchpoints = {
  opening: 'Opening',
  'business-change': 'Change of business',
  vas: 'Value-added service',
  expiry: 'Expiry',
  rebate: 'Rebate',
  roaming: 'Roaming',
  'sensitive-query': 'Sensitive query',
  'low-balance': 'Low balance',
  arrears: 'Arrears',
  'data-usage': 'Data usage',
  bill: 'Bill',
  points: 'Points',
  promotion: 'Promotion',
  care: 'Care',
} as const

export const states = {
  planned: 'planned',
  attempted: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  expired: 'expired',
  unconfirmed: 'unconfirmed',
  withheld: 'withheld',
} as const

export const reasons = {
  'not-allowed': 'not on the allow-list',
  'no-consent': 'no consent to marketing',
  unsubscribed: 'switched off by the customer',
  blocked: 'blocked by staff',
  'once-per': 'said already',
  superseded: 'superseded',
  merged: 'merged',
  'told-recently': 'told recently',
  'frequency-cap': 'enough for the day',
  moot: 'no longer true',
  'too-late': 'too late to be of use',
  'published-late': 'past when published',
  'stale-facts': 'facts too old',
  recalled: 'rule recalled',
  paused: 'paused',
  'no-channel': 'no channel',
  incomplete: 'incomplete',
  'too-long': 'too long',
  'line-closed': 'line closed',
  erased: 'person erased',
  'maybe-sent': 'perhaps sent already',
  'held-back': 'withheld after an outage',
} as const

export const classes = {
  code: 'code',
  'real-time': 'real time',
  notice: 'notice',
  courtesy: 'courtesy',
  marketing: 'marketing',
} as const

export const channelNames = {
  sms: 'SMS',
  voice: 'voice',
  email: 'e-mail',
  push: 'push',
  'staff-call': 'call by staff',
  webhook: 'webhook',
} as const

export const answers = {
  ...reasons,
  planned: 'to be told',
  condition: 'its condition does not hold',
  audience: 'not for this customer',
  'not-ordered': 'not ordered by the customer',
  'not-in-force': 'not in force on this day',
  'not-a-moment': 'a publication says nothing belated',
  'no-date': 'the date from which it counts is not known',
  'no-contact': 'there is no contact to tell',
  'no-line': 'there is no line to tell',
  'rule-gone': 'the rule is no longer there',
  secret: 'codes and passwords are not sent again',
} as const

/** What staff do about one account. */
export const deeds = {
  'reminder.asked-again': 'Asked to send it again',
  'reminders.blocked': 'Reminders blocked',
  'reminders.unblocked': 'Block lifted',
} as const

export const blockStates = {
  asked: 'asked for',
  approved: 'in force',
  refused: 'refused',
  lifted: 'lifted',
  ended: 'ended',
} as const

export const asideStates = {
  'set-aside': 'set aside',
  waiting: 'waiting for its line',
  replayed: 'tried again',
  discarded: 'discarded',
} as const

export const asideReasons = {
  'from-the-future': 'dated ahead of now',
  'too-late-to-check': 'too old to tell whether it came before',
  conflict: 'its id came before with something else',
  'unknown-line': 'no such line within 24 h',
  'too-many-lines': 'the account has all the lines it may have',
  'number-in-use': 'the number is another’s',
  'decision-failed': 'deciding it failed',
  'commit-refused': 'the database refused it',
} as const

export const versionStates = {
  draft: 'draft',
  reviewed: 'reviewed',
  published: 'published',
  recalled: 'recalled',
} as const

export const confirms = {
  handset: 'handset',
  gateway: 'gateway',
  nothing: 'nothing',
} as const

export const pauseKinds = {
  all: 'all',
  rule: 'rule',
  channel: 'channel',
  scope: 'scope',
  version: 'rulebook version',
} as const

export const changeKinds = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
} as const

export const bookParts = {
  rule: 'rule',
  wording: 'wording',
  code: 'code',
  catalogue: 'catalogue',
  policy: 'policy',
} as const

export const keyScopes = {
  'events:write': 'send facts',
  read: 'figures and rules',
  customers: 'look up customers',
  operate: 'stop, try again',
  'rulebook:write': 'write rules',
  'rulebook:review': 'review rules',
  'rulebook:try': 'try rules',
  erase: 'erase people',
  export: 'export',
  audit: 'read the audit log',
  staff: 'manage staff',
  admin: 'manage keys, see raw facts',
  unmask: 'see whole numbers',
  assist: 'do for a customer what they ask: send again',
  'blocks:approve': 'approve blocks of reminders',
  stage: 'play the demo’s simulated customers',
} as const

export const standings = {
  normal: 'normal',
  restricted: 'restricted',
  suspended: 'suspended',
} as const

export const buckets = {
  data: 'Data',
  'roaming-data': 'Data abroad',
} as const

export const offerKinds = {
  plan: 'plan',
  pack: 'pack',
  service: 'service',
  promotion: 'offer',
} as const

export const factors = {
  1: 'content not complete',
  2: 'too technical',
  3: 'not useful',
  4: 'ill-chosen moment',
  5: 'too frequent',
  6: 'too few reminders of unusual use',
  7: 'how to do it not covered',
  8: 'business rules not told',
  9: 'promotion not told in time',
  10: 'late',
  11: 'wrong content',
  12: 'incomplete',
  13: 'not successful',
  14: 'differs from reality',
  15: 'omitted',
  16: 'blocked by a person',
} as const

export const timers = {
  'moment.due': 'a moment that a rule set',
  'schedule.due': 'a periodic reminder',
  'rulebook.published': 'a new rulebook',
  'payment-group.member-joined': 'a member joins a payment group',
  'payment-group.member-left': 'a member leaves a payment group',
  'family-net.member-joined': 'a member joins a family net',
  'family-net.member-left': 'a member leaves a family net',
  'family-net.other-left': 'another leaves a family net',
  'broadband.depends': 'broadband depends on a number',
  'broadband.stop-ahead': 'broadband is about to stop',
  'anniversary.due': 'an anniversary',
  'reminder.due': 'a reminder to be sent',
  'attempt.silent': 'a receipt that stays out',
} as const

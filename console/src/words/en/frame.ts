export const frame = {
  skip: 'Skip to content',
  places: 'Navigation',
  lost: 'There is no such page',
  lostHint: 'The address may have a typing error, or the page has another name now.',
  toOverview: 'Back to the overview',
  findCustomer: 'Find a customer by number',
  ownMatters: 'My account',
  changePassword: 'Change password',
  apiPage: 'Browse the API',
  signOut: 'Sign out',
  lookLight: 'Switch to light',
  lookDark: 'Switch to dark',
} as const

export const places = {
  tryIt: 'Try it',
  overview: 'Overview',
  customers: 'Customers',
  touchpoints: 'Touchpoints',
  rules: 'Rules',
  wording: 'Wording',
  catalogue: 'Catalogue and policy',
  channels: 'Gateways',
  setAside: 'Set aside',
  operations: 'Operations',
  whatIf: 'What if',
  administration: 'Administration',
} as const

export const roles = {
  viewer: 'viewer',
  agent: 'agent',
  editor: 'editor',
  reviewer: 'reviewer',
  operator: 'operator',
  auditor: 'auditor',
  administrator: 'administrator',
} as const

export const signIn = {
  saying: 'The right word at the right moment.',
  name: 'Name',
  password: 'Password',
  code: 'One-time code',
  codeHint: 'Six digits from your authenticator.',
  enter: 'Sign in',
  needName: 'Enter your name',
  needPassword: 'Enter your password',
  byProvider: 'Sign in with your company account',
  by: 'Sign in with {{label}}',
  or: 'or',
  failures: {
    expired: 'That took too long, or was begun in another window. Please try again.',
    denied: 'You did not sign in there. Try again, or sign in with name and password.',
    'provider-down':
      'The company sign-in does not answer just now. Sign in with name and password, or try again in a few minutes.',
    refused:
      'The company sign-in answered something that does not hold. Try again; if it stays so, tell your administrator.',
    'unknown-account': 'There is no account for you here yet. Ask your administrator for one.',
    disabled: 'Your account here is disabled. Ask your administrator.',
    'no-role': 'Your company account opens no role here. Ask your administrator.',
    'too-many-attempts': 'Too many attempts. Wait a little, then try again.',
  },
} as const

export const password = {
  first: 'Set a new password first',
  firstHint: 'You came in with a password that is good once. Set your own to go on.',
  current: 'Present password',
  next: 'New password',
  again: 'New password once more',
  hint: 'At least {{count}} characters; a sentence that you remember is best.',
  tooShort: 'At least {{count}} characters',
  differs: 'The two are not the same',
  needed: 'Please fill in',
  save: 'Save',
  done: 'Password changed; you are signed out on all other devices',
} as const

export const parts = {
  again: 'Try again',
  more: 'Earlier',
  close: 'Close',
  cancel: 'Cancel',
  confirm: 'OK',
  copy: 'Copy',
  none: 'none',
  needReason: 'Say why',
  live: 'live',
  asOf: 'as of {{time}}',
  noOutcome: 'no outcome yet',
  asTable: 'As a table',
  loading: 'Reading…',
} as const

export const live = {
  live: 'Live',
  waiting: 'Connecting',
  paused: 'Held',
  liveHint: 'Figures move as things happen; press to hold them still.',
  waitingHint: 'The live connection is down; figures are read every quarter of a minute meanwhile.',
  pausedHint: 'Figures stand still; press to go on.',
} as const

/** Rules that name what is not there, contradict themselves or each other. */
import type { BrokenCase } from './broken-case.ts'

export const ruleCases: readonly BrokenCase[] = [
  {
    name: 'a rule id used twice',
    edits: [['touchpoints/10-usage.yaml', 'id: weekly', 'id: used-100']],
    told: ['touchpoints/10-usage.yaml:32:9 name-twice'],
    hint: 'the other one: touchpoints/10-usage.yaml:21',
  },
  {
    name: 'a plan with two prices from one day on',
    edits: [
      [
        'catalogue/plans.yaml',
        'plans:\n',
        'plans:\n  - { id: gotone-58, from: 2012-01-01, brand: gotone, name: { zh-CN: 旧, en: Old }, monthly-fee: 1, data-mb: 0, voice-minutes: 0, out-of-plan-per-mb: 1, offer: { zh-CN: 旧, en: Old } }\n',
      ],
    ],
    told: ['catalogue/plans.yaml:4:11 name-twice'],
    hint: 'the other one: catalogue/plans.yaml:2',
  },
  {
    name: 'dates that are reversed',
    edits: [['touchpoints/10-usage.yaml', 'until: 2013-12-31', 'until: 2012-09-30']],
    told: ['touchpoints/10-usage.yaml:10:12 dates-reversed'],
    hint: 'until is the last day in force',
  },
  {
    name: 'a rule that is not there, in supersedes',
    edits: [['touchpoints/10-usage.yaml', 'supersedes: [used-80]', 'supersedes: [used-8]']],
    told: ['touchpoints/10-usage.yaml:28:20 rule-unknown'],
    hint: 'did you mean "used-80"?',
  },
  {
    name: 'a rule that is not there, in unless-told',
    edits: [['touchpoints/10-usage.yaml', 'rules: [low-balance]', 'rules: [low-balnce]']],
    told: ['touchpoints/10-usage.yaml:19:30 rule-unknown'],
    hint: 'did you mean "low-balance"?',
  },
  {
    name: 'a rule that is not to repeat itself, but does not remember what it said',
    edits: [
      [
        'touchpoints/10-usage.yaml',
        'supersedes: [used-80]',
        'unless-told: { rules: [used-80, used-100], within: PT24H }',
      ],
    ],
    told: ['touchpoints/10-usage.yaml:28:39 unless-told-unmarked'],
    hint: 'once-per: [line, day], or what it is said once for',
  },
  {
    name: 'a template that is not there',
    edits: [
      [
        'touchpoints/10-usage.yaml',
        'template: used\n      kind: usage\n      class: courtesy',
        'template: usd\n      kind: usage\n      class: courtesy',
      ],
    ],
    told: ['touchpoints/10-usage.yaml:36:17 template-unknown'],
    hint: 'did you mean "used"?',
  },
  {
    name: 'a ladder that is not there',
    edits: [['touchpoints/08-balance.yaml', 'ladder: persistent', 'ladder: persistant']],
    told: ['touchpoints/08-balance.yaml:13:15 ladder-unknown'],
    hint: 'did you mean "persistent"?',
  },
  {
    name: 'a call by staff (TP9-10) at any hour',
    edits: [
      ['policy/planning.yaml', 'channel: voice', 'channel: staff-call'],
      ['touchpoints/08-balance.yaml', 'class: notice', 'class: real-time'],
    ],
    told: ['touchpoints/08-balance.yaml:11:14 ladder-refused'],
    hint: 'class: notice, or a ladder without staff-call',
  },
  {
    name: 'a schedule that is not there',
    edits: [['touchpoints/10-usage.yaml', "== 'monday'", "== 'munday'"]],
    told: ['touchpoints/10-usage.yaml:34:29 schedule-unknown'],
    hint: 'did you mean "monday"?',
  },
  {
    name: 'a schedule for a kind that nobody can order',
    edits: [['policy/schedules.yaml', 'kind: weekly', 'kind: weekley']],
    told: ['policy/schedules.yaml:2:25 kind-unknown'],
    hint: 'did you mean "weekly"?',
  },
  {
    name: 'a moment that says nothing',
    edits: [['touchpoints/08-balance.yaml', 'at: next 09:00', 'at: tomorrow']],
    told: ['touchpoints/08-balance.yaml:12:11 value-refused'],
    hint: 'write now, next 08:00, +2d 15:00, +1 month, -7d before offer',
  },
  {
    name: 'a moment that counts from no time',
    edits: [['touchpoints/08-balance.yaml', 'at: next 09:00', 'at: -7d before account.role']],
    told: ['touchpoints/08-balance.yaml:12:11 moment-refused'],
    hint: 'times of balance.crossed: account.balanceAsOf, account.valid',
  },
  {
    name: 'a moment that counts from a fact of another trigger',
    edits: [['touchpoints/08-balance.yaml', 'at: next 09:00', 'at: -7d before bucket.periodEnd']],
    told: ['touchpoints/08-balance.yaml:12:11 moment-refused'],
    hint: 'times of balance.crossed: account.balanceAsOf, account.valid',
  },
  {
    name: 'once per bucket, without a bucket',
    edits: [['touchpoints/08-balance.yaml', 'once-per: [line, spell]', 'once-per: [line, bucket]']],
    told: ['touchpoints/08-balance.yaml:14:24 once-per-refused'],
    hint: 'one of: line, day, month, ever, limit, spell',
  },
  {
    name: 'a group without order',
    edits: [['touchpoints/10-usage.yaml', '      group: data\n      order: 2\n', '      group: data\n']],
    told: ['touchpoints/10-usage.yaml:29:14 group-order-missing'],
    hint: 'group and order go together: group: opening, order: 1',
  },
  {
    name: 'two members of a group in one place',
    edits: [['touchpoints/10-usage.yaml', 'order: 2', 'order: 1']],
    told: ['touchpoints/10-usage.yaml:30:14 group-order-twice'],
    hint: 'number the members 1, 2, 3 …',
  },
  {
    name: 'a group of one, mistyped',
    edits: [
      ['touchpoints/08-balance.yaml', 'class: notice', 'class: notice\n      group: dat\n      order: 1'],
    ],
    told: ['touchpoints/08-balance.yaml:12:14 group-alone'],
    hint: 'did you mean "data"?',
  },
  {
    name: 'instead of a rule whose audience is no wider',
    edits: [
      ['touchpoints/10-usage.yaml', '  - id: used-100\n', '  - id: used-100\n    instead-of: [used-80]\n'],
    ],
    told: ['touchpoints/10-usage.yaml:22:18 override-refused'],
    hint: 'add a scope (province, then city) or a brand',
  },
  {
    name: 'instead of a rule of another trigger',
    edits: [
      [
        'touchpoints/10-usage.yaml',
        '  - id: used-100\n',
        '  - id: used-100\n    audience: { brands: [gotone] }\n    instead-of: [low-balance]\n',
      ],
    ],
    told: ['touchpoints/10-usage.yaml:23:18 override-refused'],
    hint: 'only rules on usage.crossed can be replaced here',
  },
  {
    name: 'two rules that ask the same of the same customers',
    edits: [
      [
        'touchpoints/08-balance.yaml',
        'rules:\n',
        'rules:\n  - { id: poor, on: balance.crossed, when: account.balanceMicroYuan < yuan(10), send: { template: low-balance, kind: balance, class: notice, at: next 09:00 }, source: [TP8-01] }\n',
      ],
    ],
    told: ['touchpoints/08-balance.yaml:5:9 rules-overlap'],
    hint: 'narrow one audience, name the other in instead-of, or put bo',
  },
  {
    name: 'two rules that both speak instead of a third, and may meet',
    edits: [
      [
        'touchpoints/08-balance.yaml',
        'rules:\n',
        'rules:\n  - { id: poor-hz, on: balance.crossed, audience: { scope: city/hangzhou, brands: [easyown] }, instead-of: [low-balance], send: { template: low-balance, kind: balance, class: notice }, source: [TP8-01] }\n  - { id: poor-zj, on: balance.crossed, when: line.star > 3, audience: { scope: province/zhejiang, brands: [easyown] }, instead-of: [low-balance], send: { template: low-balance, kind: balance, class: notice }, source: [TP8-01] }\n',
      ],
    ],
    told: ['touchpoints/08-balance.yaml:5:133 override-ambiguous'],
    hint: 'make their audiences disjoint, or let the narrower one name ',
  },
  {
    name: 'contacts told instead of the customer',
    edits: [
      [
        'touchpoints/10-usage.yaml',
        '  - id: used-100\n',
        '  - id: told\n    on: usage.crossed\n    audience: { brands: [gotone] }\n    instead-of: [used-80]\n    send: { to: contacts, template: used, kind: usage, class: code }\n    source: [TP10-11]\n  - id: used-100\n',
      ],
    ],
    told: ['touchpoints/10-usage.yaml:24:18 override-refused'],
    hint: 'only a rule that tells the same people can be replaced',
  },
  {
    name: 'contacts told of something else than arrears and codes',
    edits: [
      [
        'touchpoints/10-usage.yaml',
        'class: courtesy\n      choice: { kind: weekly, default: off }',
        'class: courtesy\n      to: contacts',
      ],
      ['policy/schedules.yaml', 'kind: weekly, ', ''],
    ],
    told: ['touchpoints/10-usage.yaml:39:11 contacts-refused'],
    hint: 'kind: arrears, or class: code',
  },
  {
    name: 'contacts who choose',
    edits: [['touchpoints/10-usage.yaml', 'class: courtesy', 'class: code\n      to: contacts']],
    told: ['touchpoints/10-usage.yaml:40:15 contacts-refused'],
    hint: 'take choice out',
  },
  {
    name: 'contacts who are told, taken for a warning of the customer',
    edits: [['touchpoints/08-balance.yaml', 'class: notice', 'class: code\n      to: contacts']],
    told: ['touchpoints/08-balance.yaml:16:25 contacts-refused'],
    hint: 'take it out',
  },
  {
    name: 'a condition on the contact in a rule that tells the customer',
    edits: [
      [
        'touchpoints/08-balance.yaml',
        'when: account.balanceMicroYuan < yuan(10)',
        "when: account.balanceMicroYuan < yuan(10) && contact.role == 'payer'",
      ],
    ],
    told: ['touchpoints/08-balance.yaml:4:9 contacts-refused'],
    hint: 'to: contacts',
  },
  {
    name: 'a message that speaks of the contact, sent to the customer',
    edits: [
      ['wording/zh-CN/08-balance.yaml', '，请充值', '，{{ contact.aboutMasked }}请充值'],
      ['wording/en/08-balance.yaml', 'Please top up.', 'Please top up {{ contact.aboutMasked }}.'],
    ],
    told: [
      'wording/en/08-balance.yaml:3:121 contacts-refused',
      'wording/zh-CN/08-balance.yaml:3:96 contacts-refused',
    ],
    hint: 'a message of its own, in a rule with to: contacts',
  },
  {
    name: 'an order without a group',
    edits: [['touchpoints/08-balance.yaml', 'class: notice', 'class: notice\n      order: 1']],
    told: ['touchpoints/08-balance.yaml:12:14 group-order-missing'],
    hint: 'group and order go together: group: opening, order: 1',
  },
  {
    name: 'a rule that speaks instead of another, with dates of its own',
    edits: [
      [
        'touchpoints/10-usage.yaml',
        '  - id: used-100\n',
        '  - id: used-100\n    audience: { scope: city/hangzhou }\n    instead-of: [used-80]\n    from: 2012-11-01\n',
      ],
    ],
    told: ['touchpoints/10-usage.yaml:23:18 override-refused'],
    hint: 'take from and until out: it holds while used-80 does',
  },
]

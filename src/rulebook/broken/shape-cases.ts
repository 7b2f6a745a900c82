/** Fields, values and amounts that the format does not have. */
import type { BrokenCase } from './broken-case.ts'

export const shapeCases: readonly BrokenCase[] = [
  {
    name: 'a mistyped field of a rule',
    edits: [
      ['touchpoints/10-usage.yaml', '  - id: weekly\n    on:', "  - id: weekly\n    wehn: 'true'\n    on:"],
    ],
    told: ['touchpoints/10-usage.yaml:33:5 field-unknown'],
    hint: 'did you mean "when"?',
  },
  {
    name: 'a mistyped field of send',
    edits: [['touchpoints/10-usage.yaml', 'class: courtesy', 'class: courtesy\n      useful: PT2H']],
    told: ['touchpoints/10-usage.yaml:39:7 field-unknown'],
    hint: 'did you mean "useful-for"?',
  },
  {
    name: 'a field at the top that does not belong there',
    edits: [['codes.yaml', 'codes:\n', 'code: 1\ncodes:\n']],
    told: ['codes.yaml:1:1 field-unknown'],
    hint: 'did you mean "codes"?',
  },
  {
    name: 'a field that is missing',
    edits: [['touchpoints/10-usage.yaml', '      class: courtesy\n', '']],
    told: ['touchpoints/10-usage.yaml:35:5 field-missing'],
    hint: 'How soon it must arrive, and whether rest hours hold it (NF-',
  },
  {
    name: 'a text in one language only',
    edits: [['catalogue/brands.yaml', '{ zh-CN: 全球通, en: GoTone }', '{ zh-CN: 全球通 }']],
    told: ['catalogue/brands.yaml:2:3 field-missing'],
    hint: 'add en',
  },
  {
    name: 'a class that does not exist',
    edits: [['touchpoints/10-usage.yaml', 'class: courtesy', 'class: curtesy']],
    told: ['touchpoints/10-usage.yaml:38:14 value-refused'],
    hint: 'did you mean "courtesy"?',
  },
  {
    name: 'a kind of message that does not exist',
    edits: [
      [
        'touchpoints/10-usage.yaml',
        'kind: usage\n      class: courtesy',
        'kind: usages\n      class: courtesy',
      ],
    ],
    told: ['touchpoints/10-usage.yaml:37:13 value-refused'],
    hint: 'did you mean "usage"?',
  },
  {
    name: 'a trigger that does not exist',
    edits: [
      [
        'touchpoints/10-usage.yaml',
        "on: schedule.due\n    when: event.schedule == 'monday'",
        'on: schedul.due',
      ],
    ],
    told: ['touchpoints/10-usage.yaml:33:9 trigger-unknown'],
    hint: 'did you mean "schedule.due"?',
  },
  {
    name: 'a brand that does not exist',
    edits: [['touchpoints/08-balance.yaml', '[easyown, m-zone]', '[easyown, mzone]']],
    told: ['touchpoints/08-balance.yaml:7:35 value-refused'],
    hint: 'did you mean "m-zone"?',
  },
  {
    name: 'a scope without its level',
    edits: [['touchpoints/08-balance.yaml', 'audience: { brands:', 'audience: { scope: zhejiang, brands:']],
    told: ['touchpoints/08-balance.yaml:7:24 value-refused'],
    hint: 'a scope such as province/zhejiang or city/taizhou',
  },
  {
    name: 'an empty list, which would mean nobody',
    edits: [['touchpoints/08-balance.yaml', '[easyown, m-zone]', '[]']],
    told: ['touchpoints/08-balance.yaml:7:25 value-refused'],
    hint: 'an empty list: leave the field out instead',
  },
  {
    name: 'a code without quotes, whose zeros would be lost',
    edits: [['codes.yaml', "code: '2651'", 'code: 2651']],
    told: ['codes.yaml:3:25 value-refused'],
    hint: "a text: put it in quotes, '2651'",
  },
  {
    name: 'an amount with too many decimals',
    edits: [['policy/limits.yaml', 'at-or-below: 10', 'at-or-below: 10.0000001']],
    told: ['policy/limits.yaml:6:20 value-refused'],
    hint: 'yuan with at most six decimals, such as 9.80',
  },
  {
    name: 'a negative price',
    edits: [['catalogue/places.yaml', 'day-pack: 98', 'day-pack: -98']],
    told: ['catalogue/places.yaml:11:15 value-refused'],
    hint: 'a price is not negative',
  },
  {
    name: 'a size without its unit',
    edits: [['policy/limits.yaml', 'left: [5MB]', "left: ['5']"]],
    told: ['policy/limits.yaml:2:83 value-refused'],
    hint: 'an amount of data such as 100KB, 5MB or 1.5GB',
  },
  {
    name: 'a duration in months',
    edits: [['touchpoints/10-usage.yaml', 'within: PT24H', 'within: P1M']],
    told: ['touchpoints/10-usage.yaml:19:52 value-refused'],
    hint: 'months and years differ in length: write days, such as P30D',
  },
  {
    name: 'a time of day that no clock shows',
    edits: [['policy/schedules.yaml', "time: '10:00'", "time: '25:00'"]],
    told: ['policy/schedules.yaml:2:55 value-refused'],
    hint: 'a time of day as HH:MM',
  },
  {
    name: 'a zone that does not exist',
    edits: [['catalogue/places.yaml', 'zone: Asia/Bangkok', 'zone: Asia/Bankok']],
    told: ['catalogue/places.yaml:5:11 value-refused'],
    hint: 'an IANA time zone such as Asia/Bangkok',
  },
  {
    name: 'a requirement id of no known shape',
    edits: [['touchpoints/08-balance.yaml', '[TP8-01]', '[tp8]']],
    told: ['touchpoints/08-balance.yaml:16:14 value-refused'],
    hint: 'a requirement id such as TP10-11',
  },
  {
    name: 'a price list entry without a day',
    edits: [['catalogue/plans.yaml', '    from: 2012-01-01\n', '']],
    told: ['catalogue/plans.yaml:2:5 field-missing'],
    hint: 'First day on which this holds; a later entry of the same id ',
  },
  {
    name: 'an empty text',
    edits: [
      [
        'wording/zh-CN/08-balance.yaml',
        '余额{{ account.balanceMicroYuan | money }}（截至{{ account.balanceAsOf | date_time }}），请充值。查询发送{{ code.balance }}到10086。',
        "''",
      ],
    ],
    told: ['wording/zh-CN/08-balance.yaml:3:11 value-refused'],
    hint: 'write something, or leave it out',
  },
  {
    name: 'a list where an object belongs',
    edits: [['policy/sources.yaml', '{ quiet-after: PT1H }', '[PT1H]']],
    told: ['policy/sources.yaml:2:9 value-refused'],
    hint: 'write an object with fields',
  },
  {
    name: 'a schedule on weekday eight',
    edits: [['policy/schedules.yaml', 'week-days: [1]', 'week-days: [8]']],
    told: ['policy/schedules.yaml:2:45 value-refused'],
    hint: 'at most 7',
  },
]

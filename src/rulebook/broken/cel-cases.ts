/** Conditions that would fail, never hold, or take for ever. */
import type { BrokenCase } from './broken-case.ts'

export const celCases: readonly BrokenCase[] = [
  {
    name: 'an expression that ends too soon',
    edits: [
      ['touchpoints/08-balance.yaml', 'account.balanceMicroYuan < yuan(10)', 'account.balanceMicroYuan <'],
    ],
    told: ['touchpoints/08-balance.yaml:6:37 cel-syntax'],
    hint: 'something is missing or one sign too many',
  },
  {
    name: 'an expression over several lines: the line of the slip',
    edits: [['touchpoints/10-usage.yaml', '&& event.limit == 80', '&& event.limt == 80']],
    told: ['touchpoints/10-usage.yaml:8:10 cel-name-unknown'],
    hint: 'did you mean "event.limit"?',
  },
  {
    name: 'a name that another trigger has',
    edits: [
      ['touchpoints/08-balance.yaml', 'account.balanceMicroYuan < yuan(10)', 'bucket.usedPercent < 10'],
    ],
    told: ['touchpoints/08-balance.yaml:6:11 cel-name-unknown'],
    hint: 'there are now, account, line, plan, contact, code, event',
  },
  {
    name: 'a text compared with a number',
    edits: [['touchpoints/10-usage.yaml', '&& event.limit == 80', '&& bucket.kind > 80']],
    told: ['touchpoints/10-usage.yaml:8:10 cel-type'],
    hint: 'compare numbers with numbers and texts (in quotes) with text',
  },
  {
    name: 'an expression that is no condition',
    edits: [
      [
        'touchpoints/08-balance.yaml',
        'account.balanceMicroYuan < yuan(10)',
        'account.balanceMicroYuan + yuan(10)',
      ],
    ],
    told: ['touchpoints/08-balance.yaml:6:11 cel-type'],
    hint: 'compare it with something',
  },
  {
    name: 'a regular expression',
    edits: [
      ['touchpoints/08-balance.yaml', 'account.balanceMicroYuan < yuan(10)', "line.city.matches('^(a+)+$')"],
    ],
    told: ['touchpoints/08-balance.yaml:6:11 cel-refused'],
    hint: 'regular expressions can take for ever: use startsWith, endsW',
  },
  {
    name: 'a loop within a loop',
    edits: [
      [
        'touchpoints/08-balance.yaml',
        'account.balanceMicroYuan < yuan(10)',
        'line.packIds.all(a, line.packIds.all(b, a == b))',
      ],
    ],
    told: ['touchpoints/08-balance.yaml:6:31 cel-refused'],
    hint: 'write two rules, or list the cases',
  },
  {
    name: 'an index that may not be there',
    edits: [
      ['touchpoints/08-balance.yaml', 'account.balanceMicroYuan < yuan(10)', "line.packIds[0] == 'data-5'"],
    ],
    told: ['touchpoints/08-balance.yaml:6:11 cel-refused'],
    hint: 'compare facts, numbers, texts and lists of them',
  },
  {
    name: 'a function that is not there',
    edits: [['touchpoints/08-balance.yaml', 'yuan(10)', 'yaun(10)']],
    told: ['touchpoints/08-balance.yaml:6:38 cel-refused'],
    hint: 'did you mean "yuan"?',
  },
  {
    name: 'money compared with a bare number',
    edits: [['touchpoints/08-balance.yaml', 'yuan(10)', '10']],
    told: ['touchpoints/08-balance.yaml:6:38 cel-unit'],
    hint: 'write money as yuan(10)',
  },
  {
    name: 'money compared with megabytes',
    edits: [['touchpoints/08-balance.yaml', 'yuan(10)', 'mb(10)']],
    told: ['touchpoints/08-balance.yaml:6:11 cel-unit'],
    hint: 'write amounts of data as kb(100), mb(5) or gb(1)',
  },
  {
    name: 'a day that is none',
    edits: [
      [
        'touchpoints/08-balance.yaml',
        'account.balanceMicroYuan < yuan(10)',
        "account.validUntil < '2012-9-1'",
      ],
    ],
    told: ['touchpoints/08-balance.yaml:6:32 cel-unit'],
    hint: "write a day as '2012-12-31'",
  },
  {
    name: 'a word that the field never holds',
    edits: [['touchpoints/10-usage.yaml', "bucket.kind == 'data'\n", "bucket.kind == 'dta'\n"]],
    told: ['touchpoints/10-usage.yaml:7:22 cel-value-unknown'],
    hint: 'did you mean "data"?',
  },
  {
    name: 'a plan that is not in the catalogue',
    edits: [
      ['touchpoints/08-balance.yaml', 'account.balanceMicroYuan < yuan(10)', "line.planId == 'gotone-85'"],
    ],
    told: ['touchpoints/08-balance.yaml:6:26 cel-value-unknown'],
    hint: 'did you mean "gotone-58"?',
  },
  {
    name: 'a slip in the condition that is asked again at sending',
    edits: [
      ['touchpoints/10-usage.yaml', 'still: bucket.usedPercent < 100', 'still: bucket.usedPercents < 100'],
    ],
    told: ['touchpoints/10-usage.yaml:15:14 cel-name-unknown'],
    hint: 'did you mean "bucket.usedPercent"?',
  },
  {
    name: 'an endless expression',
    edits: [
      [
        'touchpoints/08-balance.yaml',
        'account.balanceMicroYuan < yuan(10)',
        'line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3] && line.star in [1,2,3]',
      ],
    ],
    told: ['touchpoints/08-balance.yaml:6:616 cel-refused'],
    hint: 'too much for one condition: write two rules',
  },
]

/** Blueprints that do not hang together (BP-01…06). */
import type { BrokenCase } from './broken-case.ts'

const file = 'blueprints/08-balance.yaml'

export const blueprintCases: readonly BrokenCase[] = [
  {
    name: 'BP-01: a lane that no blueprint has',
    edits: [[file, 'id: read, lane: customer', 'id: read, lane: customers']],
    told: [`${file}:18:23 value-refused`],
    hint: 'did you mean "customer"?',
  },
  {
    name: 'BP-02: one of the three lines left out',
    edits: [[file, '[outer-interaction, visibility, inner-interaction]', '[outer-interaction, visibility]']],
    told: [`${file}:3:8 value-refused`],
    hint: 'all of outer-interaction, visibility, inner-interaction',
  },
  {
    name: 'TP0-16 BP-03: a failure point for which no department answers',
    edits: [[file, '    department: network\n', '']],
    told: [`${file}:8:5 value-refused`],
    hint: 'name the one first responsible: marketing, business-support, network (TP0-16)',
  },
  {
    name: 'a title that no box holds',
    edits: [
      [
        file,
        '{ zh-CN: 看到提醒, en: Read it }',
        '{ zh-CN: 看到了运营商发来的余额不足提醒短信, en: Read it }',
      ],
    ],
    told: [`${file}:18:59 value-refused`],
    hint: 'at most 16 characters',
  },
  {
    name: 'a title in one language only',
    edits: [[file, '{ zh-CN: 看到提醒, en: Read it }', '{ zh-CN: 看到提醒 }']],
    told: [`${file}:18:43 field-missing`],
    hint: 'add en',
  },
  {
    name: 'an indicator in one language only, which the steps may name all the same',
    edits: [
      [
        file,
        '- { id: in-time, title: { zh-CN: 提醒及时, en: Told in time } }',
        '- { id: useful, title: { zh-CN: 内容有用, en: Useful } }\n  - { id: in-time, title: { zh-CN: 提醒及时 } }',
      ],
    ],
    told: [`${file}:6:20 field-missing`],
    hint: 'add en',
  },
  {
    name: 'BP-06: a link to a step that is not there',
    edits: [[file, 'to: [tell]', 'to: [tel]']],
    told: [`${file}:7:92 step-unknown`],
    hint: 'did you mean "tell"?',
  },
  {
    name: 'BP-06: a link that leads back',
    edits: [[file, 'to: [read]', 'to: [read, fall]']],
    told: [`${file}:12:16 link-backwards`],
    hint: 'a link leads to another step of column 2 or a later one',
  },
  {
    name: 'BP-06: a step that leads to itself',
    edits: [[file, 'to: [read]', 'to: [tell]']],
    told: [`${file}:12:10 link-backwards`],
    hint: 'a link leads to another step of column 2 or a later one',
  },
  {
    name: 'two steps with one id',
    edits: [
      [
        file,
        'steps:\n',
        'steps:\n  - { id: read, lane: support, order: 1, title: { zh-CN: 系统, en: System } }\n',
      ],
    ],
    told: [`${file}:19:11 name-twice`],
    hint: `the other one: ${file}:7`,
  },
  {
    name: 'two indicators with one id',
    edits: [[file, 'steps:\n', '  - { id: in-time, title: { zh-CN: 内容有用, en: Useful } }\nsteps:\n']],
    told: [`${file}:6:11 name-twice`],
    hint: `the other one: ${file}:5`,
  },
  {
    name: 'two steps in one place of a lane',
    edits: [[file, '    order: 2\n', '    order: 1\n']],
    told: [`${file}:10:12 cell-taken`],
    hint: 'give one of the two another order',
  },
  {
    name: 'an indicator that the blueprint does not list',
    edits: [[file, 'indicator: in-time', 'indicator: in-tune']],
    told: [`${file}:15:16 indicator-unknown`],
    hint: 'did you mean "in-time"?',
  },
  {
    name: 'BP-06: a rule that does not exist',
    edits: [[file, 'rules: [low-balance]', 'rules: [low-balanse]']],
    told: [`${file}:17:13 rule-unknown`],
    hint: 'did you mean "low-balance"?',
  },
  {
    name: 'a touchpoint that does not exist',
    edits: [[file, 'touchpoint: low-balance', 'touchpoint: low-balace']],
    told: [`${file}:1:13 touchpoint-unknown`],
    hint: 'did you mean "low-balance"?',
  },
  {
    name: 'a touchpoint drawn twice',
    edits: [['blueprints/10-usage.yaml', 'touchpoint: data-usage', 'touchpoint: low-balance']],
    told: ['blueprints/10-usage.yaml:1:13 name-twice', 'touchpoints/10-usage.yaml:1:13 blueprint-missing'],
    hint: `the other one: ${file}:1`,
  },
  {
    name: 'a touchpoint without blueprint, while others have theirs',
    edits: [['blueprints/10-usage.yaml', null, null]],
    told: ['touchpoints/10-usage.yaml:1:13 blueprint-missing'],
    hint: 'draw it in blueprints/data-usage.yaml',
  },
]

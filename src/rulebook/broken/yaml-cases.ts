/** Slips in YAML itself and in the set of files. */
import type { BrokenCase } from './broken-case.ts'

export const yamlCases: readonly BrokenCase[] = [
  {
    name: 'a bracket that is not closed',
    edits: [['touchpoints/08-balance.yaml', 'brands: [easyown, m-zone]', 'brands: [easyown, m-zone']],
    told: ['touchpoints/08-balance.yaml:7:42 yaml-syntax', 'touchpoints/08-balance.yaml:8:5 yaml-syntax'],
    hint: 'close it with ]',
  },
  {
    name: 'a tab as indentation',
    edits: [['policy/sources.yaml', '  boss:', '\tboss:']],
    told: ['policy/sources.yaml:2:1 yaml-syntax'],
    hint: 'indent with blanks, not with tabs',
  },
  {
    name: 'a second document',
    edits: [['codes.yaml', 'codes:\n', 'codes:\n---\ncodes:\n']],
    told: ['codes.yaml:2:1 yaml-syntax'],
    hint: 'one document per file: take "---" out',
  },
  {
    name: 'a key twice in one object',
    edits: [['policy/planning.yaml', 'cap-per-day: 3\n', 'cap-per-day: 3\ncap-per-day: 4\n']],
    told: ['policy/planning.yaml:6:1 name-twice'],
    hint: 'keep one of the two',
  },
  {
    name: 'an alias, by which bombs are made',
    edits: [
      ['policy/planning.yaml', '    - { channel: sms, wait: PT6H }', '    - &a { channel: sms, wait: PT6H }'],
    ],
    told: ['policy/planning.yaml:9:10 yaml-alias'],
    hint: 'write the value out where it is needed',
  },
  {
    name: 'a tag',
    edits: [['policy/planning.yaml', 'cap-per-day: 3', 'cap-per-day: !!int 3']],
    told: ['policy/planning.yaml:5:20 yaml-alias'],
    hint: 'write the value out where it is needed',
  },
  {
    name: 'a YAML directive, which would change how texts are read',
    edits: [['policy/sources.yaml', 'sources:', '%YAML 1.1\n---\nsources:']],
    told: ['policy/sources.yaml:1:1 yaml-alias'],
    hint: 'write the value out where it is needed',
  },
  {
    name: 'a file nested without end',
    edits: [
      ['policy/limits.yaml', 'percent: [100, 80]', 'percent: [[[[[[[[[[[[[[[[[[[[80]]]]]]]]]]]]]]]]]]]]'],
    ],
    told: ['policy/limits.yaml:2:59 too-big'],
    hint: 'at most 16 levels',
  },
  {
    name: 'an empty file',
    edits: [['policy/sources.yaml', 'sources:\n  boss: { quiet-after: PT1H }\n', '# nothing\n']],
    told: ['policy/sources.yaml:1:1 field-missing'],
    hint: 'write it or delete it',
  },
  {
    name: 'a file that no rulebook has',
    edits: [['policy/planing.yaml', null, 'zone: Asia/Shanghai\n']],
    told: ['policy/planing.yaml:1:1 file-unknown'],
    hint: 'did you mean "policy/planning.yaml"?',
  },
  {
    name: 'a file that is missing',
    edits: [['policy/planning.yaml', null, null]],
    told: ['policy/planning.yaml:1:1 file-missing'],
    hint: 'a rulebook needs it',
  },
]

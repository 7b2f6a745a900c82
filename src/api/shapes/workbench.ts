/** What an editor asks while writing: checks, previews, names, the files' schemas, the completeness report (NF-07…NF-11). */
import { z } from 'zod'
import { channelName } from '../../core/event/facts.ts'
import { bundleCharactersMax, fileCharactersMax, filesMax } from '../../rulebook/bundle.ts'
import { fileKinds } from '../../rulebook/format/kind.ts'
import { triggers } from '../../rulebook/trigger.ts'
import { versionId } from './name.ts'
import { rulebookFault } from './rulebook-fault.ts'
import { filePath } from './rulebook-version.ts'

const languages = z.enum(['zh-CN', 'en'])
const names = z.object({ 'zh-CN': z.string(), en: z.string() })
const ident = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'small letters, digits and "-", at most 60')

/** A draft as it stands: what it changes in the files of a version. */
const draft = {
  against: versionId
    .optional()
    .meta({ description: 'Whose files are changed; the version in force if absent.' }),
  changes: z
    .record(filePath, z.string().max(fileCharactersMax).nullable())
    .refine(changes => Object.keys(changes).length <= filesMax, { error: `at most ${filesMax} files` })
    .refine(
      changes =>
        Object.values(changes).reduce((sum, text) => sum + (text?.length ?? 0), 0) <= bundleCharactersMax,
      { error: `at most ${bundleCharactersMax} characters in all` },
    )
    .meta({ description: 'The new text of each changed file by its path; null takes the file out.' }),
  language: languages.default('en').meta({ description: 'Of messages and hints.' }),
}

export const checkBody = z.strictObject(draft).meta({
  id: 'CheckBody',
  examples: [{ changes: { 'wording/en/10-data-usage.yaml': 'templates: {}\n' }, language: 'en' }],
})

const fault = {
  file: 'wording/en/10-data-usage.yaml',
  line: 1,
  column: 1,
  length: 9,
  severity: 'error',
  code: 'template-unknown',
  message: 'there is no template "data-used-80"',
  hint: 'write it in wording/zh-CN/ and wording/en/',
}

export const checkedDraft = z
  .object({
    against: z.string(),
    usable: z.boolean().meta({ description: 'It could be submitted: there are no errors.' }),
    errors: z.int(),
    warnings: z.int(),
    faults: z.array(rulebookFault).meta({ description: 'In reading order, at most 500.' }),
  })
  .meta({
    id: 'CheckedDraft',
    examples: [{ against: '2026-11-01', usable: false, errors: 1, warnings: 0, faults: [fault] }],
  })

export const previewBody = z
  .strictObject({ ...draft, template: ident, channel: channelName.default('sms') })
  .meta({ id: 'PreviewBody', examples: [{ changes: {}, template: 'data-used-80', language: 'en' }] })

const finding = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  offset: z.int().nullable().meta({ description: 'In the template, from 0; null: the message as a whole.' }),
  length: z.int(),
  instead: z.array(z.string()).meta({ description: 'Words that can take the place of what stands there.' }),
})

const sample = z.object({
  who: z.enum(['usual', 'longest', 'gotone', 'easyown', 'm-zone']),
  plan: names.nullable(),
  text: z
    .string()
    .nullable()
    .meta({ description: 'As it leaves, signature and all; null: a fact is missing.' }),
  fault: z.string().nullable(),
  parts: z
    .object({ count: z.int(), units: z.int(), encoding: z.enum(['gsm7', 'ucs2']) })
    .nullable()
    .meta({ description: 'Of a text message (NF-08); null on other channels.' }),
  costMicroYuan: z.int().nullable().meta({ description: 'Null where the channel has no price.' }),
})

export const preview = z
  .object({
    template: z.string(),
    channel: channelName,
    rules: z.array(z.object({ id: z.string(), on: z.string(), kind: z.string() })),
    partsMax: z.int(),
    partsNorm: z.int().nullable(),
    texts: z.array(
      z.object({
        language: languages,
        findings: z.array(finding),
        elements: z
          .array(z.object({ element: z.string(), need: z.enum(['required', 'wished']), told: z.boolean() }))
          .meta({ description: 'What a message of its kind must and should tell (NF-09).' }),
        facts: z.array(z.string()),
        samples: z.array(sample),
      }),
    ),
  })
  .meta({
    id: 'WordingPreview',
    description: 'A template as several customers would get it.',
    examples: [
      {
        template: 'data-used-80',
        channel: 'sms',
        rules: [{ id: 'data-used-80', on: 'usage.crossed', kind: 'usage' }],
        partsMax: 4,
        partsNorm: 1,
        texts: [
          {
            language: 'en',
            findings: [],
            elements: [{ element: 'nextStep', need: 'required', told: true }],
            facts: ['bucket.usedPercent'],
            samples: [
              {
                who: 'usual',
                plan: null,
                text: 'Kairos Mobile: 80% used.',
                fault: null,
                parts: { count: 1, units: 24, encoding: 'gsm7' },
                costMicroYuan: 30_000,
              },
            ],
          },
        ],
      },
    ],
  })

export const schemaList = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(fileKinds),
        files: z
          .string()
          .meta({ description: 'Which files of a rulebook it describes; * stands for a name.' }),
        schema: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({
    id: 'SchemaList',
    description: 'JSON Schema (draft 7) of each kind of file.',
    examples: [{ items: [{ kind: 'codes', files: 'codes.yaml', schema: { type: 'object' } }] }],
  })

export const namesQuery = z.strictObject({
  on: z.enum(triggers).meta({ description: 'The event that a rule starts from.' }),
})

export const nameList = z
  .object({
    on: z.string(),
    names: z.array(
      z.object({
        path: z.string(),
        kind: z.enum([
          'money',
          'bytes',
          'instant',
          'day',
          'month',
          'percent',
          'count',
          'text',
          'flag',
          'list',
        ]),
        words: z.array(z.string()).meta({ description: 'What it can hold; empty: any.' }),
        filters: z
          .array(z.string().nullable())
          .meta({ description: 'Filters that print it in a template; null: as it is.' }),
      }),
    ),
    functions: z.array(z.string()),
    moments: z.array(z.string()).meta({ description: 'Times that "at" can count from.' }),
    oncePer: z.array(z.string()),
  })
  .meta({
    id: 'NameList',
    description: 'What conditions and templates may name, by the version in force.',
    examples: [
      {
        on: 'usage.crossed',
        names: [{ path: 'bucket.usedPercent', kind: 'percent', words: [], filters: ['percent'] }],
        functions: ['yuan', 'mb'],
        moments: ['bucket.asOf'],
        oncePer: ['line', 'bucket', 'period'],
      },
    ],
  })

export const completenessQuery = z.strictObject({
  day: z.iso.date().optional().meta({ description: 'Local day on which it is looked at; today if absent.' }),
})

export const completeness = z
  .object({
    version: z.string(),
    day: z.string(),
    untold: z.array(
      z.object({
        what: z.enum(['plan', 'service', 'promotion']),
        id: z.string(),
        moment: z.string(),
        who: z.array(z.string()).meta({ description: 'Who would not be told; empty: nobody would.' }),
        note: z.string(),
      }),
    ),
    gaps: z.array(
      z.object({
        what: z.enum(['trigger', 'schedule', 'ladder', 'code', 'brand']),
        id: z.string(),
        note: z.string(),
      }),
    ),
  })
  .meta({
    id: 'Completeness',
    description: 'Moments of which nobody would be told (NF-11), and what is held and not used.',
    examples: [
      {
        version: '2026-11-01',
        day: '2026-11-20',
        untold: [
          {
            what: 'service',
            id: 'weather',
            moment: 'cancelled',
            who: [],
            note: 'no rule on service.cancelled tells of it',
          },
        ],
        gaps: [{ what: 'code', id: 'oldCode', note: 'no message names it' }],
      },
    ],
  })

export const ruleList = z
  .object({
    version: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        touchpoint: z.string(),
        title: names.meta({ description: 'What the touchpoint is called.' }),
        on: z.string(),
        class: z.enum(['code', 'real-time', 'notice', 'courtesy', 'marketing']),
        to: z.enum(['line', 'contacts']),
        channels: z.array(channelName).meta({ description: 'Of its ladder, in turn.' }),
        template: z.string(),
        text: names.meta({ description: 'The template in both languages, as written.' }),
        scope: z.string().nullable(),
        from: z.string().nullable(),
        until: z.string().nullable(),
        source: z.array(z.string()).meta({ description: 'Requirements.' }),
      }),
    ),
  })
  .meta({
    id: 'RuleList',
    description:
      'The rules in force, in the order of the rulebook. What became of them: GET /figures by rule.',
    examples: [
      {
        version: '2026-11-01',
        items: [
          {
            id: 'data-used-80',
            touchpoint: 'data-usage',
            title: { 'zh-CN': '套餐流量', en: 'Data usage' },
            on: 'usage.crossed',
            class: 'real-time',
            to: 'line',
            channels: ['sms', 'push'],
            template: 'data-used-80',
            text: { 'zh-CN': '已用80%。', en: '80% used.' },
            scope: null,
            from: null,
            until: null,
            source: ['TP10-11'],
          },
        ],
      },
    ],
  })

import { z } from 'zod'
import { bundleCharactersMax, fileCharactersMax, filesMax } from '../../rulebook/bundle.ts'
import { instant } from './instant.ts'
import { reasonText, versionId } from './name.ts'
import { page, pageQuery } from './page.ts'
import { rulebookFault } from './rulebook-fault.ts'

const step = { by: z.string(), at: instant }

export const versionView = z
  .object({
    version: z.string(),
    state: z.enum(['draft', 'reviewed', 'published', 'recalled']),
    inForce: z.boolean(),
    note: z.string(),
    submitted: z.object(step),
    reviewed: z.object(step).nullable(),
    published: z.object(step).nullable().meta({ description: '"at": from when it is in force.' }),
    recalled: z.object(step).nullable(),
  })
  .meta({
    id: 'RulebookVersion',
    description: 'draft → reviewed (by another key) → published → recalled.',
    examples: [
      {
        version: '2026-11-01',
        state: 'reviewed',
        inForce: false,
        note: 'prices of November',
        submitted: { by: 'wang', at: '2026-10-28T02:00:00.000Z' },
        reviewed: { by: 'li', at: '2026-10-28T03:00:00.000Z' },
        published: null,
        recalled: null,
      },
    ],
  })

export const filePath = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*){0,4}$/, 'a relative path with "/"')
  .max(200)

export const rulebookFiles = z
  .record(filePath, z.string().max(fileCharactersMax))
  .refine(files => Object.keys(files).length <= filesMax, { error: `at most ${filesMax} files` })
  .refine(files => Object.values(files).reduce((sum, text) => sum + text.length, 0) <= bundleCharactersMax, {
    error: `at most ${bundleCharactersMax} characters in all`,
  })
  .meta({ description: 'The YAML text of each file by its path inside the rulebook.' })

export const submitBody = z
  .strictObject({
    version: versionId.optional().meta({ description: 'Its name; made from the content if absent.' }),
    note: reasonText,
    files: rulebookFiles,
  })
  .meta({
    id: 'SubmitBody',
    examples: [{ note: 'prices of November', files: { 'codes.yaml': 'codes: {}\n' } }],
  })

export const versionFiles = z.object({ version: z.string(), files: z.record(z.string(), z.string()) }).meta({
  id: 'RulebookFiles',
  description: 'The YAML text of each file by its path inside the rulebook, as submitted.',
  examples: [{ version: '2026-11-01', files: { 'codes.yaml': 'codes: {}\n' } }],
})

export const submitted = z
  .object({ version: versionView, warnings: z.array(rulebookFault) })
  .meta({ id: 'Submitted', description: 'The draft, and what is doubtful about it.' })

export const versionParams = z.strictObject({ version: versionId })
export const versionsQuery = z.strictObject(pageQuery)
export const versionPage = page(versionView).meta({ id: 'RulebookVersionPage', description: 'Newest first.' })

export const reviewBody = z
  .strictObject({ note: reasonText.optional() })
  .meta({ id: 'ReviewBody', examples: [{ note: 'checked against the price list' }] })
export const publishBody = z
  .strictObject({
    at: instant.optional().meta({ description: 'From when it is in force; at once if absent.' }),
  })
  .meta({ id: 'PublishBody', examples: [{}, { at: '2026-11-30T16:00:00Z' }] })
export const untriedBody = z
  .strictObject({ reason: reasonText, at: publishBody.shape.at })
  .meta({ id: 'UntriedBody', examples: [{ reason: 'wrong price goes out at noon' }] })
export const recallBody = z
  .strictObject({ reason: reasonText })
  .meta({ id: 'RecallBody', examples: [{ reason: 'wrong price of the booster' }] })

export const recalled = z
  .object({
    version: versionView,
    withheld: z.int().meta({ description: 'Planned reminders that will now be withheld.' }),
  })
  .meta({ id: 'Recalled' })

export const diffQuery = z.strictObject({
  against: versionId.optional().meta({ description: 'The version in force if absent.' }),
})

const fieldChange = z.object({
  field: z.string().meta({ description: 'Dotted; empty for the thing as a whole.' }),
  before: z.unknown(),
  after: z.unknown(),
})

export const versionDiff = z
  .object({
    before: z.string().nullable(),
    after: z.string(),
    changes: z.array(
      z.object({
        part: z.enum(['rule', 'wording', 'code', 'catalogue', 'policy', 'blueprint']),
        id: z.string(),
        kind: z.enum(['added', 'removed', 'changed']),
        fields: z.array(fieldChange),
      }),
    ),
  })
  .meta({
    id: 'RulebookDiff',
    description: 'What changes in content, as a reviewer reads it.',
    examples: [
      {
        before: '2026-10-01',
        after: '2026-11-01',
        changes: [
          {
            part: 'wording',
            id: 'data-used-80',
            kind: 'changed',
            fields: [{ field: 'en', before: 'You used 80%.', after: 'You have used 80%.' }],
          },
        ],
      },
    ],
  })

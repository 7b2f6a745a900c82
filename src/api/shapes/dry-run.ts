import { z } from 'zod'
import { disturbedOver, examplesMax } from '../../engine/dry-run/result.ts'
import { instant } from './instant.ts'
import { versionId } from './name.ts'
import { page, pageQuery } from './page.ts'
import { rulebookFiles } from './rulebook-version.ts'

const dayMs = 86_400_000
export const sampleDefault = 10_000
export const sampleMax = 100_000
export const periodDaysMax = 92

const id = z.string().regex(/^\d{1,15}$/, 'digits')

export const dryRunBody = z
  .strictObject({
    version: versionId.optional(),
    files: rulebookFiles.optional(),
    from: instant.optional().meta({ description: '30 days before "until" if absent.' }),
    until: instant.optional().meta({ description: 'The end of what the journal has, if absent.' }),
    sample: z.int().min(1).max(sampleMax).default(sampleDefault).meta({
      description: 'So many accounts, chosen by hash: the same ones at each run.',
    }),
  })
  .refine(({ version, files }) => (version === undefined) !== (files === undefined), {
    error: 'either a version or its files',
    path: ['version'],
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from < until, {
    error: '"from" is before "until"',
    path: ['from'],
  })
  .refine(
    ({ from, until }) => from === undefined || until === undefined || until - from <= periodDaysMax * dayMs,
    { error: `at most ${periodDaysMax} days`, path: ['from'] },
  )
  .meta({
    id: 'DryRunBody',
    examples: [{ version: '2026-11-01' }, { version: '2026-11-01', sample: 2_000 }],
  })

const runExample = {
  id: '7',
  version: '2026-11-01',
  content: 'r-0f31c9a8d2e4',
  before: '2026-10-01',
  state: 'finished',
  note: '',
  by: 'wang',
  from: '2026-10-21T02:00:00.000Z',
  until: '2026-11-20T02:00:00.000Z',
  sample: 10_000,
  startedAt: '2026-11-20T02:00:00.000Z',
  finishedAt: '2026-11-20T02:02:11.000Z',
  done: 10_000,
  of: 10_000,
  accounts: 812_004,
  hourlyMax: 9_120,
}

export const dryRunView = z
  .object({
    id,
    version: z.string().meta({ description: 'What is tried; of files their hash.' }),
    content: z.string().meta({ description: 'Hash of its files: only this very content may be published.' }),
    before: z.string().nullable().meta({
      description: 'What it is compared with, the version in force; null when none loads.',
    }),
    state: z.enum(['running', 'finished', 'failed', 'cancelled']),
    note: z.string(),
    by: z.string(),
    from: instant,
    until: instant,
    sample: z.int(),
    startedAt: instant,
    finishedAt: instant.nullable(),
    done: z.int().meta({ description: 'Accounts played so far …' }),
    of: z.int().meta({ description: '… of so many sampled.' }),
    accounts: z.int().nullable().meta({ description: 'All accounts there are; known at the end.' }),
    hourlyMax: z.int().nullable().meta({
      description:
        'Messages of the fullest hour, scaled to all accounts; twice as many and the version is paused. Null when there was nothing to try it on.',
    }),
  })
  .meta({
    id: 'DryRun',
    description: 'running → finished, failed or cancelled.',
    examples: [runExample],
  })

export const dryRunParams = z.strictObject({ id })
export const dryRunsQuery = z.strictObject({
  version: versionId.optional().meta({ description: 'Runs of exactly the content of this version.' }),
  ...pageQuery,
})
export const dryRunPage = page(dryRunView).meta({ id: 'DryRunPage', description: 'Newest first.' })

const sum = z
  .object({
    messages: z.int().meta({ description: 'Handed over, each rung of a ladder by itself.' }),
    parts: z.int(),
    costMicroYuan: z.int().meta({ description: 'Channels without a price count nothing.' }),
    withheld: z.int(),
  })
  .meta({
    id: 'DryRunSum',
    examples: [{ messages: 12, parts: 13, costMicroYuan: 390_000, withheld: 2 }],
  })
const bothOf = <T extends z.ZodType>(side: T) => ({ before: side, after: side })
const named = z.array(z.object({ of: z.string(), ...bothOf(sum) }))
const lines = z.object({
  told: z.int(),
  often: z.int().meta({ description: `Told more than ${disturbedOver} times.` }),
})
const peak = z.object({ at: instant, messages: z.int() }).nullable()

const aSum = { messages: 12, parts: 13, costMicroYuan: 390_000, withheld: 2 }
const lessSum = { messages: 9, parts: 9, costMicroYuan: 270_000, withheld: 5 }
const sums = { before: aSum, after: lessSum }

export const dryRunResult = z
  .object({
    run: dryRunView,
    accounts: z.int().meta({ description: 'Played.' }),
    startIncomplete: z.int().meta({
      description:
        'Of these, opened before the journal begins: they start with their lines as they stand today.',
    }),
    leftOut: z.int(),
    facts: z.int(),
    failed: z.int().meta({ description: 'Decisions that failed, of either side.' }),
    outcomes: z
      .object({ recorded: z.int(), assumed: z.int() })
      .meta({ description: 'What became of messages: as recorded, or as usual for that line.' }),
    total: z.object(bothOf(sum)),
    touchpoints: named,
    rules: named,
    brands: named,
    channels: named,
    reasons: z.array(z.object({ reason: z.string(), ...bothOf(z.int()) })),
    lines: z.object(bothOf(lines)),
    days: z
      .array(z.object({ day: z.iso.date(), ...bothOf(z.int()) }))
      .meta({ description: 'Messages by day, Beijing time.' }),
    peak: z.object(bothOf(peak)).meta({ description: 'The fullest sixty minutes of the sample.' }),
    examples: z
      .array(
        z.object({
          account: z.string(),
          rule: z.string(),
          kind: z.enum(['added', 'removed', 'changed']),
          at: instant,
        }),
      )
      .meta({ description: `At most ${examplesMax}; "changed": another text.` }),
    examplesLeftOut: z.int(),
  })
  .meta({
    id: 'DryRunResult',
    description:
      'What the version would have changed, in figures of the sample: before, as in force; after, had it been published at the begin of the period. Everybody is taken to be sendable to, and nothing to be paused.',
    examples: [
      {
        run: runExample,
        accounts: 10_000,
        startIncomplete: 7_310,
        leftOut: 0,
        facts: 201_112,
        failed: 0,
        outcomes: { recorded: 8, assumed: 1 },
        total: sums,
        touchpoints: [{ of: 'data-usage', ...sums }],
        rules: [{ of: 'data-used-80', ...sums }],
        brands: [{ of: 'gotone', ...sums }],
        channels: [{ of: 'sms', ...sums }],
        reasons: [{ reason: 'frequency-cap', before: 2, after: 5 }],
        lines: { before: { told: 11, often: 0 }, after: { told: 9, often: 0 } },
        days: [{ day: '2026-11-01', before: 12, after: 9 }],
        peak: { before: { at: '2026-11-01T00:00:00.000Z', messages: 4 }, after: null },
        examples: [{ account: 'A17', rule: 'data-used-80', kind: 'removed', at: '2026-11-01T01:20:00.000Z' }],
        examplesLeftOut: 0,
      },
    ],
  })

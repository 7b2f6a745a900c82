/** What an editor asks while writing (NF-07…NF-11): checks and previews in a thread of their own, the rest from memory. */
import type { z } from 'zod'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import type { ruleList, schemaList } from '../../api/shapes/workbench.ts'
import type { Rule, Rulebook } from '../../core/rule/rule.ts'
import { dayOf } from '../../core/calendar/zone.ts'
import type { Bundle } from '../../rulebook/bundle.ts'
import type { FileKind } from '../../rulebook/format/kind.ts'
import { schemaFiles } from '../../rulebook/schema-files.ts'
import { changed, type Changes } from '../../rulebook/workbench/change.ts'
import { namesFor } from '../../rulebook/workbench/names.ts'
import { readContent } from '../../store/rulebook-version.ts'
import { Workbench } from '../workbench/thread.ts'
import { type DeskParts, refuse } from './parts.ts'

type Nouns = 'checkDraft' | 'previewWording' | 'listSchemas' | 'listNames' | 'listRules' | 'completeness'

type Asked = Pick<DeskParts, 'database' | 'clock'> & {
  readonly surroundings: Pick<DeskParts['surroundings'], 'rulebookAt'>
}

interface Based {
  readonly against: string
  readonly bundle: Bundle
}

export function workbenchDesk(parts: Asked): Pick<Desk, Nouns> {
  const { clock, surroundings } = parts
  const bench = new Workbench()
  const inForce = (): Rulebook => surroundings.rulebookAt(clock.now())
  const basedOn = (against: string | undefined, changes: Changes): Promise<Based | Refusal> =>
    draftOf(parts, against ?? inForce().version, changes)
  return {
    async checkDraft({ against, changes, language }) {
      const based = await basedOn(against, changes)
      if ('refusal' in based) return based
      const checked = await bench.run('check', based.bundle, { language })
      return { against: based.against, ...checked, faults: [...checked.faults] }
    },
    async previewWording({ against, changes, language, template, channel }) {
      const based = await basedOn(against, changes)
      if ('refusal' in based) return based
      const shown = await bench.run('preview', based.bundle, { template, channel, language })
      if (shown === null)
        return refuse('not-found', `the draft has no message "${template}" that could be shown`)
      return { template, channel, ...mutable(shown) }
    },
    async completeness({ version, day = dayOf(clock.now(), inForce().policy.zone) }) {
      const based = await basedOn(version, {})
      if ('refusal' in based) return based
      const report = await bench.run('complete', based.bundle, { day })
      if (report === null) return refuse('wrong-state', `${version} no longer loads`)
      return { version, day, ...mutable(report) }
    },
    listSchemas: async () => ({ items: schemas() }),
    listNames: async ({ on }) => mutable(namesFor(on, inForce())),
    async listRules() {
      const rulebook = inForce()
      return {
        version: rulebook.version,
        items: [...rulebook.rules.values()].map(rule => listed(rule, rulebook)),
      }
    },
  }
}

async function draftOf({ database }: Asked, against: string, changes: Changes): Promise<Based | Refusal> {
  const content = await readContent(database, against)
  if (content === null) return refuse('not-found', `no rulebook version ${against}`)
  return { against, bundle: changed(JSON.parse(content) as Bundle, changes) }
}

type Mutable<T> = T extends readonly (infer I)[]
  ? Mutable<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T

/** The same value for shapes that are written without `readonly`; nobody changes an answer. */
const mutable = <T>(value: T): Mutable<T> => value as Mutable<T>

const folders: Readonly<Partial<Record<FileKind, string>>> = {
  touchpoint: 'touchpoints/*.yaml',
  wording: 'wording/*/*.yaml',
  blueprint: 'blueprints/*.yaml',
  codes: 'codes.yaml',
  planning: 'policy/planning.yaml',
  limits: 'policy/limits.yaml',
  schedules: 'policy/schedules.yaml',
  sources: 'policy/sources.yaml',
}

type Schemas = z.output<typeof schemaList>['items']
let madeSchemas: Schemas | null = null

/** They follow from the program alone. */
const schemas = (): Schemas => (madeSchemas ??= makeSchemas())

function makeSchemas(): Schemas {
  return [...schemaFiles()].map(([name, content]) => {
    const kind = name.replace('.schema.json', '') as FileKind
    return {
      kind,
      files: folders[kind] ?? `catalogue/${kind}.yaml`,
      schema: JSON.parse(content) as Record<string, unknown>,
    }
  })
}

function listed(rule: Rule, rulebook: Rulebook): z.output<typeof ruleList>['items'][number] {
  const { id, touchpoint, on, to, template, from, until } = rule
  const pair = rulebook.templates.get(template)
  const title = rulebook.titles.get(touchpoint) ?? { 'zh-CN': touchpoint, en: touchpoint }
  return {
    id,
    touchpoint,
    title,
    on,
    class: rule.class,
    to,
    channels: (rulebook.policy.ladders[rule.ladder] ?? []).map(({ channel }) => channel),
    template,
    text: { 'zh-CN': pair?.['zh-CN'].source ?? '', en: pair?.en.source ?? '' },
    scope: rule.audience.scope,
    from,
    until,
    source: [...rule.source],
  }
}

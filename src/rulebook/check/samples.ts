/**
 * Facts for trying templates out: as they usually are, and with the longest values that can occur, made from the view's kinds
 * and from the catalogue's own names and prices (NF-08 counts parts by them).
 */
import type { FactValue, Facts } from '../../core/reminder.ts'
import type { Language } from '../../core/event/facts.ts'
import type { FieldKind } from '../../core/rule/view.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import type { Vocabulary } from '../cel/vocabulary.ts'
import type { ViewShape } from '../trigger.ts'
import { catalogueValues } from './catalogue-values.ts'

/** Thursday 29 November 2012, 14:32 in Beijing. */
export const sampleNow = Date.UTC(2012, 10, 29, 6, 32)

export interface Sample {
  readonly typical: Facts
  readonly worst: Facts
}

type Kinds = Readonly<Record<Exclude<FieldKind, 'text'>, FactValue>>

const usual: Kinds = {
  money: 9_800_000,
  bytes: 104_857_600,
  instant: sampleNow - 600_000,
  day: '2012-11-30',
  month: '2012-11',
  percent: 80,
  count: 3,
  flag: true,
  list: ['data-5'],
}

const longest: Kinds = {
  money: 9_999_990_000,
  bytes: 99.99 * 1_073_741_824,
  instant: Date.UTC(2012, 11, 28, 15, 58),
  day: '2013-12-28',
  month: '2013-12',
  percent: 9900,
  count: 9999,
  flag: true,
  list: ['data-30'],
}

export interface SampleAsk extends Pick<Rulebook, 'catalogue' | 'codes' | 'policy'> {
  readonly shape: ViewShape
  readonly language: Language
  readonly vocabulary: Vocabulary
}

export function sampleOf(ask: SampleAsk): Sample {
  const values = catalogueValues(ask, ask.language)
  return {
    typical: treeOf(
      ask,
      (path, kind) => values.usual[path] ?? (kind === 'text' ? wordOf(path, ask) : usual[kind]),
    ),
    worst: treeOf(
      ask,
      (path, kind) => values.longest[path] ?? (kind === 'text' ? wordOf(path, ask) : longest[kind]),
    ),
  }
}

function treeOf({ shape, codes }: SampleAsk, valueOf: (path: string, kind: FieldKind) => FactValue): Facts {
  const tree: Record<string, FactValue> = { code: codes }
  for (const [name, kind] of shape.plain) tree[name] = name === 'now' ? sampleNow : valueOf(name, kind)
  for (const [root, fields] of shape.roots) {
    if (root === 'code') continue
    const values = Object.entries(fields).map(([field, kind]) => [
      field,
      wholeOf(valueOf(`${root}.${field}`, kind)),
    ])
    tree[root] = Object.fromEntries(values) as Facts
  }
  return tree
}

const wholeOf = (value: FactValue): FactValue => (typeof value === 'number' ? Math.round(value) : value)

/** A word that the field can hold, or one that stands for any. */
function wordOf(path: string, { vocabulary }: SampleAsk): string {
  const [first] = vocabulary.get(path) ?? []
  return first ?? path.slice(path.indexOf('.') + 1)
}

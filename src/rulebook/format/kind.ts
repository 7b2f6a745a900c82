/** Which file of a rulebook holds what: by its path. */
import type { z } from 'zod'
import { blueprint } from './blueprint.ts'
import { brands, packs, places, plans, promotions, services } from './catalogue.ts'
import { codes } from './codes.ts'
import { limits, planning, schedules, sources } from './policy.ts'
import { touchpoint } from './touchpoint.ts'
import { wording } from './wording.ts'

export const schemas = {
  touchpoint,
  wording,
  blueprint,
  brands,
  plans,
  packs,
  services,
  promotions,
  places,
  planning,
  limits,
  schedules,
  sources,
  codes,
} as const satisfies Readonly<Record<string, z.ZodType>>

export type FileKind = keyof typeof schemas
export const fileKinds = Object.keys(schemas) as FileKind[]

const single: Readonly<Record<string, FileKind>> = {
  'catalogue/brands.yaml': 'brands',
  'catalogue/plans.yaml': 'plans',
  'catalogue/packs.yaml': 'packs',
  'catalogue/services.yaml': 'services',
  'catalogue/promotions.yaml': 'promotions',
  'catalogue/places.yaml': 'places',
  'policy/planning.yaml': 'planning',
  'policy/limits.yaml': 'limits',
  'policy/schedules.yaml': 'schedules',
  'policy/sources.yaml': 'sources',
  'codes.yaml': 'codes',
}

/** Files that a rulebook cannot do without. */
export const requiredFiles = ['catalogue/brands.yaml', 'policy/planning.yaml'] as const
export const singleFiles = Object.keys(single)

export function kindOfFile(path: string): FileKind | null {
  if (/^touchpoints\/[\w-]+\.yaml$/.test(path)) return 'touchpoint'
  if (/^wording\/(zh-CN|en)\/[\w-]+\.yaml$/.test(path)) return 'wording'
  if (/^blueprints\/[\w-]+\.yaml$/.test(path)) return 'blueprint'
  return single[path] ?? null
}

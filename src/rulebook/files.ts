/** The files of a bundle, parsed, each under its kind, with what stands around their entries checked. */
import { z } from 'zod'
import { bundleCharactersMax, filesMax, type Bundle } from './bundle.ts'
import { faultAt, type FaultCode, type RulebookFault } from './fault.ts'
import { packs, places, plans, promotions, services } from './format/catalogue.ts'
import { codes } from './format/codes.ts'
import { kindOfFile, requiredFiles, singleFiles, type FileKind } from './format/kind.ts'
import { limits, schedules } from './format/policy.ts'
import { ident } from './format/scalar.ts'
import { touchpoint } from './format/touchpoint.ts'
import { spoken, wording } from './format/wording.ts'
import { didYouMean } from './nearest-word.ts'
import { readYaml, type YamlFile } from './yaml/file.ts'
import { readItem } from './yaml/item.ts'

export interface Files {
  readonly files: Readonly<Partial<Record<FileKind, readonly YamlFile[]>>>
  /** Kinds of which a file could not be read: what they lack cannot be told. */
  readonly unread: ReadonlySet<FileKind>
  readonly faults: readonly RulebookFault[]
}

export function readFiles(bundle: Bundle): Files {
  const files: Partial<Record<FileKind, YamlFile[]>> = {}
  const unread = new Set<FileKind>()
  const { paths, faults } = withinLimits(bundle)
  for (const path of paths) {
    const kind = kindOfFile(path)
    if (kind === null) {
      faults.push(unknownFault(path))
      continue
    }
    const { file, faults: told } = readYaml(path, bundle[path]!)
    faults.push(...told, ...(file.isReadable ? shellFaults(kind, file) : []))
    if (!file.isReadable) unread.add(kind)
    else if (file.value !== undefined) (files[kind] ??= []).push(file)
  }
  const missing = requiredFiles.filter(path => bundle[path] === undefined)
  return { files, unread, faults: [...faults, ...missing.map(missingFault)] }
}

function withinLimits(bundle: Bundle): { paths: readonly string[]; faults: RulebookFault[] } {
  const faults: RulebookFault[] = []
  const all = Object.keys(bundle).toSorted()
  if (all.length > filesMax) {
    faults.push(faultOf('.', 'too-big', { message: `${all.length} files`, hint: `at most ${filesMax}` }))
  }
  let characters = 0
  const paths = all.slice(0, filesMax).filter(path => {
    characters += bundle[path]!.length
    return characters <= bundleCharactersMax
  })
  if (characters > bundleCharactersMax) {
    const message = `${characters} characters in all`
    faults.push(faultOf('.', 'too-big', { message, hint: `at most ${bundleCharactersMax}` }))
  }
  return { paths, faults }
}

/** What stands around the entries of a file. */
const shells: Partial<Readonly<Record<FileKind, z.ZodType>>> = {
  touchpoint: touchpoint.extend({ rules: z.array(z.unknown()).min(1).max(200) }),
  wording: wording.extend({
    templates: z.record(ident, z.unknown()),
    spoken: z.partialRecord(spoken.keyof(), z.unknown()).optional(),
  }),
  plans: plans.extend({ plans: z.array(z.unknown()).min(1).max(2000) }),
  packs: packs.extend({ packs: z.array(z.unknown()).max(5000) }),
  services: services.extend({ services: z.array(z.unknown()).max(5000) }),
  promotions: promotions.extend({ promotions: z.array(z.unknown()).max(5000) }),
  places: places.extend({
    places: z.array(z.unknown()).max(2000),
    'calls-abroad': z.array(z.unknown()).max(200).optional(),
  }),
  limits: limits.extend({
    usage: z.array(z.unknown()).max(100).optional(),
    balance: z.array(z.unknown()).max(100).optional(),
    charges: z.array(z.unknown()).max(100).optional(),
  }),
  schedules: schedules.extend({ schedules: z.array(z.unknown()).max(100) }),
  codes: codes.extend({ codes: z.record(ident, z.unknown()) }),
}

function shellFaults(kind: FileKind, file: YamlFile): readonly RulebookFault[] {
  if (file.value === undefined) {
    return [
      faultOf(file.path, 'field-missing', { message: 'the file is empty', hint: 'write it or delete it' }),
    ]
  }
  const shell = shells[kind]
  return shell === undefined ? [] : readItem(file, [], shell).faults
}

function unknownFault(path: string): RulebookFault {
  const places = 'touchpoints/, wording/zh-CN/, wording/en/, blueprints/, catalogue/, policy/ or codes.yaml'
  const hint = didYouMean(path, singleFiles, places)
  return faultOf(path, 'file-unknown', { message: `no part of a rulebook is called ${path}`, hint })
}

function missingFault(path: string): RulebookFault {
  return faultOf(path, 'file-missing', { message: `${path} is missing`, hint: 'a rulebook needs it' })
}

function faultOf(file: string, code: FaultCode, told: { message: string; hint: string }): RulebookFault {
  return faultAt({ file, line: 1, column: 1, length: 1 }, code, told)
}

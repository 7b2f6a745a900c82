/** A rulebook as it is named on the command line: a folder, or a version. */
import { type Bundle, contentVersion } from '../../rulebook/bundle.ts'
import { type Listed, listing } from '../../rulebook/listing.ts'
import { type Edition, loadBundle } from '../../rulebook/load.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { bundleIn, isFolder } from '../rulebook-folder.ts'

export interface Read extends Listed {
  readonly bundle: Bundle
  readonly edition: Edition | null
}

/** A rulebook in a folder, with all its faults. */
export function readRulebook(folder: string): Read {
  const { bundle, faults } = bundleIn(folder)
  const read = readOf(bundle, contentVersion(bundle))
  const all = [...faults, ...read.faults]
  return { ...read, faults: all, edition: all.length > 0 ? null : read.edition }
}

export function readOf(bundle: Bundle, version: string): Read {
  const loaded = loadBundle(bundle, version)
  const { faults, warnings } = loaded
  return { bundle, faults, warnings, edition: loaded.rulebook === null ? null : loaded }
}

/** Also one that is not there: meant as a folder, it is told that it is none. */
export const isPath = (name: string): boolean => isFolder(name) || /^[./\\]/.test(name)

export function sound(name: string, { edition, bundle, faults }: Read): Edition {
  if (edition !== null) return edition
  throw new CommandError(exitCodes.failed, `${name}:\n${listing({ faults, warnings: [] }, bundle)}`)
}

export const pathOf = (version: string): string => `/rulebook/versions/${encodeURIComponent(version)}`

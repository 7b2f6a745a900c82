/** Rulebooks that people name on the command line. */
import { statSync } from 'node:fs'
import { readBundle, type BundleRead } from '../rulebook/folder.ts'
import { CommandError, exitCodes } from './exit.ts'

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** The files of a folder; refused in words when there is no such folder. */
export function bundleIn(folder: string): BundleRead {
  if (isFolder(folder)) return readBundle(folder)
  throw new CommandError(exitCodes.usage, `${folder} is not a folder: a rulebook is a folder of YAML files`)
}

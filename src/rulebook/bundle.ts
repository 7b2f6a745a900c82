/**
 * A rulebook as one value: the text of each file by its path. So it is stored with its version, sent through the API and
 * compared; a folder is only one way to make it.
 */
import { createHash } from 'node:crypto'

/** Path inside the rulebook, with `/`, to text: `touchpoints/10-data-usage.yaml`. */
export type Bundle = Readonly<Record<string, string>>

export const filesMax = 500
export const fileCharactersMax = 512 * 1024
export const bundleCharactersMax = 8 * 1024 * 1024

/** The version of a bundle that was given none: a hash of its paths and texts, equal for equal content. */
export function contentVersion(bundle: Bundle): string {
  const hash = createHash('sha256')
  for (const path of Object.keys(bundle).toSorted()) {
    hash.update(`${path}\0${bundle[path]!.length}\0${bundle[path]!}`)
  }
  return `r-${hash.digest('hex').slice(0, 12)}`
}

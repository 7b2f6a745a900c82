/** What `kairos rulebook check` answers: the same findings for people and for machines. */
import { loadRulebook, readBundle } from './folder.ts'
import { listing, listingJson } from './listing.ts'

export interface Checked {
  /** No errors; there may be warnings. */
  readonly isUsable: boolean
  /** As a compiler tells it. */
  readonly text: string
  /** One fault per line. */
  readonly json: string
}

/** Checks a folder; throws what the file system throws when there is no such folder. */
export function checkRulebook(folder: string): Checked {
  const loaded = loadRulebook(folder)
  return {
    isUsable: loaded.rulebook !== null,
    text: listing(loaded, readBundle(folder).bundle),
    json: listingJson(loaded),
  }
}

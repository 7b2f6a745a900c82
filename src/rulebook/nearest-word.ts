/** "Did you mean": the known word that a mistyped one was most likely meant to be. */

/** Longer words are not compared: the distance costs the product of their lengths. */
const wordMax = 80

/** The nearest of `known` within a third of its length (at least 2 keystrokes), else one that goes on from it, or null. */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > wordMax) return null
  const candidates = [...known]
  return closest(word, candidates) ?? candidates.find(candidate => isCut(word, candidate)) ?? null
}

function isCut(word: string, candidate: string): boolean {
  return word.length >= 4 && candidate.length <= wordMax && candidate.startsWith(word)
}

function closest(word: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    if (candidate.length > wordMax || Math.abs(candidate.length - word.length) >= least) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** `did you mean "x"?`, or what the caller says otherwise. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const found = nearest(word, known)
  return found === null ? otherwise : `did you mean "${found}"?`
}

/** "a, b, c", cut short where it would be a page. */
export function listed(words: Iterable<string>, max = 12): string {
  const all = [...words]
  const shown = all.slice(0, max).join(', ')
  return all.length > max ? `${shown} … (${all.length} in all)` : shown
}

/** Levenshtein's distance with neighbours swapped counting once (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) least = Math.min(least, beforeLast[j - 2]! + 1)
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}

/** Lists longer than a page of the API, gathered. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** The most that the API gives at once. */
export const pageMax = 200

/** Up to `limit` of those wanted, in the order of the pages. */
export async function gather<T>(
  limit: number,
  wanted: (item: T) => boolean,
  ask: (page: { readonly limit: number; readonly after: string | null }) => Promise<Page<T>>,
): Promise<T[]> {
  const found: T[] = []
  let after: string | null = null
  do {
    const { items, next }: Page<T> = await ask({ limit: Math.min(limit, pageMax), after })
    found.push(...items.filter(wanted))
    after = next
  } while (after !== null && found.length < limit)
  return found.slice(0, limit)
}

/** `?limit=50&after=…`. */
export const pageQuery = ({
  limit,
  after,
}: {
  readonly limit: number
  readonly after: string | null
}): string => `?limit=${limit}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`

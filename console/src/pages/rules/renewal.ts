import { useQueryClient } from '@tanstack/react-query'

/** What shows the state of versions is read again. */
export function useRenewal(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['version', 'versions', 'version-in-force', 'pauses'].map(key =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    )
}

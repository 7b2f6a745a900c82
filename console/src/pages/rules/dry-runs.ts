/** Dry runs of exactly the content of one version. */
import { useQuery } from '@tanstack/react-query'
import { api, ask, type Shape } from '../../client/api.ts'

export type DryRun = Shape<'DryRun'>

const refreshMs = 1_000

export const useDryRuns = (version: string) =>
  useQuery({
    queryKey: ['dry-runs', version],
    queryFn: () => ask(api.GET('/rulebook/dry-runs', { params: { query: { version } } })),
    refetchInterval: query => (runningOf(query.state.data?.items) === undefined ? false : refreshMs),
  })

export const runningOf = (runs: readonly DryRun[] | undefined): DryRun | undefined =>
  runs?.find(({ state }) => state === 'running')
export const finishedOf = (runs: readonly DryRun[] | undefined): DryRun | undefined =>
  runs?.find(({ state }) => state === 'finished')

import { useQuery } from '@tanstack/react-query'
import { api, ask, type Shape } from '../../client/api.ts'
import { useRefresh } from '../../client/live.ts'

export type Operations = Shape<'Operations'>

/** Rates fall when nothing happens; nobody tells of that. */
const restMs = 10_000

export const useOperations = () =>
  useQuery({
    queryKey: ['operations'],
    queryFn: () => ask(api.GET('/operations')),
    ...useRefresh(restMs),
  })

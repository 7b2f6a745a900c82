/** The stage as this page asks it: who is on it, one customer with the phone in hand, and word of every change. */
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, ask, type Shape } from '../../client/api.ts'

export type Stage = Shape<'Stage'>
export type Scene = Shape<'StageScene'>
export type Road = Shape<'StageRoad'>
export type Message = Shape<'StageMessage'>
export type What = Scene['may'][number]
export type Wait = Shape<'WaitBody'>['until']
export type Destination = NonNullable<Shape<'HappenBody'>['mcc']>
export type Person = Stage['people'][number]

const stageKey = ['stage'] as const
const sceneKey = (account: string) => ['stage', account] as const

/** Should the feed be silent, it is looked at all the same. */
const refreshMs = 5_000

export const useStage = () =>
  useQuery({ queryKey: stageKey, queryFn: () => ask(api.GET('/stage')), refetchInterval: refreshMs })

export const useScene = (account: string) =>
  useQuery({
    queryKey: sceneKey(account),
    queryFn: () => ask(api.GET('/stage/customers/{account}', { params: { path: { account } } })),
    refetchInterval: refreshMs,
  })

/** Whatever changes on the stage is read anew at once. */
export function useLiveStage(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const feed = new EventSource('/api/live')
    const look = (): void => void queries.invalidateQueries({ queryKey: stageKey })
    feed.addEventListener('stage', look)
    feed.addEventListener('gap', look)
    return () => feed.close()
  }, [queries])
}

export type Deed =
  | { readonly do: 'happen'; readonly what: What; readonly mcc?: Destination }
  | { readonly do: 'turn'; readonly isOn: boolean }
  | { readonly do: 'write'; readonly text: string }

export function useDeed(account: string): UseMutationResult<Scene, Error, Deed> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (deed: Deed) => carryOut(account, deed),
    onSuccess: scene => queries.setQueryData(sceneKey(account), scene),
  })
}

export function carryOut(account: string, deed: Deed): Promise<Scene> {
  const params = { path: { account } }
  switch (deed.do) {
    case 'happen': {
      const { what, mcc } = deed
      const body = mcc === undefined ? { what } : { what, mcc }
      return ask(api.POST('/stage/customers/{account}/happenings', { params, body }))
    }
    case 'turn':
      return ask(api.PUT('/stage/customers/{account}/phone', { params, body: { isOn: deed.isOn } }))
    case 'write':
      return ask(api.POST('/stage/customers/{account}/messages', { params, body: { text: deed.text } }))
  }
}

export const inventOne = (body: Shape<'InventBody'>): Promise<Scene> =>
  ask(api.POST('/stage/customers', { body }))

export function useWait(): UseMutationResult<Stage, Error, Wait> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (until: Wait) => ask(api.POST('/stage/wait', { body: { until } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: stageKey }),
  })
}

const tickMs = 1_000

/** The time on the stage, as it goes on between two answers. */
export function useStageTime(now: string): string {
  const [ticked, setTicked] = useState(now)
  useEffect(() => {
    const heardMs = performance.now()
    const tick = (): void => setTicked(new Date(Date.parse(now) + performance.now() - heardMs).toISOString())
    const ticking = setInterval(tick, tickMs)
    return () => clearInterval(ticking)
  }, [now])
  return ticked > now ? ticked : now
}

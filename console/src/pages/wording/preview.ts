/** A message as the server would send it, asked again when the writer pauses. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask, type Shape } from '../../client/api.ts'
import { asked, useSettled } from '../../draft/check.ts'
import { useDraft } from '../../draft/draft.ts'
import { useChoices } from '../../frame/choices.ts'

export type Preview = Shape<'WordingPreview'>
export type PreviewText = Preview['texts'][number]
export type Finding = PreviewText['findings'][number]
export type Sample = PreviewText['samples'][number]
export type Channel = Preview['channel']

export const channels: readonly Channel[] = ['sms', 'push', 'email', 'voice']

interface Previewed {
  readonly preview: Preview | undefined
  readonly error: Error | null
  readonly isBehind: boolean
}

/** Nothing for those who may not write: the server tells only editors. */
export function usePreview(template: string, channel: Channel, isAsked: boolean): Previewed {
  const { draft } = useDraft()
  const { language } = useChoices()
  const settled = useSettled(draft)
  const { data, error, isFetching } = useQuery({
    queryKey: ['preview', template, channel, settled.base, settled.changes, language],
    queryFn: ({ signal }) =>
      ask(
        api.POST('/rulebook/preview', { body: { ...asked(settled), template, channel, language }, signal }),
      ),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
  return { preview: data, error, isBehind: isFetching || settled !== draft }
}

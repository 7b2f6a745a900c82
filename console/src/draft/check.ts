/** What the server says of the draft, asked again when the writer pauses. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, ask, type Shape } from '../client/api.ts'
import { useMay } from '../client/session.ts'
import { useChoices } from '../frame/choices.ts'
import { type Draft, useDraft } from './draft.ts'

export type Fault = Shape<'RulebookFault'>
export type Checked = Shape<'CheckedDraft'>

const pauseMs = 400

/** A value once it has stood still for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What the server is sent of a draft. */
export const asked = ({
  base,
  changes,
}: Draft): { against?: string; changes: Record<string, string | null> } =>
  base === null ? { changes: {} } : { against: base, changes: { ...changes } }

export function useCheck(): {
  readonly checked: Checked | undefined
  readonly error: Error | null
  /** What is shown is that of some keystrokes ago. */
  readonly isBehind: boolean
} {
  const { draft } = useDraft()
  const may = useMay()
  const { language } = useChoices()
  const settled = useSettled(draft)
  const { data, error, isFetching } = useQuery({
    queryKey: ['check', settled.base, settled.changes, language],
    queryFn: ({ signal }) =>
      ask(api.POST('/rulebook/check', { body: { ...asked(settled), language }, signal })),
    enabled: may('rulebook:write'),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
  return { checked: data, error, isBehind: isFetching || settled !== draft }
}

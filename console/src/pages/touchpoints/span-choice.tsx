/** Over how many days the figures of a blueprint are summed, today included. */
import { Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape } from '../../client/api.ts'
import { daysFrom } from '../overview/span.ts'
import { type Figure, useFigures, useToday } from '../overview/figures.ts'
import { useNumber } from '../../parts/time.ts'
import type { FigureWords } from './blueprint-drawing.tsx'
import { stepFigures } from './step-figures.ts'

export const spans = ['1', '7', '31'] as const
export type Span = (typeof spans)[number]

interface Asked {
  readonly days: Span
  readonly onDays: (days: Span) => void
}

export function SpanChoice({ days, onDays }: Asked): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="toolbar">
      <Segmented
        aria-label={t('touchpoint.span')}
        value={days}
        options={spans.map(value => ({ value, label: t(`touchpoint.spans.${value}`) }))}
        onChange={onDays}
      />
    </div>
  )
}

const none: readonly Figure[] = []

/** What happened at each step, in words, and the figures of all rules that it comes from. */
export function useStepFigures(
  blueprint: Shape<'Blueprint'> | undefined,
  days: Span,
): { readonly words: ReadonlyMap<string, FigureWords>; readonly items: readonly Figure[] | undefined } {
  const { count, share } = useNumber()
  const today = useToday().data?.today.day
  const span = today === undefined ? null : { from: daysFrom(today, 1 - Number(days)), until: today }
  const { data } = useFigures(span, 'rule')
  const items = data?.items
  const figures = useMemo(() => stepFigures(blueprint?.steps ?? [], items ?? none), [blueprint, items])
  const words = new Map(
    items === undefined
      ? []
      : [...figures].map(([id, { count: n, of, failed }]) => [
          id,
          {
            told: of === null || of === 0 ? count(n) : `${count(n)} · ${share(n, of)}`,
            failed: failed === 0 ? null : count(failed),
          },
        ]),
  )
  return { words, items }
}

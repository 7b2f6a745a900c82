/** What happened at the steps of a blueprint that the system performs (NF-02): sums of the rules that each step names. */
import type { Shape } from '../../client/api.ts'
import type { Stage } from './blueprint-shape.ts'

type Figure = Shape<'Figure'>

export interface StepFigure {
  readonly count: number
  /** What the count is a share of; null where there is none. */
  readonly of: number | null
  /** Known to have gone wrong here. */
  readonly failed: number
}

interface MeasuredStep {
  readonly id: string
  readonly measures: Stage | null
  readonly rules: readonly string[]
}

/**
 * Why something was withheld, by the step at which that is a failure of ours. Other reasons are decisions: the customer had been told
 * already, or did not want it.
 */
const failuresAt: Readonly<Partial<Record<Stage, readonly string[]>>> = {
  triggered: ['stale-facts', 'published-late'],
  generated: ['incomplete', 'too-long'],
  submitted: ['no-channel', 'too-late'],
}

const sum = (figures: readonly Figure[], of: (figure: Figure) => number): number =>
  figures.reduce((total, figure) => total + of(figure), 0)

const lost = ({ failed, expired, unconfirmed }: Figure): number => failed + expired + unconfirmed

const withheldFor =
  (reasons: readonly string[]) =>
  ({ withheldBy }: Figure): number =>
    withheldBy.reduce((total, { reason, count }) => total + (reasons.includes(reason) ? count : 0), 0)

/** Without an entry: steps of people, and what nobody but the customer can know. */
export function stepFigures(
  steps: readonly MeasuredStep[],
  figures: readonly Figure[],
): ReadonlyMap<string, StepFigure> {
  const told = new Map<string, StepFigure>()
  for (const { id, measures, rules } of steps) {
    if (measures === null || measures === 'known') continue
    const own = figures.filter(({ of }) => rules.includes(of))
    const triggered = sum(own, one => one.triggered)
    const delivered = sum(own, one => one.delivered)
    const notReached = sum(own, lost)
    const failed = measures === 'delivered' ? notReached : sum(own, withheldFor(failuresAt[measures] ?? []))
    const counts = {
      triggered: { count: triggered, of: null },
      generated: { count: triggered - sum(own, one => one.withheld), of: triggered },
      submitted: { count: sum(own, one => one.sent), of: triggered },
      delivered: { count: delivered, of: delivered + notReached },
    }
    told.set(id, { ...counts[measures], failed })
  }
  return told
}

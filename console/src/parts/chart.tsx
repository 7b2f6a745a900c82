/**
 * A chart: what it shows stands in words above it and as a table below, for those who cannot see it or want the numbers. What draws it
 * comes only when one is shown, and after the rest of the page.
 */
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber } from './time.ts'

export type ChartTone = 'delivered' | 'lost' | 'withheld' | 'jade' | 'amber' | 'blue'

export interface ChartSeries {
  readonly name: string
  readonly tone: ChartTone
  readonly values: readonly number[]
}

export interface ChartShape {
  readonly kind: 'stacked-bars' | 'lines'
  /** What the chart shows, in a few words. */
  readonly label: string
  /** The name of what stands along its foot. */
  readonly along: string
  readonly places: readonly string[]
  readonly series: readonly ChartSeries[]
  /** The place that is looked at now. */
  readonly chosen?: number | undefined
}

interface Asked extends ChartShape {
  readonly heightPx: number
  /** Called with the number of a place. */
  readonly onChoose?: ((place: number) => void) | undefined
}

const Drawing = lazy(() =>
  import('./chart-drawing.tsx').then(({ ChartDrawing }) => ({ default: ChartDrawing })),
)

const waitMaxMs = 2_000

/** Once the browser has nothing better to do; one that cannot tell (Safari) is asked again a moment later. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIdle(true), 200)
      return () => clearTimeout(timer)
    }
    const asked = requestIdleCallback(() => setIdle(true), { timeout: waitMaxMs })
    return () => cancelIdleCallback(asked)
  }, [])
  return isIdle
}

export function Chart({ heightPx, onChoose, ...shape }: Asked): ReactNode {
  const isIdle = useIdle()
  return (
    <figure className="chart">
      <div role="img" aria-label={shape.label} style={{ height: heightPx }}>
        <Suspense>
          {isIdle && <Drawing shape={shape} {...(onChoose === undefined ? {} : { onChoose })} />}
        </Suspense>
      </div>
      <AsTable shape={shape} {...(onChoose === undefined ? {} : { onChoose })} />
    </figure>
  )
}

function AsTable({
  shape: { along, label, places, series },
  onChoose,
}: {
  readonly shape: ChartShape
  readonly onChoose?: (place: number) => void
}): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  return (
    <details className="as-table">
      <summary>{t('parts.asTable')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="wide-table tall" tabIndex={0} role="region" aria-label={label}>
        <table className="figures">
          <caption className="unseen">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{along}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place, at) => (
              <tr key={place}>
                <th scope="row">
                  {onChoose === undefined ? (
                    place
                  ) : (
                    <button type="button" onClick={() => onChoose(at)}>
                      {place}
                    </button>
                  )}
                </th>
                {series.map(({ name, values }) => (
                  <td key={name} className="number">
                    {count(values[at] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/**
 * Which way each arrow of a blueprint takes, before anything has a size. Boxes stand in cells of lane and column; between two columns is
 * a gutter, between two lanes a channel, and in them every arrow has a track of its own. So no arrow crosses a box, and no two run
 * over each other.
 *
 *     across   same lane, nothing between:      right edge ─► left edge
 *     down     same column, nothing between:    bottom ─► top, or top ─► bottom
 *     turn     one gutter, and a free lane on one side of it
 *     round    gutter, channel beside the target's lane, gutter
 */
import { lanes, type BlueprintStep } from './blueprint-shape.ts'

export interface Cell {
  /** Place in `lanes`. */
  readonly lane: number
  /** From 0, without the columns that no step uses. */
  readonly column: number
}

/** A gutter lies right of the column with its number, a channel above the lane with its number; tracks count from 0. */
export interface Track {
  readonly at: number
  readonly track: number
}

export type Way =
  | { readonly kind: 'across' }
  | { readonly kind: 'down' }
  /** `enters`: a step of the same column, behind another one, is entered from the right. */
  | { readonly kind: 'turn'; readonly gutter: Track; readonly enters: 'left' | 'right' }
  | { readonly kind: 'round'; readonly leaves: Track; readonly channel: Track; readonly arrives: Track }

export interface Route {
  readonly from: BlueprintStep
  readonly to: BlueprintStep
  readonly way: Way
}

export interface Plan {
  readonly cells: ReadonlyMap<string, Cell>
  readonly columns: number
  readonly routes: readonly Route[]
  /** Tracks in each gutter and channel. */
  readonly gutters: readonly number[]
  readonly channels: readonly number[]
}

export function planOf(steps: readonly BlueprintStep[]): Plan {
  const orders = [...new Set(steps.map(({ order }) => order))].toSorted((a, b) => a - b)
  const cells = new Map(
    steps.map(({ id, lane, order }) => [id, { lane: lanes.indexOf(lane), column: orders.indexOf(order) }]),
  )
  const taken = new Set([...cells.values()].map(keyOf))
  const gutters = new Tracks(orders.length)
  const channels = new Tracks(lanes.length + 1)
  const byId = new Map(steps.map(step => [step.id, step]))
  const routes = steps.flatMap(from =>
    from.to.flatMap((id): Route[] => {
      const to = byId.get(id)
      if (to === undefined) return []
      return [{ from, to, way: wayOf(cells.get(from.id)!, cells.get(id)!, { taken, gutters, channels }) }]
    }),
  )
  return { cells, columns: orders.length, routes, gutters: gutters.counts, channels: channels.counts }
}

const keyOf = ({ lane, column }: Cell): string => `${lane} ${column}`

class Tracks {
  readonly counts: number[]

  constructor(places: number) {
    this.counts = Array.from({ length: places }, () => 0)
  }

  take(at: number): Track {
    const track = this.counts.at(at)!
    this.counts[at] = track + 1
    return { at, track }
  }
}

interface Ground {
  readonly taken: ReadonlySet<string>
  readonly gutters: Tracks
  readonly channels: Tracks
}

function wayOf(from: Cell, to: Cell, { taken, gutters, channels }: Ground): Way {
  const isFree = (lane: number): boolean =>
    between(from.column, to.column).every(column => !taken.has(keyOf({ lane, column })))
  if (from.column === to.column) {
    const lanesBetween = between(from.lane, to.lane)
    const isOpen = lanesBetween.every(lane => !taken.has(keyOf({ lane, column: from.column })))
    return isOpen ? { kind: 'down' } : { kind: 'turn', gutter: gutters.take(from.column), enters: 'right' }
  }
  const last = to.column - 1
  if (from.lane === to.lane && isFree(from.lane)) return { kind: 'across' }
  if (from.lane !== to.lane && isFree(from.lane))
    return { kind: 'turn', gutter: gutters.take(last), enters: 'left' }
  if (from.lane !== to.lane && isFree(to.lane))
    return { kind: 'turn', gutter: gutters.take(from.column), enters: 'left' }
  return {
    kind: 'round',
    leaves: gutters.take(from.column),
    channel: channels.take(to.lane > from.lane ? to.lane : to.lane + 1),
    arrives: gutters.take(last),
  }
}

/** The whole numbers strictly between two others. */
function between(a: number, b: number): readonly number[] {
  const [low, high] = a < b ? [a, b] : [b, a]
  return Array.from({ length: Math.max(0, high - low - 1) }, (_, at) => low + 1 + at)
}

/**
 * Where everything of a service blueprint stands: lanes from top to bottom, columns by order, the lines between lanes, boxes, and arrows
 * of right angles (BP-01, BP-02). Pure figures in units of the SVG; the drawing only paints them.
 */
import {
  lanes,
  lineNames,
  type BlueprintShape,
  type BlueprintStep,
  type Lane,
  type LineName,
} from './blueprint-shape.ts'
import { planOf, type Cell, type Plan, type Route } from './routes.ts'

export const boxWidth = 148
export const boxHeight = 92
/** Names of lanes and lines stand left of the first column. */
export const labelWidth = 104
const margin = 12
/** A gutter or channel without any arrow, and what each arrow adds. */
const gutterWidth = 26
const channelHeight = 28
const trackWidth = 8
/** The line of a channel lies above its tracks. */
const lineOffset = 8
const firstTrackOffset = 18
/** Arrows that turn leave below the middle and arrive above it, so that they never lie on those that go straight. */
const portOffset = 10

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly step: BlueprintStep
  readonly width: number
  readonly height: number
}

export interface Arrow {
  readonly from: string
  readonly to: string
  /** Corners from edge to edge, each level or upright with the one before. */
  readonly points: readonly Point[]
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly lanes: readonly { readonly lane: Lane; readonly y: number; readonly height: number }[]
  readonly lines: readonly {
    readonly line: LineName
    readonly y: number
    readonly x1: number
    readonly x2: number
  }[]
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
}

export function drawingOf({ steps, lines }: Pick<BlueprintShape, 'steps' | 'lines'>): Drawing {
  const plan = planOf(steps)
  const grid = gridOf(plan)
  const boxes = steps.map(step => ({
    step,
    ...cornerOf(grid, plan.cells.get(step.id)!),
    width: boxWidth,
    height: boxHeight,
  }))
  const byId = new Map(boxes.map(box => [box.step.id, box]))
  return {
    width: grid.width,
    height: grid.height,
    lanes: lanes.map((lane, at) => ({ lane, y: grid.rows.at(at)!, height: boxHeight })),
    lines: lines.map(line => {
      const y = grid.channels.at(lineNames.indexOf(line) + 1)! + lineOffset
      return { line, y, x1: margin, x2: grid.width - margin }
    }),
    boxes,
    arrows: plan.routes.map(route => {
      const ends = { from: byId.get(route.from.id)!, to: byId.get(route.to.id)! }
      return { from: route.from.id, to: route.to.id, points: straightened(cornersOf(route, ends, grid)) }
    }),
  }
}

interface Grid {
  readonly width: number
  readonly height: number
  /** Left edges of columns, top edges of lanes. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  /** Left edges of gutters, top edges of channels. */
  readonly gutters: readonly number[]
  readonly channels: readonly number[]
}

function gridOf({ gutters, channels }: Plan): Grid {
  let x = margin + labelWidth
  const columns: number[] = []
  const gutterEdges = gutters.map(tracks => {
    columns.push(x)
    const edge = x + boxWidth
    x = edge + gutterWidth + tracks * trackWidth
    return edge
  })
  let y = margin
  const rows: number[] = []
  const channelEdges = channels.map((tracks, at) => {
    const edge = y
    y += channelHeight + tracks * trackWidth
    if (at === lanes.length) return edge
    rows.push(y)
    y += boxHeight
    return edge
  })
  return {
    width: x + margin,
    height: y + margin,
    columns,
    rows,
    gutters: gutterEdges,
    channels: channelEdges,
  }
}

const cornerOf = ({ columns, rows }: Grid, { lane, column }: Cell): Point => ({
  x: columns.at(column)!,
  y: rows.at(lane)!,
})

function cornersOf({ way }: Route, { from, to }: { from: Box; to: Box }, grid: Grid): readonly Point[] {
  const [right, left] = [from.x + from.width, to.x]
  const [leavesY, arrivesY] = [middleOf(from) + portOffset, middleOf(to) - portOffset]
  const gutterX = ({ at, track }: { at: number; track: number }): number =>
    grid.gutters.at(at)! + firstTrackOffset + track * trackWidth
  switch (way.kind) {
    case 'across':
      return [
        { x: right, y: middleOf(from) },
        { x: left, y: middleOf(to) },
      ]
    case 'down': {
      const isDown = to.y > from.y
      const x = from.x + from.width / 2 + (isDown ? -portOffset : portOffset)
      return [
        { x, y: isDown ? from.y + from.height : from.y },
        { x, y: isDown ? to.y : to.y + to.height },
      ]
    }
    case 'turn': {
      const x = gutterX(way.gutter)
      const isLeft = way.enters === 'left'
      // From the right it arrives higher still: the next box may be reached from the same gutter.
      const [end, y] = isLeft ? [left, arrivesY] : [to.x + to.width, arrivesY - portOffset]
      return [
        { x: right, y: leavesY },
        { x, y: leavesY },
        { x, y },
        { x: end, y },
      ]
    }
    case 'round': {
      const [x1, x2] = [gutterX(way.leaves), gutterX(way.arrives)]
      const y = grid.channels.at(way.channel.at)! + firstTrackOffset + way.channel.track * trackWidth
      return [
        { x: right, y: leavesY },
        { x: x1, y: leavesY },
        { x: x1, y },
        { x: x2, y },
        { x: x2, y: arrivesY },
        { x: left, y: arrivesY },
      ]
    }
  }
}

const middleOf = ({ y, height }: Box): number => y + height / 2

/** Without corners at which nothing turns. */
function straightened(points: readonly Point[]): readonly Point[] {
  return points.filter((point, at) => {
    const [before, after] = [points.at(at - 1), points.at(at + 1)]
    if (at === 0 || before === undefined || after === undefined) return true
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}

/** Every blueprint that comes along can be drawn: nothing overlaps, every arrow goes from edge to edge. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import * as format from '../../../../src/rulebook/blueprint.ts'
import { loadRulebook } from '../../../../src/rulebook/folder.ts'
import { lanes, lineNames, type BlueprintShape, type BlueprintStep } from './blueprint-shape.ts'
import { drawingOf, type Arrow, type Box, type Drawing, type Point } from './lanes.ts'
import { planOf } from './routes.ts'
import { wrapped } from './wrapped.ts'

const folder = fileURLToPath(new URL('../../../../rulebook', import.meta.url))
/** As it comes over the wire. */
const shipped = [...(loadRulebook(folder).blueprints ?? [])].map(
  ([touchpoint, blueprint]) => [touchpoint, JSON.parse(JSON.stringify(blueprint)) as BlueprintShape] as const,
)

type Segment = readonly [Point, Point]
const segmentsOf = ({ points }: Arrow): readonly Segment[] =>
  points.slice(1).map((point, at) => [points.at(at)!, point] as const)

const isRight = ([a, b]: Segment): boolean => (a.x === b.x) !== (a.y === b.y)

/** Does a segment come into the inside of a box, of which the edge is no part? */
function crosses([a, b]: Segment, box: Box): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  return right > box.x && left < box.x + box.width && bottom > box.y && top < box.y + box.height
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Do two segments run over each other for some length? */
function runsOver([a, b]: Segment, [c, d]: Segment): boolean {
  const shared = (one: readonly number[], other: readonly number[]): number =>
    Math.min(Math.max(...one), Math.max(...other)) - Math.max(Math.min(...one), Math.min(...other))
  if (a.x === b.x && c.x === d.x && a.x === c.x) return shared([a.y, b.y], [c.y, d.y]) > 0
  return a.y === b.y && c.y === d.y && a.y === c.y && shared([a.x, b.x], [c.x, d.x]) > 0
}

/** Arrows that lie on each other, though they share neither beginning nor end. */
const overruns = (arrows: readonly Arrow[]): readonly string[] =>
  arrows.flatMap((a, at) =>
    arrows
      .slice(at + 1)
      .filter(b => a.from !== b.from && a.to !== b.to)
      .filter(b => segmentsOf(a).some(one => segmentsOf(b).some(other => runsOver(one, other))))
      .map(b => `${a.from} ${a.to} over ${b.from} ${b.to}`),
  )

/** On the edge of a box, and which. */
function edgeOf({ x, y }: Point, box: Box): string | null {
  const isBeside = y > box.y && y < box.y + box.height
  const isAbove = x > box.x && x < box.x + box.width
  if (isBeside && x === box.x) return 'left'
  if (isBeside && x === box.x + box.width) return 'right'
  if (isAbove && y === box.y) return 'top'
  return isAbove && y === box.y + box.height ? 'bottom' : null
}

const boxOf = ({ boxes }: Drawing, id: string): Box => boxes.find(({ step }) => step.id === id)!

it('TP0-16 BP-06: there are fourteen to draw', () => {
  expect(shipped).toHaveLength(14)
})

it('lanes and lines are those of the rulebook, in its order', () => {
  expect([lanes, lineNames]).toEqual([format.lanes, format.lineNames])
})

describe.each(shipped)('%s', (_, blueprint) => {
  const drawing = drawingOf(blueprint)
  const { boxes, arrows, width, height } = drawing

  it('has a box for each step and an arrow for each link', () => {
    expect(boxes.map(({ step }) => step.id)).toEqual(blueprint.steps.map(({ id }) => id))
    expect(arrows.map(({ from, to }) => `${from} ${to}`)).toEqual(
      blueprint.steps.flatMap(({ id, to }) => to.map(next => `${id} ${next}`)),
    )
  })

  it('no box lies over another', () => {
    const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).map(b => [a, b] as const))
    expect(pairs.filter(([a, b]) => overlap(a, b)).map(([a, b]) => `${a.step.id} ${b.step.id}`)).toEqual([])
  })

  it.each(['zh-CN', 'en'] as const)('a title has at most three lines in its box: %s', language => {
    const long = blueprint.steps.filter(({ title }) => wrapped(title[language], 22).length > 3)
    expect(long.map(({ title }) => title[language])).toEqual([])
  })

  it('BP-01: each box stands in its lane, and later steps stand further right', () => {
    for (const { step, y } of boxes) expect(drawing.lanes.find(({ lane }) => lane === step.lane)?.y).toBe(y)
    for (const a of boxes)
      for (const b of boxes) expect(Math.sign(a.x - b.x)).toBe(Math.sign(a.step.order - b.step.order))
  })

  it('BP-02: each line lies between its two lanes', () => {
    expect(drawing.lines.map(({ line }) => line)).toEqual(blueprint.lines)
    for (const [at, { y }] of drawing.lines.entries()) {
      const [above, below] = [drawing.lanes.at(at)!, drawing.lanes.at(at + 1)!]
      expect(y).toBeGreaterThan(above.y + above.height)
      expect(y).toBeLessThan(below.y)
    }
  })

  it('arrows turn at right angles, and begin and end at an edge', () => {
    for (const arrow of arrows) {
      expect(segmentsOf(arrow).every(isRight)).toBe(true)
      expect(['right', 'top', 'bottom']).toContain(edgeOf(arrow.points.at(0)!, boxOf(drawing, arrow.from)))
      expect(edgeOf(arrow.points.at(-1)!, boxOf(drawing, arrow.to))).not.toBeNull()
    }
  })

  it('no arrow crosses a box', () => {
    const hits = arrows.flatMap(arrow =>
      segmentsOf(arrow).flatMap(segment =>
        boxes
          .filter(box => crosses(segment, box))
          .map(box => `${arrow.from} ${arrow.to} over ${box.step.id}`),
      ),
    )
    expect(hits).toEqual([])
  })

  it('no arrow runs over another, but where both come from or lead to one step', () => {
    expect(overruns(arrows)).toEqual([])
  })

  it('all of it lies inside the view box', () => {
    const points = [
      ...arrows.flatMap(({ points: corners }) => corners),
      ...boxes.flatMap(box => [box, { x: box.x + box.width, y: box.y + box.height }]),
      ...drawing.lines.flatMap(({ x1, x2, y }) => [
        { x: x1, y },
        { x: x2, y },
      ]),
    ]
    const outside = points.filter(({ x, y }) => x <= 0 || y <= 0 || x >= width || y >= height)
    expect(outside).toEqual([])
  })
})

const stepAt = (
  id: string,
  place: readonly [lane: number, order: number],
  to: readonly string[] = [],
): BlueprintStep => ({
  id,
  lane: lanes.at(place[0])!,
  order: place[1],
  title: { 'zh-CN': id, en: id },
  to,
  department: null,
  failure: null,
  indicator: null,
  toBeAdded: false,
  measures: null,
})

test.each<readonly [what: string, steps: readonly BlueprintStep[], way: string, corners: number]>([
  ['next to each other: straight across', [stepAt('a', [2, 1], ['b']), stepAt('b', [2, 2])], 'across', 2],
  [
    'far apart with nothing between: straight across, whatever columns are left out',
    [stepAt('a', [2, 1], ['b']), stepAt('b', [2, 9]), stepAt('c', [1, 4])],
    'across',
    2,
  ],
  ['below each other: straight down', [stepAt('a', [0, 1], ['b']), stepAt('b', [2, 1])], 'down', 2],
  ['there and back: side by side', [stepAt('a', [0, 1], ['b']), stepAt('b', [1, 1], ['a'])], 'down', 2],
  ['above each other: straight up', [stepAt('a', [4, 1], ['b']), stepAt('b', [3, 1])], 'down', 2],
  [
    'another step between, in one column: beside it',
    [stepAt('a', [0, 1], ['b']), stepAt('c', [1, 1]), stepAt('b', [2, 1])],
    'turn',
    4,
  ],
  [
    'entered from the right, while its neighbour is reached through the same gutter',
    [stepAt('d', [0, 2]), stepAt('c', [1, 1], ['d']), stepAt('b', [0, 1]), stepAt('a', [2, 1], ['b'])],
    'turn',
    4,
  ],
  [
    'its own lane is free: along it, then over',
    [stepAt('a', [0, 1], ['b']), stepAt('c', [2, 2]), stepAt('b', [2, 3])],
    'turn',
    4,
  ],
  [
    'only the lane of the other is free: over, then along it',
    [stepAt('a', [0, 1], ['b']), stepAt('c', [0, 2]), stepAt('b', [2, 3])],
    'turn',
    4,
  ],
  [
    'neither is free: between the lanes',
    [stepAt('a', [0, 1], ['b']), stepAt('c', [0, 2]), stepAt('d', [2, 2]), stepAt('b', [2, 3])],
    'round',
    6,
  ],
  [
    'a step between in the same lane: round it',
    [stepAt('a', [4, 1], ['b']), stepAt('c', [4, 2]), stepAt('b', [4, 3])],
    'round',
    6,
  ],
])('%s', (...[, steps, way, corners]) => {
  expect(new Set(planOf(steps).routes.map(route => route.way.kind))).toEqual(new Set([way]))
  const { arrows } = drawingOf({ steps, lines: [] })
  expect(arrows.map(({ points }) => points.length)).toEqual(arrows.map(() => corners))
  expect(overruns(arrows)).toEqual([])
})

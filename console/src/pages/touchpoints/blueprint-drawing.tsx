/**
 * A service blueprint as SVG. Each step is a button that the keyboard reaches, from left to right and from top to bottom, and that says
 * in words all that its box shows by colour or sign.
 */
import { useId, useMemo, type KeyboardEvent, type ReactElement } from 'react'
import type { BlueprintShape, BlueprintStep, Language } from './blueprint-shape.ts'
import type { BlueprintWords } from './blueprint-words.ts'
import { boxHeight, boxWidth, drawingOf, type Arrow, type Box, type Drawing } from './lanes.ts'
import { wrapped } from './wrapped.ts'

interface BlueprintDrawingProps {
  readonly blueprint: BlueprintShape
  readonly language: Language
  readonly words: BlueprintWords
  /** Id of the step that is shown beside the drawing, if any. */
  readonly chosen: string | null
  readonly onChoose: (step: BlueprintStep) => void
  /** What happened at the steps that the system performs, in words: empty while it is not known. */
  readonly figures: ReadonlyMap<string, FigureWords>
}

export interface FigureWords {
  /** `delivered 1,204 · 98%` */
  readonly told: string
  /** How many failed here; null where none did. */
  readonly failed: string | null
}

/** Chinese characters count two. */
const placesMax = 22
const lineHeight = 15
const failureRadius = 9
const digitWidth = 6.5

export function BlueprintDrawing(props: BlueprintDrawingProps): ReactElement {
  const { blueprint, language, words, chosen, onChoose } = props
  const id = useId()
  const drawing = useMemo(() => drawingOf(blueprint), [blueprint])
  const boxes = useMemo(() => drawing.boxes.toSorted((a, b) => a.x - b.x || a.y - b.y), [drawing])
  const { width, height } = drawing
  return (
    <svg
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize={12}
    >
      <title id={`${id}-title`}>{`${words.drawing}: ${blueprint.title[language]}`}</title>
      <desc id={`${id}-desc`}>{blueprint.scenario[language]}</desc>
      <defs>
        <marker
          id={`${id}-head`}
          viewBox="0 0 8 8"
          refX={8}
          refY={4}
          markerWidth={7}
          markerHeight={7}
          orient="auto"
        >
          <path d="M0 0 L8 4 L0 8 Z" fill="var(--muted)" />
        </marker>
      </defs>
      <Lanes drawing={drawing} words={words} />
      <g aria-hidden="true">
        {drawing.arrows.map(arrow => (
          <ArrowLine key={`${arrow.from} ${arrow.to}`} arrow={arrow} head={`url(#${id}-head)`} />
        ))}
      </g>
      {boxes.map(box => (
        <StepBox
          key={box.step.id}
          box={box}
          title={box.step.title[language]}
          spoken={spokenOf(box.step, props)}
          words={words}
          figure={props.figures.get(box.step.id)}
          isChosen={box.step.id === chosen}
          onChoose={onChoose}
        />
      ))}
    </svg>
  )
}

/** The lanes' names, and the lines between them with theirs. */
function Lanes({
  drawing,
  words,
}: {
  readonly drawing: Drawing
  readonly words: BlueprintWords
}): ReactElement {
  return (
    <g aria-hidden="true">
      {drawing.lanes.map(({ lane, y, height }) => (
        <text
          key={lane}
          x={12}
          y={y + height / 2}
          dominantBaseline="middle"
          fontWeight={600}
          fill="var(--ink)"
        >
          {words.lanes[lane]}
        </text>
      ))}
      {drawing.lines.map(({ line, y, x1, x2 }) => (
        <g key={line}>
          <line x1={x1} x2={x2} y1={y} y2={y} stroke="var(--line)" strokeWidth={1.5} strokeDasharray="7 5" />
          <text x={x1} y={y + 13} fontSize={10} fill="var(--muted)">
            {words.lines[line]}
          </text>
        </g>
      ))}
    </g>
  )
}

function ArrowLine({ arrow, head }: { readonly arrow: Arrow; readonly head: string }): ReactElement {
  const points = arrow.points.map(({ x, y }) => `${x},${y}`).join(' ')
  return <polyline points={points} fill="none" stroke="var(--muted)" strokeWidth={1.25} markerEnd={head} />
}

interface StepBoxProps {
  readonly box: Box
  readonly title: string
  readonly spoken: string
  readonly words: BlueprintWords
  readonly figure: FigureWords | undefined
  readonly isChosen: boolean
  readonly onChoose: (step: BlueprintStep) => void
}

function StepBox({ box, title, spoken, words, figure, isChosen, onChoose }: StepBoxProps): ReactElement {
  const { step, x, y } = box
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onChoose(step)
  }
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={spoken}
      aria-pressed={isChosen}
      transform={`translate(${x} ${y})`}
      style={{ cursor: 'pointer' }}
      onClick={() => onChoose(step)}
      onKeyDown={press}
    >
      <rect
        width={boxWidth}
        height={boxHeight}
        rx={6}
        fill="var(--surface)"
        stroke={isChosen || step.measures !== null ? 'var(--jade)' : 'var(--line)'}
        strokeWidth={isChosen ? 2.5 : 1.25}
        strokeDasharray={step.toBeAdded ? '5 4' : undefined}
      />
      <text x={10} y={20} fill={step.toBeAdded ? 'var(--muted)' : 'var(--ink)'}>
        {wrapped(title, placesMax).map((line, at) => (
          <tspan key={line} x={10} y={20 + at * lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      <Marks step={step} words={words} figure={figure} />
    </g>
  )
}

/** F in its corner with what failed; below, what happened, who answers, and what is still to be added. */
function Marks({
  step,
  words,
  figure,
}: {
  readonly step: BlueprintStep
  readonly words: BlueprintWords
  readonly figure: FigureWords | undefined
}): ReactElement {
  const { department, failure, measures, toBeAdded } = step
  const stage = measures === null ? null : words.stages[measures]
  return (
    <>
      {failure !== null && <FailureMark failed={figure?.failed ?? null} />}
      {stage !== null && (
        <text x={10} y={boxHeight - 24} fontSize={11} fontWeight={600} fill="var(--jade)">
          {figure === undefined ? stage : `${stage} ${figure.told}`}
        </text>
      )}
      {department !== null && (
        <text x={10} y={boxHeight - 8} fontSize={10} fill="var(--muted)">
          {words.departments[department]}
        </text>
      )}
      {toBeAdded && (
        <text x={boxWidth - 10} y={boxHeight - 8} textAnchor="end" fontSize={10} fill="var(--amber)">
          {words.toBeAdded}
        </text>
      )}
    </>
  )
}

/** Widens with the number that failed. */
function FailureMark({ failed }: { readonly failed: string | null }): ReactElement {
  const text = failed === null ? 'F' : `F ${failed}`
  const width = Math.max(2 * failureRadius, text.length * digitWidth + failureRadius)
  return (
    <g transform={`translate(${boxWidth + 4 - width} ${4 - failureRadius})`}>
      <rect
        width={width}
        height={2 * failureRadius}
        rx={failureRadius}
        fill="var(--bad)"
        stroke="var(--surface)"
        strokeWidth={1.5}
      />
      <text
        x={width / 2}
        y={failureRadius}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={11}
        fontWeight={700}
        fill="var(--surface)"
      >
        {text}
      </text>
    </g>
  )
}

function spokenOf(
  step: BlueprintStep,
  { blueprint, language, words, figures }: BlueprintDrawingProps,
): string {
  const figure = figures.get(step.id)
  const indicator = blueprint.indicators.find(({ id }) => id === step.indicator)
  const parts = [
    step.title[language],
    words.lanes[step.lane],
    step.measures === null ? null : `${words.stages[step.measures]} ${figure?.told ?? ''}`.trim(),
    step.failure === null
      ? null
      : `${words.failure}: ${step.failure[language]} ${figure?.failed ?? ''}`.trim(),
    step.department === null ? null : words.departments[step.department],
    indicator === undefined ? null : `${words.indicator}: ${indicator.title[language]}`,
    step.toBeAdded ? words.toBeAdded : null,
  ]
  return parts.filter(part => part !== null).join(words.pause)
}

/** What happens in a life over the wire, by its seed. Moments are message time, counted from the start of the life. */
import type { PartStyle } from '../../../packages/smpp/src/index.ts'
import { Dice } from '../dice.ts'
import type { Crash, CrashPoint } from '../plot/plot.ts'

/** Message time passes so much faster than real time. */
export const speed = 20
/** 2026-11-21 10:09:54 in Shanghai: ten minutes by the clock end amid the trouble, and no reply may notice. */
export const start = Date.UTC(2026, 10, 21, 2, 9, 54)
/** 0.6 real seconds. */
const troubleMs = 12_000

export interface WireLine {
  readonly account: string
  readonly line: string
  readonly number: string
}

export interface WirePlot {
  readonly seed: string
  readonly lines: readonly WireLine[]
  readonly payments: readonly { readonly at: number; readonly line: WireLine; readonly fen: number }[]
  readonly writings: readonly {
    readonly at: number
    readonly line: WireLine
    readonly text: string
    readonly style: PartStyle
  }[]
  /** The centre goes down with all its connections; `keeps`: what it was to tell later it tells later. */
  readonly restarts: readonly { readonly at: number; readonly downMs: number; readonly keeps: boolean }[]
  /** Of the engine; in real moments of message time. */
  readonly crashes: readonly Crash[]
  /** From here on nothing is broken on purpose any more. */
  readonly troubleMs: number
  readonly window: number
  readonly binds: 'transceiver' | 'pair'
  readonly partStyle: PartStyle
  /** The centre writes ids in receipts as hex numbers. */
  readonly hexReceipts: boolean
  /** Answers are waited for until all have come that ever will; else the driver gives some up, and they come late. */
  readonly isPatient: boolean
  /** Shares of frames and messages that something is done to, as a factor. */
  readonly harshness: number
}

const styles: readonly PartStyle[] = ['udh8', 'udh16', 'sar']
const points: readonly CrashPoint[] = ['before-commit', 'after-commit', 'half-handed']

export function wirePlotOf(seed: string): WirePlot {
  const dice = new Dice(`wire ${seed}`)
  const lines = Array.from({ length: dice.between(3, 8) }, (_, n) => ({
    account: `A${n + 1}`,
    line: `L${n + 1}`,
    number: `+861380000010${n + 1}`,
  }))
  const some = (most: number): readonly number[] =>
    Array.from({ length: dice.between(1, most) }, () => dice.between(500, troubleMs)).sort((a, b) => a - b)
  return {
    seed,
    lines,
    payments: some(40).map((at, n) => ({ at, line: dice.pick(lines), fen: n + 1 })),
    writings: some(12).map((at, n) => ({
      at,
      line: dice.pick(lines),
      text: dice.happens(0.4) ? `<reply ${n}>`.repeat(30) : `<reply ${n}>`,
      style: dice.pick(styles),
    })),
    restarts: some(3).map(at => ({ at, downMs: dice.between(400, 2_000), keeps: dice.happens(0.5) })),
    crashes: dice.happens(0.6)
      ? some(3).map(at => ({ at: start + at, point: dice.pick(points), downMs: dice.between(200, 3_000) }))
      : [],
    troubleMs,
    window: dice.pick([1, 4, 10]),
    binds: dice.happens(0.3) ? 'pair' : 'transceiver',
    partStyle: dice.pick(styles),
    hexReceipts: dice.happens(0.3),
    isPatient: dice.happens(0.5),
    harshness: dice.pick([0.5, 1, 2]),
  }
}

/** A life in which nothing goes wrong: what is expected of any is expected of it to the letter. */
export const untroubled = (plot: WirePlot): WirePlot => ({
  ...plot,
  crashes: [],
  restarts: [],
  harshness: 0,
  isPatient: true,
})

/** ISO-8601 durations of fixed length, as rules write them (`useful-for: PT2H`). A day is 24 h and a week 7 days. */
import { isFault, type Fault } from './fault.ts'

/** Longest duration a rule may name: 400 days. */
export const durationMaxMs = 400 * 86_400_000

const shape = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/
const unitsMs = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000]

/** Reads `PT2H`, `P3D`, `P1DT12H`, `PT30M`, `PT45S`, `P2W` to milliseconds; a fault with a hint for anything else. */
export function parseDuration(text: string): number | Fault {
  const parts = shape.exec(text)
  if (parts === null || text.length > 40) return refusal(text)
  const counts = parts.slice(1)
  if (counts.every(count => count === undefined) || text.endsWith('T')) {
    return { fault: `the duration "${text}" names no amount`, hint: 'write for example PT2H, P3D or PT30M' }
  }
  const total = counts.reduce((sum, count, at) => sum + Number(count ?? 0) * unitsMs[at]!, 0)
  if (total > durationMaxMs) {
    return { fault: `the duration "${text}" is longer than 400 days`, hint: 'write at most P400D' }
  }
  return total
}

/** As `parseDuration`, for texts that were checked before; throws RangeError otherwise. */
export function durationMs(text: string): number {
  const duration = parseDuration(text)
  if (isFault(duration)) throw new RangeError(`${duration.fault}; ${duration.hint}`)
  return duration
}

function refusal(text: string): Fault {
  const fault = `"${text.slice(0, 40)}" is not an ISO-8601 duration of fixed length`
  if (/^P[^T]*\d[YM]/.test(text)) {
    return { fault, hint: 'months and years differ in length: write days, such as P30D' }
  }
  if (/[.,]/.test(text)) return { fault, hint: 'write whole numbers of a smaller unit: PT90M, not PT1.5H' }
  if (/^P\d+[HS]$/.test(text)) return { fault, hint: 'hours, minutes and seconds follow a T: PT2H' }
  return { fault, hint: 'write for example PT2H (two hours), P3D (three days) or PT30M (thirty minutes)' }
}

/** For people, in the two largest units: `21 d 16 h`, `1 h 5 min`, `45 min`. */
export function durationText(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const days = Math.floor(minutes / 1_440)
  const hours = Math.floor(minutes / 60) % 24
  const parts = days > 0 ? [days, 'd', hours, 'h'] : [hours, 'h', minutes % 60, 'min']
  const [first, unit, second, smaller] = parts
  if (first === 0) return `${second} ${smaller}`
  return second === 0 ? `${first} ${unit}` : `${first} ${unit} ${second} ${smaller}`
}

/** Reads the `at` of a rule; the language is told in moment.ts. */
import { parseClock, type ClockMinutes } from './clock-time.ts'
import type { Fault } from './fault.ts'
import type { Moment, Shift } from './moment.ts'

const textMax = 100
const pathShape = /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/
const shiftShape = /^([+-])(\d+) ?(months?|d|h|m)(?: (\d\S*))?(?: (before|after) (\S+))?$/
const unitNames: Readonly<Record<string, Shift['unit']>> = {
  month: 'month',
  months: 'month',
  d: 'day',
  h: 'hour',
  m: 'minute',
}

/** No reminder is planned further away than this, in each unit. */
export const shiftMax: Readonly<Record<Shift['unit'], number>> = {
  month: 120,
  day: 3660,
  hour: 720,
  minute: 1440,
}

/** Reads a moment; several blanks count as one. A text outside the language is answered with what is wrong and what to write. */
export function parseMoment(text: string): Moment | Fault {
  const words = text.trim().replace(/\s+/g, ' ')
  if (words.length > textMax) return { fault: 'the moment is too long', hint: 'write at most 100 characters' }
  if (words === 'now') return { kind: 'now', anchor: null }
  if (words.startsWith('next ')) return nextOf(words.slice(5))
  if (words.startsWith('at ')) return atFactOf(words.slice(3))
  const parts = shiftShape.exec(words)
  return parts === null ? refusal(words) : shiftOf(parts)
}

function nextOf(word: string): Moment | Fault {
  const clock = parseClock(word)
  return clock === null ? clockFault(word) : { kind: 'next', clock, anchor: null }
}

function atFactOf(path: string): Moment | Fault {
  if (/^\d/.test(path)) {
    return { fault: `"at ${path}" names no day`, hint: `write "next ${path}" or "+1d ${path}"` }
  }
  return pathShape.test(path) ? { kind: 'at-fact', anchor: path } : pathFault(path)
}

function shiftOf(parts: RegExpExecArray): Moment | Fault {
  const [, sign, digits, unitName, clockText, side, path] = parts
  const unit = unitNames[unitName!]!
  const count = Number(digits)
  const fault = sideFault(sign!, side) ?? reachFault(unit, count)
  if (fault !== null) return fault
  const clock = clockText === undefined ? null : clockFor(unit, clockText)
  if (clock !== null && typeof clock !== 'number') return clock
  const shift = { unit, count: sign === '-' && count > 0 ? -count : count }
  if (path === undefined) return { kind: 'after-event', shift, clock, anchor: null }
  return pathShape.test(path) ? { kind: 'from-fact', shift, clock, anchor: path } : pathFault(path)
}

function clockFor(unit: Shift['unit'], text: string): ClockMinutes | Fault {
  if (unit === 'hour' || unit === 'minute') {
    return {
      fault: `a time of day does not go with ${unit}s`,
      hint: 'write days or months, such as +1d 09:00',
    }
  }
  return parseClock(text) ?? clockFault(text)
}

function sideFault(sign: string, side: string | undefined): Fault | null {
  if (sign === '-' && side === undefined) {
    return {
      fault: 'nothing can be sent before the event',
      hint: 'write for example -7d before offer.endsAt',
    }
  }
  if (sign === '-' && side === 'after')
    return { fault: '"-" and "after" contradict', hint: 'write "before", or "+"' }
  if (sign === '+' && side === 'before')
    return { fault: '"+" and "before" contradict', hint: 'write "after", or "-"' }
  return null
}

function reachFault(unit: Shift['unit'], count: number): Fault | null {
  if (count <= shiftMax[unit]) return null
  return { fault: `${count} ${unit}s is too far`, hint: `write at most ${shiftMax[unit]} ${unit}s` }
}

function clockFault(text: string): Fault {
  return { fault: `"${text}" is not a time of day`, hint: 'write HH:MM from 00:00 to 23:59, such as 08:00' }
}

function pathFault(path: string): Fault {
  return { fault: `"${path}" is not a fact`, hint: 'write a dotted path, such as balance.validUntil' }
}

function refusal(words: string): Fault {
  const fault = `"${words}" is not a moment`
  if (parseClock(words) !== null) return { fault, hint: `write "next ${words}" or "+1d ${words}"` }
  if (/^\d/.test(words)) return { fault, hint: `begin with + or -: +${words}` }
  if (/^[+-]\d+ ?(w|weeks?|y|years?)\b/.test(words))
    return { fault, hint: 'count in months, d, h or m: +7d, +12 months' }
  return {
    fault,
    hint: 'write now, next 08:00, +2d 15:00, +1 month, -7d before offer.endsAt or at offer.endsAt',
  }
}

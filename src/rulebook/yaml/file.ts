/**
 * A YAML file as plain values that still know where they were written. Only the plain part of YAML 1.2 is taken: no anchors,
 * aliases, tags, directives or merge keys, so there are no bombs to defuse and a reader sees all there is.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type ParsedNode,
  type Scalar,
  type YAMLError,
} from 'yaml'
import { fileCharactersMax } from '../bundle.ts'
import { faultAt, type FaultCode, type Place, type RulebookFault } from '../fault.ts'
import { offsetWithin } from './offset.ts'

/** Steps from the root: keys and list positions. */
export type Path = readonly (string | number)[]

export interface YamlFile {
  readonly path: string
  /** Objects without prototype, arrays, strings, numbers, booleans and null; undefined where there is nothing. */
  readonly value: unknown
  /** False where YAML itself has a fault, so that what the file lacks cannot be told. */
  readonly isReadable: boolean
  /** Place of a value; of the nearest thing around it where there is none. */
  placeOf(path: Path): Place
  /** Place of the key that names a value in its object. */
  placeOfKey(path: Path): Place
  /** Place of `length` characters at `offset` inside a text value. */
  placeWithin(path: Path, offset: number, length: number): Place
}

export interface YamlRead {
  readonly file: YamlFile
  readonly faults: readonly RulebookFault[]
}

export const depthMax = 16
export const nodesMax = 50_000
/** More faults of one file help nobody. */
const faultsMax = 100
const syntaxFaultsMax = 20

type Range = readonly [start: number, end: number]
interface Spot {
  readonly key: Range | null
  readonly value: Range
  readonly scalar: Scalar | null
}

/** What one reading collects. */
interface Reading {
  readonly spots: Map<string, Spot>
  readonly refuse: (range: Range, code: FaultCode, told: { message: string; hint: string }) => void
  nodes: number
}

const ownKey = (path: Path): string => path.join('\0')

/** Reads one file; its faults are those of YAML itself and of the limits. Never throws. */
export function readYaml(path: string, text: string): YamlRead {
  const lines = new LineCounter()
  const faults: RulebookFault[] = []
  const placeAt = ([start, end]: Range): Place => {
    const { line, col } = lines.linePos(start)
    const eol = text.indexOf('\n', start)
    const until = Math.min(end, eol === -1 ? text.length : eol)
    return {
      file: path,
      line: Math.max(1, line),
      column: Math.max(1, col),
      length: Math.max(1, until - start),
    }
  }
  const reading: Reading = {
    spots: new Map(),
    nodes: 0,
    refuse: (range, code, told) => {
      if (faults.length < faultsMax) faults.push(faultAt(placeAt(range), code, told))
    },
  }
  const value = valueOf(text, lines, reading)
  const isReadable = faults.every(({ code }) => code === 'name-twice')
  return { file: fileOf({ path, text, value, isReadable, spots: reading.spots, placeAt }), faults }
}

function valueOf(text: string, lines: LineCounter, reading: Reading): unknown {
  const whole: Range = [0, 1]
  if (text.length > fileCharactersMax) {
    const message = `the file has ${text.length} characters`
    return reading.refuse(whole, 'too-big', { message, hint: `at most ${fileCharactersMax}: split it` })
  }
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      prettyErrors: false,
      merge: false,
    })
    for (const error of document.errors.slice(0, syntaxFaultsMax)) {
      reading.refuse(error.pos, 'yaml-syntax', { ...syntaxTold(error) })
    }
    const { yaml, tags } = document.directives
    if (yaml.explicit === true || Object.keys(tags).length > 1) reading.refuse(whole, 'yaml-alias', plainYaml)
    return document.contents === null ? undefined : plain(document.contents, [], reading)
  } catch (error) {
    // The parser recurses: a file of brackets only runs out of stack. Anything else is our bug.
    if (!(error instanceof RangeError)) throw error
    return reading.refuse(whole, 'too-big', {
      message: 'the file is nested too deeply',
      hint: `at most ${depthMax} levels`,
    })
  }
}

const plainYaml = {
  message: 'anchors, aliases, tags and directives are not part of a rulebook',
  hint: 'write the value out where it is needed',
}

/** Control characters beside tabs and ends of lines. */
const unprintable = /[^\P{Cc}\t\n\r]/u

function plain(node: ParsedNode, path: Path, reading: Reading): unknown {
  const [start, end] = node.range
  reading.nodes += 1
  if (reading.nodes === nodesMax) {
    reading.refuse([start, end], 'too-big', {
      message: `more than ${nodesMax} values`,
      hint: 'split the file',
    })
  }
  if (path.length > depthMax) {
    return reading.refuse([start, end], 'too-big', {
      message: 'nested too deeply',
      hint: `at most ${depthMax} levels`,
    })
  }
  if (reading.nodes > nodesMax) return undefined
  if (isAlias(node) || node.anchor !== undefined || node.tag !== undefined) {
    return reading.refuse([start, end], 'yaml-alias', plainYaml)
  }
  if (!reading.spots.has(ownKey(path))) {
    reading.spots.set(ownKey(path), { key: null, value: [start, end], scalar: isScalar(node) ? node : null })
  }
  if (isScalar(node)) {
    if (typeof node.value !== 'string' || !unprintable.test(node.value)) return node.value
    return reading.refuse([start, end], 'yaml-syntax', {
      message: 'a control character stands in this text',
      hint: 'take it out: no handset shows it',
    })
  }
  if (isSeq(node)) return node.items.map((item, at) => plain(item, [...path, at], reading))
  return isMap(node) ? plainObject(node.items, path, reading) : undefined
}

interface PairOf {
  readonly key: ParsedNode
  readonly value: ParsedNode | null
}

function plainObject(pairs: readonly PairOf[], path: Path, reading: Reading): unknown {
  const object = Object.create(null) as Record<string, unknown>
  for (const { key, value } of pairs) {
    const keyRange: Range = [key.range[0], key.range[1]]
    if (!isScalar(key) || key.anchor !== undefined) {
      reading.refuse(keyRange, 'yaml-syntax', { message: 'a key is a plain name', hint: 'write name: value' })
      continue
    }
    const name = key.source ?? String(key.value)
    if (Object.hasOwn(object, name)) {
      reading.refuse(keyRange, 'name-twice', {
        message: `"${name}" stands here twice`,
        hint: 'keep one of the two',
      })
    }
    const inner = [...path, name]
    const range: Range = value === null ? keyRange : [value.range[0], value.range[1]]
    reading.spots.set(ownKey(inner), { key: keyRange, value: range, scalar: isScalar(value) ? value : null })
    object[name] = value === null ? null : plain(value, inner, reading)
  }
  return object
}

function fileOf(made: {
  path: string
  text: string
  value: unknown
  isReadable: boolean
  spots: Map<string, Spot>
  placeAt: (range: Range) => Place
}): YamlFile {
  const spotOf = (path: Path): Spot | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const spot = made.spots.get(ownKey(path.slice(0, length)))
      if (spot !== undefined) return length === path.length ? spot : { ...spot, scalar: null }
    }
    return undefined
  }
  const placeOf = (path: Path): Place => made.placeAt(spotOf(path)?.value ?? [0, 1])
  return {
    path: made.path,
    value: made.value,
    isReadable: made.isReadable,
    placeOf,
    placeOfKey: path => made.placeAt(spotOf(path)?.key ?? spotOf(path)?.value ?? [0, 1]),
    placeWithin: (path, offset, length) => {
      const spot = spotOf(path)
      if (spot?.scalar?.source === undefined) return placeOf(path)
      const source = made.text.slice(...spot.value)
      const at = spot.value[0] + offsetWithin(source, spot.scalar, offset)
      const end = spot.value[0] + offsetWithin(source, spot.scalar, offset + Math.max(1, length) - 1) + 1
      return made.placeAt([at, Math.max(end, at + 1)])
    },
  }
}

/** The parser's words where they are plain, and what to do. */
function syntaxTold({ code, message }: YAMLError): { message: string; hint: string } {
  const told = message.split('\n')[0]!.slice(0, 200)
  if (code === 'MULTIPLE_DOCS')
    return { message: 'a second document begins here', hint: 'one document per file: take "---" out' }
  if (code === 'TAB_AS_INDENT') return { message: told, hint: 'indent with blanks, not with tabs' }
  if (/end with a [\]}]/.test(told))
    return {
      message: 'a bracket is not closed',
      hint: told.endsWith(']') ? 'close it with ]' : 'close it with }',
    }
  if (code === 'BAD_INDENT') return { message: told, hint: 'keys of one object begin in the same column' }
  return { message: told, hint: 'put texts that hold ": ", "#", "{" or quotes into quotes' }
}

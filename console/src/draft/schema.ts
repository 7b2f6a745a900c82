/** The JSON Schemas of the files, and the way to the part of one that describes a value. */
import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../client/api.ts'
import type { Path } from './yaml-edit.ts'

/** As much of JSON Schema as the rulebook's files use. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: boolean | Schema
  readonly format?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
}

export const schemasQuery = queryOptions({
  queryKey: ['schemas'],
  staleTime: Infinity,
  async queryFn(): Promise<readonly KindSchema[]> {
    const { items } = await ask(api.GET('/rulebook/schemas'))
    return items.map(({ files, schema }) => ({ isFor: patternOf(files), schema: schema as Schema }))
  },
})

export interface KindSchema {
  readonly isFor: RegExp
  readonly schema: Schema
}

/** The star in the name of a file stands for any name. */
function patternOf(files: string): RegExp {
  const escaped = files.replaceAll('.', String.raw`\.`).replaceAll('*', String.raw`[\w-]+`)
  return new RegExp(`^${escaped}$`)
}

export const schemaOf = (schemas: readonly KindSchema[], file: string): Schema | undefined =>
  schemas.find(({ isFor }) => isFor.test(file))?.schema

export function schemaAt(schema: Schema | undefined, path: Path): Schema | undefined {
  return path.reduce<Schema | undefined>((held, step) => {
    if (held === undefined) return undefined
    if (typeof step === 'number') return held.items
    const named = held.properties?.[step]
    if (named !== undefined) return named
    return typeof held.additionalProperties === 'object' ? held.additionalProperties : undefined
  }, schema)
}

export const keysOf = (schema: Schema | undefined): readonly string[] => Object.keys(schema?.properties ?? {})

/** Yuan: a figure or its text, so that zeros are kept. */
export const isMoney = ({ type }: Schema): boolean => Array.isArray(type) && type.includes('number')

/** The same text in both languages. */
export const isNamed = ({ properties }: Schema): boolean =>
  properties !== undefined && keysOf({ properties }).toSorted().join() === 'en,zh-CN'

/** Names chosen by the writer, each with a value of the same kind. */
export const isRecord = ({ additionalProperties }: Schema): boolean =>
  typeof additionalProperties === 'object'

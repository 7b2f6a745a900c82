/** What a zod schema has at a path: its fields and its description, for hints. */
import { z } from 'zod'

type Schema = z.core.$ZodType

/** Names of the fields of the object at a path; empty where there is none or any name goes. */
export function fieldsOf(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = bare(schemaAt(schema, path))
  return found instanceof z.ZodObject ? Object.keys(found.shape) : []
}

export function descriptionOf(schema: z.ZodType, path: readonly PropertyKey[]): string | null {
  let found = schemaAt(schema, path)
  while (found !== null) {
    const description = z.globalRegistry.get(found)?.description
    if (description !== undefined) return description
    found = within(found)
  }
  return null
}

function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | null {
  let found: Schema | null = schema
  for (const step of path) found = found === null ? null : stepInto(bare(found), step)
  return found
}

function stepInto(schema: Schema | null, step: PropertyKey): Schema | null {
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Readonly<Record<PropertyKey, Schema | undefined>>
    return shape[step] ?? schema.def.catchall ?? null
  }
  if (schema instanceof z.ZodArray) return schema.element
  return schema instanceof z.ZodRecord ? schema.valueType : null
}

function bare(schema: Schema | null): Schema | null {
  let found = schema
  for (let inner = found === null ? null : within(found); inner !== null; inner = within(inner)) found = inner
  return found
}

/** The schema that a wrapper wraps. */
function within(schema: Schema): Schema | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.def.innerType
  return schema instanceof z.ZodPipe ? schema.def.in : null
}

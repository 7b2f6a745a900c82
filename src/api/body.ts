/** Bodies: JSON in strict UTF-8, and nothing compressed. */
import { isUtf8 } from 'node:buffer'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

/** `application/json; charset=utf-8` → `application/json`. */
export const mediaTypeOf = (header: string | undefined): string =>
  (header ?? '').split(';', 1)[0]!.trim().toLowerCase()

/** A content type parser: fastify's own would mend broken UTF-8 silently. */
export async function jsonOf(_: FastifyRequest, bytes: Buffer): Promise<unknown> {
  if (!isUtf8(bytes)) throw new ProblemError('not-json', { detail: 'the bytes are not UTF-8' })
  try {
    return await Promise.resolve(JSON.parse(bytes.toString('utf8')))
  } catch (error) {
    throw new ProblemError('not-json', { detail: placeOf(error, bytes.length) })
  }
}

/** Where JSON broke, without repeating what stood there. */
function placeOf(error: unknown, length: number): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
  if (length === 0) return 'the body is empty'
  return position === undefined ? 'it is cut off or broken' : `it breaks at character ${position}`
}

import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTrial } from './trial.ts'

const trial = await openTrial()
const answer = await trial.api.inject({
  method: 'GET',
  url: '/openapi.json',
  headers: { authorization: `Bearer ${trial.key('read')}` },
})
afterAll(() => trial.api.close())

const content = z.record(z.string(), z.looseObject({ schema: z.looseObject({}) }))
const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(5),
  tags: z.array(z.string()).length(1),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.enum(['path', 'query']),
        required: z.boolean(),
        schema: z.looseObject({}),
      }),
    )
    .optional(),
  requestBody: z.looseObject({ required: z.literal(true), content }).optional(),
  responses: z.record(
    z.string().regex(/^([1-5]\d\d|[45]XX)$/),
    z.looseObject({ description: z.string().min(3), content: content.optional() }),
  ),
})
const schemas = z.record(
  z.string().regex(/^[a-zA-Z0-9._-]+$/),
  z.looseObject({ description: z.string().optional(), examples: z.array(z.unknown()).optional() }),
)
const documentShape = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string(), description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string().startsWith('/'),
    z
      .record(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation)
      .or(z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation)),
  ),
  components: z.looseObject({ schemas }),
})

const document = documentShape.parse(answer.json())
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, what]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    what: operation.parse(what),
  })),
)

test('it describes every route', () => {
  const routes = trial.api.routeTable.all
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(operations.map(({ name }) => name).toSorted()).toEqual(routes.toSorted())
})

test('every reference leads somewhere, and every schema is referred to', () => {
  const referred = new Set(
    [...answer.body.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!),
  )
  expect([...referred].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted())
})

test('names of operations are unique, tags are declared', () => {
  const ids = operations.map(({ what }) => what.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const tags = new Set(document.tags.map(({ name }) => name))
  expect(operations.filter(({ what }) => !tags.has(what.tags[0]!))).toEqual([])
})

test.each(operations)('$name declares the parameters of its address, and problems', ({ path, what }) => {
  const inPath = (what.parameters ?? [])
    .filter(parameter => parameter.in === 'path')
    .map(({ name }) => `{${name}}`)
  expect(inPath.toSorted()).toEqual([...path.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted())
  expect(Object.keys(what.responses).some(status => /^[23]/.test(status))).toBe(true)
})

test('every schema of a body or an answer has an example or is a list of what has', () => {
  const bare = Object.entries(document.components.schemas).filter(([name, schema]) => {
    const isCovered =
      /Page$|List$|^event\.|^(Event|EventResult|LineResult|Fault|Attempt|TimelineEntry|RulebookFault|SetAsideRaw|Submitted|Recalled|NewKey)$/.test(
        name,
      )
    return schema.examples === undefined && !isCovered
  })
  expect(bare.map(([name]) => name)).toEqual([])
})

test('answers are open to new fields, bodies are closed', () => {
  const closed = Object.entries(document.components.schemas)
    .filter(([, schema]) => schema['additionalProperties'] === false)
    .map(([name]) => name)
  expect(closed.filter(name => !name.endsWith('Body') && !name.startsWith('event.'))).toEqual([])
  expect(closed).toEqual(expect.arrayContaining(['PauseBody', 'event.usage.reported']))
})

test('the probe of life and signing in need no key, all else does', () => {
  expect(
    operations
      .filter(({ what }) => what['security'] !== undefined)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual([
    'GET /healthz',
    'GET /session/oidc',
    'GET /session/oidc/callback',
    'GET /session/ways',
    'POST /session',
  ])
})

/** The OpenAPI 3.1 document, made from the routes. */
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { cookieName } from './cookie.ts'
import { eventComponents, requestBody, responses } from './events/documentation.ts'
import { scopeMeanings, scopes } from './keys.ts'
import { tidyDocument } from './openapi-tidy.ts'
import { roleMeanings, roles } from './roles.ts'

const scopeList = scopes.map(scope => `- \`${scope}\`: ${scopeMeanings[scope]}`).join('\n')

const roleList = roles
  .map(role => `- \`${role}\` (${roleMeanings[role].scopes.join(', ')}): ${roleMeanings[role].why}`)
  .join('\n')

const description = `Facts go in at \`POST /events\`; what was said to whom, and why, comes out.

Every route but \`/healthz\` and those for signing in needs \`Authorization: Bearer <key>\`, or the cookie of a member of staff who is signed in; with the cookie, whatever changes something needs the header \`x-kairos-csrf\` too. Scopes:

${scopeList}

Roles of staff:

${roleList}

Errors are RFC 9457 problems with a \`code\` (docs/errors.md). Lists are paged by the cursor \`next\`. Times are RFC 3339. Notes of alarms, reminders and events set aside come in the language of \`Accept-Language\` (zh-CN, en), without it as they were noted. Fields may be added to answers.`

const transform = createJsonSchemaTransform({})
const transformObject = createJsonSchemaTransformObject({})

const noteOf = (scope: string): string =>
  scope === 'self' || scope === 'session' ? 'For staff who are signed in.' : `Scope: \`${scope}\`.`

export const openapiOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: { title: 'Kairos', version: '0.1.0', description },
    servers: [{ url: '/' }],
    tags: [
      { name: 'events', description: 'Facts in.' },
      { name: 'set-aside', description: 'Facts that were kept but not decided.' },
      { name: 'customers', description: 'Opening a customer, with a reason.' },
      { name: 'blocks', description: 'Reminders that staff keep from a customer for a time.' },
      { name: 'accounts', description: 'What happened to a customer, and why.' },
      { name: 'erasures', description: 'People who were erased.' },
      { name: 'reminders', description: 'Single reminders.' },
      { name: 'rulebook', description: 'Versions of the rules.' },
      { name: 'pauses', description: 'The stop button.' },
      { name: 'session', description: 'Signing in and out.' },
      { name: 'staff', description: 'People who may sign in.' },
      { name: 'keys', description: 'Systems that may call.' },
      { name: 'audit', description: 'What was done and who was looked at.' },
      { name: 'figures', description: 'What happened, by day.' },
      {
        name: 'stage',
        description: 'Simulated customers of a demo; any other server answers 404 `no-stage`.',
      },
      { name: 'operation', description: 'Health, books, metrics.' },
    ],
    security: [{ key: [] }, { session: [] }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key.' },
        session: { type: 'apiKey', in: 'cookie', name: cookieName, description: 'Staff who are signed in.' },
      },
    },
  },
  /** The scope of each route is part of its description. */
  transform(document) {
    const { schema, url } = transform(document)
    const { scope, docs } = document.route.config ?? {}
    const note = scope === undefined || scope === 'open' ? '' : noteOf(scope)
    const told = [schema.description, note].filter(text => text !== undefined && text !== '').join('\n\n')
    const described = told === '' ? {} : { description: told }
    return { url, schema: { ...schema, ...described, ...(docs === undefined ? {} : { response: docs }) } }
  },
  transformObject(document) {
    const whole = transformObject(document)
    const events = { post: { requestBody, responses } }
    return Object.assign(
      whole,
      tidyDocument(whole, { schemas: eventComponents(), paths: { '/events': events } }),
    )
  },
}

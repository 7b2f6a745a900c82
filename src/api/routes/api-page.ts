/**
 * The API to be browsed at `/api/docs/`: Swagger UI from our own address, over our own document. Whoever is signed in to
 * the console tries calls under their own rights; the page itself holds nothing and is open to everybody.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Api } from '../api.ts'

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui/package.json')),
  'static',
)

/** As strict as the console's: styles may stand in the page, because its components put them there. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Kairos · API</title>
<link rel="icon" href="favicon-32x32.png">
<link rel="stylesheet" href="swagger-ui.css">
<main id="page"></main>
<script src="swagger-ui-bundle.js"></script>
<script src="begin.js"></script>
</html>
`

/** The token goes with what changes something, as the console's own calls carry it. */
const script = `const session = fetch('/api/session').then(answer => (answer.ok ? answer.json() : null))
session.then(signedIn => {
  if (signedIn === null) {
    const link = document.createElement('a')
    link.href = '/console/'
    link.textContent = '请先登录 · Sign in first'
    document.getElementById('page').replaceChildren(link)
    return
  }
  SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#page',
    deepLinking: true,
    docExpansion: 'none',
    filter: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor(request) {
      const isOurs = new URL(request.url, location.href).origin === location.origin
      if (isOurs && request.method !== 'GET') request.headers['x-kairos-csrf'] = signedIn.csrf
      return request
    },
  })
})
`

const files: ReadonlySet<string> = new Set(['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png'])

/** Beside the console, whose way to send files it uses. */
export function serveApiPage(api: Api): void {
  const hidden = { config: { scope: 'open' as const }, schema: { hide: true } }
  api.get('/docs', hidden, (_, reply) => reply.redirect('docs/'))
  api.get('/docs/', hidden, (_, reply) =>
    reply.headers(pageHeaders).type('text/html; charset=utf-8').send(page),
  )
  api.get('/docs/begin.js', hidden, (_, reply) => reply.type('text/javascript; charset=utf-8').send(script))
  api.get<{ Params: { file: string } }>('/docs/:file', hidden, (request, reply) => {
    const { file } = request.params
    if (!files.has(file)) return reply.callNotFound()
    return reply.headers({ 'cache-control': 'public, max-age=3600' }).sendFile(file, folder)
  })
}

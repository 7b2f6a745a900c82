/**
 * The staff console, as `npm run build` left it: files of one folder, open to everybody, since all that they show comes
 * through the API under the rights of whoever signed in. Addresses without a file are views of the one page.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { Api } from '../api.ts'

/** Scripts only from here; styles may stand in the page, because the component library puts them there. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
}

/** Names of built files hold a hash of their content. */
const yearS = 31_536_000

const unbuilt = `<!doctype html><meta charset="utf-8"><title>Kairos</title>
<p>The console has not been built yet: run <code>npm run build</code>, then load this page again.</p>
<p lang="zh-CN">控制台尚未构建：请运行 <code>npm run build</code>，然后刷新本页。</p>`

/** @param folder with `index.html` in it, once it has been built. */
export async function serveConsole(api: Api, folder: string): Promise<void> {
  await api.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    // A folder that is not there yet is no fault: it may be built while we run.
    suppressWarning: true,
  })
  const hidden = { config: { scope: 'open' as const }, schema: { hide: true } }
  const page = (reply: FastifyReply) => {
    reply.headers(pageHeaders)
    if (existsSync(join(folder, 'index.html'))) return reply.sendFile('index.html')
    return reply.code(503).type('text/html; charset=utf-8').send(unbuilt)
  }
  api.get('/', hidden, (_, reply) => reply.redirect('/console/'))
  api.get('/console', hidden, (_, reply) => reply.redirect('/console/'))
  api.get<{ Params: { '*': string } }>('/console/*', hidden, (request, reply) => {
    const path = request.params['*']
    if (!path.startsWith('assets/')) return page(reply)
    return reply.headers({ 'cache-control': `public, max-age=${yearS}, immutable` }).sendFile(path)
  })
}

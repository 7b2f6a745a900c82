/**
 * Who comes while the month is still being played finds the house open: a page that shows how far it is and leads on by itself,
 * a sign of life for probes, and for everything else "not yet" with a time to come back. It shows nobody's data, so it asks
 * nobody for a key; it closes before the real server listens on the same port.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { problemType } from '../../api/problem.ts'
import { problems } from '../../api/problems.ts'
import type { Config } from '../config.ts'

export interface Foyer {
  /** The one that was asked for, or the free one that was found. */
  readonly port: number
  readonly url: string
  /** @param share of the month that has passed, 0 to 1 */
  readonly progress: (share: number, note: string) => void
  /** Frees the port. */
  close(): Promise<void>
}

interface Played {
  readonly share: number
  readonly note: string
}

const retryAfterS = 5

export async function openFoyer({ host, port: asked }: Pick<Config, 'host' | 'port'>): Promise<Foyer> {
  let played: Played = { share: 0, note: '' }
  const server = createServer((request, response) => answer(request, response, played))
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen({ host, port: asked }, resolve)
  await promise
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    progress: (share, note) => {
      played = { share: Math.max(0, Math.min(1, share)), note }
    },
    async close() {
      const closed = new Promise<void>(done => server.close(() => done()))
      server.closeAllConnections()
      await closed
    },
  }
}

function answer({ url = '/' }: IncomingMessage, response: ServerResponse, played: Played): void {
  const [path = '/'] = url.replace(/^\/api\//, '/').split('?')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  if (path === '/healthz') return json(response, { alive: true })
  if (path === progressPath) return json(response, played)
  if (path === '/' || path === '/console' || path.startsWith('/console/')) {
    const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; connect-src 'self'; frame-ancestors 'none'`
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page)
    return
  }
  const { title, remedy, status } = problems['not-ready']
  const detail = `the month is still being played: ${Math.floor(100 * played.share)} %`
  const body = { type: 'urn:kairos:problem:not-ready', title, status, code: 'not-ready', remedy, detail }
  response.statusCode = status
  response.setHeader('retry-after', retryAfterS)
  response.setHeader('content-type', problemType)
  response.end(JSON.stringify(body))
}

function json(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

const progressPath = '/foyer'

/** Whoever does not know this address is the server that follows; while neither answers, it is asked again. */
const script = `
const bar = document.querySelector('progress'), note = document.querySelector('output')
async function look() {
  try {
    const answer = await fetch('${progressPath}')
    if (answer.headers.get('content-type') !== 'application/json' || answer.status !== 200) return location.reload()
    const { share, note: said } = await answer.json()
    bar.value = share
    note.textContent = said
  } catch {}
  setTimeout(look, 700)
}
look()
`
const scriptHash = createHash('sha256').update(script).digest('base64')

const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>恰时 Kairos</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.6 system-ui, sans-serif; color-scheme: light dark }
main { width: min(440px, 86vw); display: grid; gap: 12px }
h1 { margin: 0; font-size: 24px }
p { margin: 0 }
progress { width: 100%; height: 14px; accent-color: #0f6b57 }
output { opacity: .7; min-height: 1.6em; font-variant-numeric: tabular-nums }
</style>
<main><h1>恰时 Kairos</h1>
<p>正在播放一个小运营商的一个月，播完后自动打开控制台。</p>
<p lang="en">A small operator’s month is being played; the console opens by itself when it is over.</p>
<progress max="1" aria-label="播放进度 / progress"></progress><output></output></main>
<script>${script}</script></html>
`

/** Requests that are not even HTTP: answered on the bare socket, in the same shape. */
import type { Socket } from 'node:net'
import { STATUS_CODES } from 'node:http'
import { safetyHeaders } from './hooks.ts'
import { ProblemError, problemBody, problemType } from './problem.ts'
import type { ProblemCode } from './problems.ts'
import { problems } from './problems.ts'

const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'body-too-slow',
}

export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const code = codes[error.code ?? ''] ?? 'bad-request'
  const { status } = problems[code]
  const body = JSON.stringify(problemBody(new ProblemError(code), 'none'))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...Object.entries(safetyHeaders).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

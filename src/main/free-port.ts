/** Is the port free? Asked before anything else is touched: a start that fails halfway would stop who works there. */
import { createServer } from 'node:net'
import type { Config } from './config.ts'
import { CommandError, exitCodes } from './exit.ts'

type Address = Pick<Config, 'host' | 'port'>

/** Null when it can be listened on, else why not, in words. */
export function portTrouble({ host, port }: Address): Promise<string | null> {
  if (port === 0) return Promise.resolve(null)
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(words({ host, port }, error)))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}

export async function requirePort(address: Address): Promise<void> {
  const trouble = await portTrouble(address)
  if (trouble !== null) throw new CommandError(exitCodes.setup, trouble)
}

function words({ host, port }: Address, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is in use: stop what listens there, or name another with --port (0 takes any free one)`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine: set "host" to one that is, such as 127.0.0.1`
  if (code === 'EACCES') return `no right to listen on port ${port}: name one above 1023 with --port`
  return `cannot listen on ${host}:${port}: ${message}`
}

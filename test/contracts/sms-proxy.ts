/** A wire between driver and centre that can be cut, clogged, or made to trickle. */
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export interface Proxy {
  readonly port: number
  /** Nothing passes any more, and nobody is told: as when a router dies. */
  clog(): void
  /** New connections pass again. */
  heal(): void
  close(): void
}

/** @param trickle bytes are passed on one by one. */
export async function proxyTo(port: number, { trickle = false } = {}): Promise<Proxy> {
  const sockets = new Set<Socket>()
  let clogged = false
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.setNoDelay(true)
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
      from.on('data', chunk => {
        if (clogged && sockets.has(from)) return
        if (trickle) for (const byte of chunk as Buffer) to.write(Buffer.from([byte]))
        else to.write(chunk)
      })
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    clog: () => void (clogged = true),
    heal() {
      clogged = false
      for (const socket of sockets) socket.removeAllListeners('data')
      sockets.clear()
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

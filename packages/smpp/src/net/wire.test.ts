import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import { Link } from '../session/link.ts'
import { usualSettings } from '../session/settings.ts'
import { Wire } from './wire.ts'

/** A socket whose peer reads only when told to. */
class Stuck extends Duplex {
  #written: (() => void) | null = null

  override _read(): void {
    return
  }

  override _write(_chunk: unknown, _encoding: string, written: () => void): void {
    this.#written = written
  }

  peerReads(): void {
    const written = this.#written
    this.#written = null
    written?.()
  }

  setNoDelay(): this {
    return this
  }
}

test('nothing more is read from a peer that does not read its answers, until it does', async () => {
  const socket = new Stuck()
  const link = new Link({ side: 'server', settings: usualSettings, now: 0, chance: () => 0 })
  const ends = { link, elapsed: () => 0, onNews: () => undefined, onClosed: () => undefined }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the Wire uses no more of a Socket than this
  const wire = new Wire({ ...ends, socket: socket as unknown as Socket })
  const enquiry = Buffer.from('00000010000000150000000000000001', 'hex')
  const many = Buffer.alloc(16 * 40_000, enquiry)
  socket.emit('data', many)
  expect(socket.isPaused()).toBe(false)
  socket.emit('data', many)
  expect(socket.isPaused()).toBe(true)
  while (socket.writableLength > 0) {
    socket.peerReads()
    await new Promise(setImmediate)
  }
  expect(socket.isPaused()).toBe(false)
  Object.assign(socket, { destroySoon: () => socket.destroy() })
  wire.destroy()
})

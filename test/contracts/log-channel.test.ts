import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Gateway, Message } from '../../src/channels/channel.ts'
import { openLogFile } from '../../src/channels/log/file.ts'
import type { LogFile } from '../../src/channels/log/file.ts'
import { LogGateway } from '../../src/channels/log/gateway.ts'
import { parseLine } from '../../src/channels/log/line.ts'
import type { Fate } from '../../src/channels/log/reach.ts'
import { channelSuite } from './channel-suite.ts'
import { morning } from './far-side.ts'
import type { Behaviour, FarSide } from './far-side.ts'

const window = 8

interface Play {
  readonly behaviours: Map<string, Behaviour>
  /** Resolves when held writes may be answered. */
  released: PromiseWithResolvers<void>
}

/** A file of which the first planned misbehaviour in a write decides about the whole write. */
async function openActor(path: string, { behaviours, released }: Play): Promise<LogFile> {
  const file = await openLogFile(path)
  const planned = (bytes: Uint8Array) => {
    const text = Buffer.from(bytes).toString()
    return [...behaviours].find(([number]) => text.includes(number))?.[1]
  }
  return {
    get size() {
      return file.size
    },
    async append(bytes) {
      const behaviour = planned(bytes)
      if (behaviour === 'turn-away') return { bytes: 0, fault: 'ENOSPC' }
      const appended = await file.append(bytes)
      if (behaviour === 'cut') return { bytes: 0, fault: 'EIO' }
      if (behaviour === 'hold') await released.promise
      return appended
    },
    close: () => file.close(),
  }
}

/** `realTime`: receipts come by timers, some milliseconds later; else by the discrete clock. */
async function farSide(realTime: boolean): Promise<FarSide> {
  const folder = mkdtempSync(join(tmpdir(), 'kairos-log-'))
  const path = join(folder, 'handsets.ndjson')
  const play: Play = { behaviours: new Map(), released: Promise.withResolvers() }
  const reach = ({ number }: Message): Fate =>
    play.behaviours.get(number) === 'silent'
      ? 'never'
      : { outcome: 'delivered', afterMs: realTime ? 20 : 4_000, code: 'DELIVRD' }
  let now = morning
  const connect = () =>
    new LogGateway({
      name: 'sms-log',
      channel: 'sms',
      confirms: 'handset',
      partsPerSecond: 100,
      window,
      path,
      reach,
      clock: realTime ? { now: () => morning + performance.now() - began } : null,
      open: path => openActor(path, play),
    })
  const began = performance.now()
  return {
    connect,
    plan: (number, behaviour) => play.behaviours.set(number, behaviour),
    release: () => play.released.resolve(),
    taken: () =>
      readFileSync(path, 'utf8')
        .split('\n')
        .flatMap(line => parseLine(line)?.number ?? []),
    kill: (gateway: Gateway) => gateway.close(0),
    async pass(gateway) {
      if (realTime) await sleep(40)
      else await gateway.advance?.((now += 5_000))
    },
    async dispose() {
      rmSync(folder, { recursive: true })
    },
  }
}

const excused = {
  'refuses what will never be taken': 'a file takes any line; it can only be unable to take one now',
  'passes on a receipt that precedes the answer': 'receipts are foreseen when the line is written, after it',
  'passes on a receipt that comes twice': 'the twin has one receipt per line, made from the line itself',
} as const

channelSuite({ name: 'log, discrete clock', window, excused, farSide: () => farSide(false) })
channelSuite({ name: 'log, real clock', window, excused, farSide: () => farSide(true) })

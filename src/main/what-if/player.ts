/**
 * A process of its own that plays the months under one rulebook after the other: the server keeps its cores and its
 * memory to itself. It ends with its work, or with whoever asked for it, and leaves nothing behind.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Factor } from '../../../operator/grounds.ts'
import type { Instant } from '../../core/units.ts'
import type { Bundle } from '../../rulebook/bundle.ts'
import { type Figures, figuresOf } from './figures.ts'
import { liveUnder } from './months.ts'

export interface Order {
  readonly seed: string
  readonly customers: number
  readonly from: Instant
  readonly until: Instant
  readonly bundles: readonly Bundle[]
}

/** As it crosses to the other process. */
export type PlainFigures = Omit<Figures, 'complaints'> & {
  readonly complaints: readonly { readonly factor: Factor; readonly count: number }[]
}

export type Word =
  | { readonly kind: 'progress'; readonly share: number; readonly facts: number }
  | { readonly kind: 'done'; readonly figures: readonly PlainFigures[] }
  | { readonly kind: 'failed'; readonly message: string }

/** Below everything that serves customers. */
const lowPriority = 10
const progressEveryMs = 500

const plain = ({ complaints, ...rest }: Figures): PlainFigures => ({
  ...rest,
  complaints: [...complaints].map(([factor, count]) => ({ factor, count })),
})

function written(bundle: Bundle, folder: string): string {
  for (const [path, text] of Object.entries(bundle)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return folder
}

async function playAll(order: Order, place: string, say: (word: Word) => void): Promise<void> {
  const { bundles, from, until, ...people } = order
  const figures: PlainFigures[] = []
  let said = 0
  for (const [n, bundle] of bundles.entries()) {
    const onProgress = ({ now, facts }: { readonly now: Instant; readonly facts: number }): void => {
      if (performance.now() - said < progressEveryMs) return
      said = performance.now()
      const share = (n + Math.min(1, Math.max(0, (now - from) / (until - from)))) / bundles.length
      say({ kind: 'progress', share, facts })
    }
    const folder = written(bundle, join(place, `rulebook-${n}`))
    const life = await liveUnder({ ...people, from, until, onProgress }, folder, join(place, 'months'))
    figures.push(plain(figuresOf(order.seed, life)))
  }
  say({ kind: 'done', figures })
}

if (process.send !== undefined) {
  const send = process.send.bind(process)
  setPriority(lowPriority)
  const place = mkdtempSync(join(tmpdir(), 'kairos-what-if-'))
  process.once('exit', () => rmSync(place, { recursive: true, force: true }))
  process.once('disconnect', () => process.exit())
  process.once('SIGTERM', () => process.exit())
  process.once('message', (order: Order) => {
    playAll(order, place, word => send(word)).then(
      () => process.disconnect(),
      (error: unknown) => send({ kind: 'failed', message: String(error) }, () => process.disconnect()),
    )
  })
}

/** How far it has come: a bar in a terminal, a line now and then elsewhere; on standard error. */
import { Presets, SingleBar } from 'cli-progress'
import type { Clock } from '../engine/clock.ts'

export interface Progressing {
  at(value: number, total: number, note: string): void
  end(): void
}

const silent: Progressing = { at: () => undefined, end: () => undefined }

interface Shown {
  readonly title: string
  readonly clock: Pick<Clock, 'elapsed'>
}

/** Standard output stays clean. */
export function progressBar(ask: Shown & { readonly quiet: boolean }): Progressing {
  if (ask.quiet) return silent
  return process.stderr.isTTY ? bar(ask.title) : lines(ask)
}

function bar(title: string): Progressing {
  const format = `${title} {bar} {percentage} % · {note} · {eta_formatted}`
  const shown = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, fps: 5 },
    Presets.shades_classic,
  )
  shown.start(1, 0, { note: '' })
  return {
    at(value, total, note) {
      shown.setTotal(total)
      shown.update(value, { note })
    },
    end: () => shown.stop(),
  }
}

const lineEveryMs = 5_000

function lines({ title, clock }: Shown): Progressing {
  let next = clock.elapsed() + lineEveryMs
  return {
    at(value, total, note) {
      if (clock.elapsed() < next) return
      next = clock.elapsed() + lineEveryMs
      const percent = total === 0 ? 100 : Math.floor((100 * value) / total)
      process.stderr.write(`${[title, `${percent} %`, note].filter(part => part !== '').join(' · ')}\n`)
    },
    end: () => undefined,
  }
}

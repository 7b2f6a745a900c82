/** A progress bar where somebody looks on, silence elsewhere. */
import { Presets, SingleBar } from 'cli-progress'

export interface Progressing {
  at(value: number, total: number, note: string): void
  end(): void
}

const silent: Progressing = { at: () => undefined, end: () => undefined }

/** Written to standard error, so that standard output stays clean. */
export function progressBar(title: string, quiet: boolean): Progressing {
  if (quiet || !process.stderr.isTTY) return silent
  const format = `${title} {bar} {percentage} % · {note} · {eta_formatted}`
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, fps: 5 },
    Presets.shades_classic,
  )
  bar.start(1, 0, { note: '' })
  return {
    at(value, total, note) {
      bar.setTotal(total)
      bar.update(value, { note })
    },
    end: () => bar.stop(),
  }
}

/** The demo as a newcomer runs it: `kairos demo --exit --json`, in a process of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Measure, whole } from './clockwork.ts'

const command = fileURLToPath(new URL('../bin/kairos.js', import.meta.url))

/** As the command prints it. */
interface Told {
  readonly facts: number
  readonly turns: number
  readonly seconds: number
  readonly peakMB: number
  readonly books: { readonly holds: boolean; readonly reminders: { readonly planned: number } }
}

export interface DemoRun extends Told {
  /** From the start of the process to its end. */
  readonly wholeSeconds: number
}

/** @param customers as many as the demo has by itself when undefined */
export async function runDemo(customers?: number): Promise<DemoRun> {
  const folder = mkdtempSync(join(tmpdir(), 'kairos-bench-demo-'))
  const few = customers === undefined ? [] : ['--customers', String(customers)]
  const begin = performance.now()
  try {
    const text = await output([command, 'demo', '--exit', '--json', ...few], { KAIROS_DATA: folder })
    const told = JSON.parse(text) as Told
    if (!told.books.holds) throw new Error('the books of the demo do not balance')
    return { ...told, wholeSeconds: (performance.now() - begin) / 1_000 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function output(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece))
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve(text) : reject(new Error(`the demo ended with ${code}`))))
  })
}

export async function benchDemo(): Promise<readonly Measure[]> {
  const { facts, turns, wholeSeconds, peakMB, books } = await runDemo()
  const none = { floor: '–', ratio: '–' }
  const about = `${whole(facts)} facts, ${whole(books.reminders.planned)} reminders`
  return [
    { what: `demo (${about})`, figure: `${wholeSeconds.toFixed(1)} s`, ...none, target: '< 60 s' },
    { what: 'demo, turns', figure: whole(turns), ...none, target: '≤ 5,000' },
    { what: 'demo, peak memory', figure: `${whole(peakMB)} MB`, ...none, target: '< 1,536 MB' },
  ]
}

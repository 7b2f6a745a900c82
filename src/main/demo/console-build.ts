/** In the checkout, `demo` builds the console while the month plays, when its sources changed. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../package-root.ts'

const script = fileURLToPath(new URL('console/build.ts', packageRoot))

/** Resolves to null when it is built, else to what went wrong. What is installed as a package brings it along built. */
export async function consoleBuilt(): Promise<string | null> {
  if (!existsSync(script)) return null
  const child = spawn(process.execPath, [script, '--if-changed'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const { promise, resolve } = Promise.withResolvers<string | null>()
  child.once('error', error => resolve(error.message))
  child.once('close', code => resolve(code === 0 ? null : `the console could not be built:\n${said}`))
  return promise
}

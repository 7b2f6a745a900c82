#!/usr/bin/env node
// Plain JavaScript without top-level await, so that an old Node can read it, and run it again with the one that came along.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const major = Number(process.versions.node.split('.')[0])
const own = major < 24 ? broughtNode() : null
if (own !== null) {
  runAgain(own)
} else if (major < 24) {
  process.stderr.write(
    `kairos: Node.js 24 or newer is needed, this is ${process.versions.node}; npm brings one along on Linux and Windows unless optional dependencies are left out\n`,
  )
  process.exitCode = 3
} else {
  // Compiled once: a command then takes 0.25 s of processor time instead of 0.5.
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/kairos', import.meta.url)))
  // Whoever reads our output may stop early (`kairos … | head`).
  process.stdout.on('error', error => process.exit(error.code === 'EPIPE' ? 0 : 1))
  // A checkout runs from source; a package brings what was compiled, since Node strips no types under node_modules.
  const source = new URL('../src/main/cli.ts', import.meta.url)
  void import(
    existsSync(source) ? source.href : new URL('../dist/program/src/main/cli.js', import.meta.url).href
  )
    .then(({ main }) => main(process.argv, process.env))
    .then(exitCode => (process.exitCode = exitCode))
}

/** The Node of the optional dependency for this system; null when there is none. */
function broughtNode() {
  const isWindows = process.platform === 'win32'
  try {
    const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}/package.json`
    const folder = dirname(createRequire(import.meta.url).resolve(name))
    const path = join(folder, 'bin', isWindows ? 'node.exe' : 'node')
    return existsSync(path) ? path : null
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}

function runAgain(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both; what is sent to this process alone is passed on.
  process.on('SIGINT', () => undefined)
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  child.once('error', error => {
    process.stderr.write(`kairos: ${node} does not run: ${error.message}\n`)
    process.exitCode = 3
  })
  child.once('exit', (code, signal) => {
    if (signal === null) process.exitCode = code
    else {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    }
  })
}

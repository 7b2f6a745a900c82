/**
 * Builds the console, then puts a compressed twin beside every text that a browser loads, so that serving it costs
 * nothing. It writes down what it was built from, by which `--if-changed` sees that it is current, and takes its place
 * whole: of two builds at once one stands, and who reads the folder meanwhile never sees half of one.
 */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { consoleFolder, isBuilt, sourceHash, stampName } from './stamp.ts'

const smallest = 1_024

const onlyIfChanged = process.argv.includes('--if-changed')
if (onlyIfChanged && isBuilt()) process.exit()

const folder = `${consoleFolder}-${process.pid}`
const configFile = join(import.meta.dirname, 'vite.config.ts')
await build({ configFile, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(js|css|html|svg|json)$/.test(name)) continue
  const path = join(folder, name)
  const text = readFileSync(path)
  if (text.length < smallest) continue
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }))
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
}
writeFileSync(join(folder, stampName), sourceHash())
if (onlyIfChanged && isBuilt()) rmSync(folder, { recursive: true })
else {
  rmSync(consoleFolder, { recursive: true, force: true })
  renameSync(folder, consoleFolder)
}

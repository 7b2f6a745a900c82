/**
 * Builds the console, then puts a compressed twin beside every text that a browser loads, so that serving it costs
 * nothing. Last it writes down what it was built from, by which `--if-changed` sees that it is current.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { consoleFolder, isBuilt, sourceHash, stampFile } from './stamp.ts'

const smallest = 1_024

if (process.argv.includes('--if-changed') && isBuilt()) process.exit()

await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' })
for (const name of readdirSync(consoleFolder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(js|css|html|svg|json)$/.test(name)) continue
  const path = join(consoleFolder, name)
  const text = readFileSync(path)
  if (text.length < smallest) continue
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }))
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
}
writeFileSync(stampFile, sourceHash())

/** The promise of the `log` twin, tried from outside: what was answered `accepted` survives `kill -9`. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openLogFile } from '../../src/channels/log/file.ts'
import { parseLine } from '../../src/channels/log/line.ts'

const gatewayUrl = pathToFileURL(join(import.meta.dirname, '../../src/channels/log/gateway.ts')).href

/** Hands over without end, and says each accepted attempt on its standard output. */
const program = (path: string) => `
  import { writeSync } from 'node:fs'
  import { LogGateway } from '${gatewayUrl}'
  const gateway = new LogGateway({ name: 'sms-log', channel: 'sms', confirms: 'handset', partsPerSecond: 1,
    window: 50, path: ${JSON.stringify(path)}, reach: () => 'never', clock: null })
  let n = 0
  const fill = () => {
    while (gateway.room() > 0) gateway.submit({ attempt: 'a#' + ++n, number: '+8613800000001', text: '您好'.repeat(30),
      encoding: 'ucs2', parts: 1, class: 'notice', validUntil: 1, now: n })
  }
  await gateway.start({
    answered(attempt, { state }) { if (state === 'accepted') writeSync(1, attempt + '\\n'); setImmediate(fill) },
    receipt: async () => undefined,
  })
  fill()
`

test('whatever was accepted before a kill -9 is in the file, once, and the next start finds whole lines', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kairos-log-kill-'))
  const path = join(folder, 'handsets.ndjson')
  for (let kill = 0; kill < 3; kill += 1) {
    rmSync(path, { force: true })
    const child = spawn(process.execPath, ['--input-type=module', '-e', program(path)])
    let said = ''
    child.stdout.on('data', chunk => {
      said += String(chunk)
      if (said.length > 20_000 * (kill + 1)) child.kill('SIGKILL')
    })
    await new Promise(resolve => child.on('close', resolve))
    await (await openLogFile(path)).close()
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    const held = lines.map(line => parseLine(line)?.attempt)
    const accepted = said.trimEnd().split('\n')
    expect(accepted.length).toBeGreaterThan(1_000)
    expect(held.slice(0, accepted.length)).toEqual(accepted)
    expect(held).toEqual(Array.from(held, (_, i) => `a#${i + 1}`))
  }
  rmSync(folder, { recursive: true })
})

/**
 * The thread in which PGlite runs. It gets what the driver would write to a server's socket, as bytes, and posts
 * back what the server would answer.
 *
 * PGlite swallows what it did not expect: after a PANIC or a trap of the machine code it goes on with a broken
 * state, most often in an endless loop. Here such an end is an end: the thread says why, and stops.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import type { BackendTask, FromBackend, ToBackend } from './backend-messages.ts'
import { Exchanges, withoutSecondReady } from './exchange.ts'
import { clusterParameters, sessionParameters } from './parameters.ts'

/** The status by which PGlite leaves machine code for an ordinary PostgreSQL error. */
const ordinaryError = 100

const port = parentPort!
const post = (message: FromBackend): void =>
  port.postMessage(message, message.is === 'answer' ? [message.bytes.buffer as ArrayBuffer] : [])

async function run(task: BackendTask): Promise<void> {
  const database = await PGlite.create(await optionsOf(task))
  if (task.make === 'session') return serve(database)
  // A checkpoint, so that whoever opens the new cluster has nothing to recover.
  await database.exec('CHECKPOINT')
  if (task.folder === null) {
    const tar = await database.dumpDataDir('none')
    post({ is: 'cluster', tar: new Uint8Array(await tar.arrayBuffer()) })
  }
  await database.close()
  post({ is: 'done' })
}

async function optionsOf(task: BackendTask): Promise<PGliteOptions> {
  const startParams = [...PGlite.defaultStartParams, ...sessionParameters]
  const options: PGliteOptions =
    task.folder === null ? { startParams } : { startParams, dataDir: task.folder }
  if (task.cluster !== null) options.loadDataDir = new Blob([task.cluster])
  if (task.make === 'session') return options
  // Making a cluster starts PGlite twice: compiled once here, 0.25 s and 75 MB less.
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([compiled('pglite'), compiled('initdb')])
  return { ...options, pgliteWasmModule, initdbWasmModule, initDbStartParams: [...clusterParameters] }
}

type Compiled = NonNullable<PGliteOptions['pgliteWasmModule']>

async function compiled(name: string): Promise<Compiled> {
  const folder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  // Node's types leave WebAssembly to those of the browser.
  const { WebAssembly } = globalThis as unknown as {
    WebAssembly: { compile(code: Uint8Array): Promise<Compiled> }
  }
  return WebAssembly.compile(await readFile(join(folder, `${name}.wasm`)))
}

function serve(database: PGlite): void {
  stopWhenBroken(database)
  const exchanges = new Exchanges()
  port.on('message', (message: ToBackend) => {
    if (message.is === 'close') return void close(database)
    const answers = exchanges.push(message.bytes).map(exchange => answer(database, exchange))
    if (answers.length > 0) post({ is: 'answer', bytes: joined(answers) })
  })
  post({ is: 'ready' })
}

function answer(database: PGlite, exchange: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = []
  void database.execProtocolRawStream(exchange, {
    syncToFs: false,
    // The bytes lie in PGlite's memory and will be written over.
    onRawData: piece => pieces.push(piece.slice()),
  })
  return withoutSecondReady(joined(pieces))
}

/** In memory of its own, not in Node's shared pool, so that it can be handed over. */
function joined(pieces: Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function stopWhenBroken({ Module: module }: PGlite): void {
  const once = module._PostgresMainLoopOnce.bind(module)
  module._PostgresMainLoopOnce = () => {
    try {
      once()
    } catch (error) {
      if ((error as { status?: number }).status === ordinaryError) throw error
      post({ is: 'broken', reason: String(error) })
      process.exit(1)
    }
  }
}

async function close(database: PGlite): Promise<void> {
  await database.close()
  post({ is: 'done' })
}

try {
  await run(workerData as BackendTask)
} catch (error) {
  post({ is: 'broken', reason: String(error) })
  process.exit(1)
}

/** The thread in which a dry run decides: it is given accounts and answers with figures. It reads and writes nothing. */
import { parentPort, workerData } from 'node:worker_threads'
import { decide } from '../../core/decide.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import { loadBundle } from '../../rulebook/load.ts'
import { Comparison } from './comparison.ts'
import type { DryRunTask, FromThread, ToThread, VersionFiles } from './messages.ts'

const port = parentPort!
const post = (message: FromThread): void => port.postMessage(message, [])

function compiled({ version, files }: VersionFiles): Rulebook {
  const { rulebook, faults } = loadBundle(files, version)
  if (rulebook === null) throw new Error(`rulebook ${version} has ${faults.length} faults`)
  return rulebook
}

const { before, after, channels, secret, from, until } = workerData as DryRunTask
const comparison = new Comparison({
  decide,
  before: before === null ? null : compiled(before),
  after: compiled(after),
  channels: new Set(channels),
  secret,
  from,
  until,
})

port.on('message', (message: ToThread) => {
  if (message.is === 'finish') {
    post({ is: 'result', result: comparison.result() })
    port.close()
    return
  }
  for (const account of message.accounts) {
    if (account.tooMuch) comparison.leaveOut()
    else comparison.add(account)
  }
  post({ is: 'taken' })
})
post({ is: 'ready' })

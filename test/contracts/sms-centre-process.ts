/** A centre in a process of its own, to be killed: `node sms-centre-process.ts <port>`. Answers every second message. */
import { plays } from '../../packages/smpp/src/index.ts'
import { centreWith } from './sms-far-side.ts'

let offered = 0
const centre = centreWith(
  ({ destination }) => {
    offered += 1
    process.stdout.write(`${destination.number}\n`)
    return offered % 2 === 1 ? plays.silent : { ...plays.silent, answer: 'held' }
  },
  { port: Number(process.argv[2] ?? 0) },
)
process.stdout.write(`port ${await centre.listen()}\n`)

/**
 * Time on a core, ours and the database server's: on a machine that does other things too it tells more than the
 * clock on the wall. The embedded database runs in our own process; a server is looked up in /proc.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds on all cores so far; null where the system does not tell. */
export type CpuTime = () => number | null

export const ownCpuTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** @param folder of the server, with its `data` */
export function withServer(folder: string): CpuTime {
  const [first] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n', 1)
  const postmaster = Number(first)
  return () => {
    try {
      const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim()
      const processes = [postmaster, ...children.split(' ').map(Number)]
      return ownCpuTime() + processes.reduce((sum, id) => sum + onCoreMs(id), 0)
    } catch {
      return null
    }
  }
}

/** The first figure of schedstat: nanoseconds on a core. A process that has just ended counts no more. */
function onCoreMs(id: number): number {
  try {
    return Number(readFileSync(`/proc/${id}/schedstat`, 'utf8').split(' ', 1)[0]) / 1e6
  } catch {
    return 0
  }
}

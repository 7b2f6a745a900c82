/** The thread of the workbench: takes one job after the other. A job that throws ends it, and is told as our own bug. */
import { parentPort } from 'node:worker_threads'
import type { Bundle } from '../../rulebook/bundle.ts'
import { type JobName, jobs, type Jobs } from './job.ts'

export interface Order<K extends JobName = JobName> {
  readonly job: K
  readonly bundle: Bundle
  readonly ask: Jobs[K]['ask']
}

parentPort?.on('message', ({ job, bundle, ask }: Order) => {
  const work = jobs[job] as (bundle: Bundle, ask: unknown) => unknown
  parentPort?.postMessage(work(bundle, ask), [])
})

/** Prometheus metrics of the API, in the registry that the process shows at /metrics. */
import { Counter, Histogram } from 'prom-client'
import type { Registry } from 'prom-client'
import type { Fault } from '../intake/fault.ts'
import type { TallyKey } from '../intake/tally.ts'

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export class ApiMetrics {
  readonly registry: Registry
  readonly #requests: Counter<'method' | 'route' | 'status'>
  readonly #seconds: Histogram<'method' | 'route'>
  readonly #events: Counter<'way' | 'state'>
  readonly #refused: Counter<'way' | 'code'>

  constructor(registry: Registry) {
    const registers = [registry]
    this.registry = registry
    this.#requests = new Counter({
      name: 'kairos_http_requests_total',
      help: 'HTTP requests answered',
      labelNames: ['method', 'route', 'status'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'kairos_http_request_seconds',
      help: 'Time to the end of the answer',
      labelNames: ['method', 'route'],
      buckets: seconds,
      registers,
    })
    this.#events = new Counter({
      name: 'kairos_intake_events_total',
      help: 'Events answered, by what became of them; refused ones are not part of G8',
      labelNames: ['way', 'state'],
      registers,
    })
    this.#refused = new Counter({
      name: 'kairos_intake_refused_total',
      help: 'Refused events by their first fault',
      labelNames: ['way', 'code'],
      registers,
    })
  }

  request(done: {
    readonly method: string
    readonly route: string
    readonly status: number
    readonly ms: number
  }): void {
    const { method, route } = done
    this.#requests.inc({ method, route, status: String(done.status) })
    this.#seconds.observe({ method, route }, done.ms / 1000)
  }

  event(way: string, state: TallyKey): void {
    this.#events.inc({ way, state })
  }

  refused(way: string, faults: readonly Fault[]): void {
    this.#events.inc({ way, state: 'refused' })
    this.#refused.inc({ way, code: faults[0]?.code ?? 'unknown' })
  }
}

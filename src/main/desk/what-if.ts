/** What would have become of the same people under another version: months of the simulated operator, played aside. */
import type { Actor } from '../../api/actor.ts'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import { monthSpan, shiftMonth } from '../../../operator/civil.ts'
import type { Bundle } from '../../rulebook/bundle.ts'
import { readContent } from '../../store/rulebook-version.ts'
import { lastMonth } from '../demo/month.ts'
import { type Run, Runs } from '../what-if/runs.ts'
import { audited } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'

const zone = 'Asia/Shanghai'

type Parts = Pick<DeskParts, 'database' | 'clock' | 'surroundings'>
type Nouns = 'startWhatIf' | 'listWhatIfs' | 'getWhatIf' | 'cancelWhatIf'
type Ask = Parameters<Desk['startWhatIf']>[0]

export function whatIfDesk(parts: Parts): Pick<Desk, Nouns> {
  const desk = new WhatIfDesk(parts)
  return {
    startWhatIf: (ask, actor) => desk.start(ask, actor),
    listWhatIfs: async () => desk.list(),
    getWhatIf: async ({ id }) => desk.get(id),
    cancelWhatIf: ({ id }, actor) => desk.cancel(id, actor),
  }
}

class WhatIfDesk {
  readonly #parts: Parts
  readonly #runs: Runs

  constructor(parts: Parts) {
    this.#parts = parts
    this.#runs = new Runs(() => parts.clock.now())
  }

  async start({ version, against, ...people }: Ask, actor: Actor) {
    const { database, clock, surroundings } = this.#parts
    const at = clock.now()
    const no = this.#busy()
    if (no !== null) return no
    const base = against ?? surroundings.rulebookAt(at).version
    if (base === version) return refuse('invalid-input', 'a version is compared with another one', 'against')
    const bundles = await Promise.all([base, version].map(one => this.#bundle(one)))
    const [before, after] = bundles
    if (before === null || before === undefined) return unknown(base, 'against')
    if (after === null || after === undefined) return unknown(version, 'version')
    const { seed, customers, months } = people
    const month = people.month ?? shiftMonth(lastMonth(at), 1 - months)
    const { from } = monthSpan(month, zone)
    const { until } = monthSpan(shiftMonth(month, months - 1), zone)
    const details = { against: base, seed, customers, month, months }
    await database.transact([audited(actor, at, { action: 'what-if.start', object: version, details })])
    // Somebody may have been faster meanwhile.
    const late = this.#busy()
    if (late !== null) return late
    const ask = { by: actor.name, versions: [base, version], seed, customers, month, months }
    return viewOf(this.#runs.start(ask, { seed, customers, from, until, bundles: [before, after] }))
  }

  list() {
    return { items: this.#runs.all.map(viewOf) }
  }

  get(id: string) {
    const run = this.#runs.all.find(one => one.id === id)
    return run === undefined ? missing(id) : viewOf(run)
  }

  async cancel(id: string, actor: Actor) {
    const { database, clock } = this.#parts
    const known = this.get(id)
    if ('refusal' in known) return known
    if (!this.#runs.cancel(id)) return refuse('wrong-state', 'it has ended already')
    await database.transact([audited(actor, clock.now(), { action: 'what-if.cancel', object: id })])
    return this.get(id)
  }

  #busy(): Refusal | null {
    const { busy } = this.#runs
    if (busy === undefined) return null
    const share = `${Math.floor(100 * busy.share)} %`
    return refuse('wrong-state', `a run of ${busy.by} is under way (${share}): wait for it, or cancel it`)
  }

  async #bundle(version: string): Promise<Bundle | null> {
    const content = await readContent(this.#parts.database, version)
    return content === null ? null : (JSON.parse(content) as Bundle)
  }
}

const unknown = (version: string, field: string): Refusal =>
  refuse('not-found', `no rulebook version ${version}`, field)

const missing = (id: string): Refusal =>
  refuse('not-found', `no run ${id}: the last few are kept, until the server stops`)

const viewOf = ({ versions, figures, ...run }: Run) => ({
  ...run,
  versions: [...versions],
  figures: figures === null ? null : figures.map(one => ({ ...one, complaints: [...one.complaints] })),
})

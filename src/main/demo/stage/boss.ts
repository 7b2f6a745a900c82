/** What happens to a played customer becomes facts of the operator's systems, which go in by the same door as any others. */
import * as puppets from '../../../../operator/puppets.ts'
import type { Deed, Held, Later, Scene } from '../../../../operator/puppets.ts'
import { createCivil, type Civil } from '../../../../operator/civil.ts'
import type { Envelope } from '../../../../operator/envelope.ts'
import type { happenings } from '../../../api/shapes/stage.ts'
import type { Verdict } from '../../../core/event/arrival.ts'
import type { Instant } from '../../../core/units.ts'
import type { Inbox } from '../../../engine/inbox.ts'
import { sentence } from '../../../intake/fault.ts'
import { parseEvent } from '../../../intake/parse.ts'

export type What = (typeof happenings)[number]

export const civil: Civil = createCivil('Asia/Shanghai')

const hasMoney = ({ isPrepaid }: Held): boolean => isPrepaid
const isServed = ({ standing }: Held): boolean => standing === 'normal'

interface Choice {
  /** Asked of a customer with an account. */
  readonly may: (held: Held) => boolean
  readonly deed: (scene: Scene, mcc: string) => Deed
}

/** In the order in which one would try them. */
const choices: Readonly<Record<Exclude<What, 'open-account'>, Choice>> = {
  'use-data': { may: held => isServed(held) && held.abroad === null, deed: puppets.useData },
  'make-calls': { may: held => isServed(held) && hasMoney(held), deed: puppets.makeCalls },
  'top-up': { may: hasMoney, deed: puppets.topUp },
  'change-plan': {
    may: held => isServed(held) && held.nextPlan === null,
    deed: puppets.orderPlan,
  },
  'keep-plan': { may: held => held.nextPlan !== null, deed: puppets.keepPlan },
  'order-service': {
    may: held => isServed(held) && puppets.serviceToOrder(held) !== null,
    deed: puppets.orderService,
  },
  'cancel-service': { may: ({ services }) => services.length > 0, deed: puppets.cancelService },
  'ask-call-details': { may: () => true, deed: puppets.askCallDetails },
  'arrive-abroad': {
    may: held => held.standing !== 'suspended' && !held.isPhoneLost,
    deed: (_, mcc) => puppets.arrive(mcc),
  },
  'return-home': { may: held => held.abroad !== null && !held.isPhoneLost, deed: puppets.returnHome },
  'lose-phone': { may: held => isServed(held) && !held.isPhoneLost, deed: puppets.losePhone },
  'replace-card': { may: ({ isPhoneLost }) => isPhoneLost, deed: puppets.replaceCard },
}

/** What can happen now. */
export function mayHappen(held: Held, isOpened: boolean): What[] {
  if (!isOpened) return ['open-account']
  return (Object.keys(choices) as (keyof typeof choices)[]).filter(what => choices[what].may(held))
}

export const deedOf = (what: What, scene: Scene, mcc: string): Deed =>
  what === 'open-account' ? puppets.openAccount(scene) : choices[what].deed(scene, mcc)

export interface Sent {
  /** As `source/id`. */
  readonly facts: readonly string[]
  readonly verdicts: readonly Verdict[]
}

export class Boss {
  readonly #inbox: Inbox
  /** Tells this run's facts from those of others. */
  readonly #run: string
  #sent = 0
  #affairs: (Later & { readonly account: string })[] = []

  constructor(inbox: Inbox, run: string) {
    this.#inbox = inbox
    this.#run = run
  }

  /** When BOSS does something of itself; Infinity when nothing is planned. */
  nextAt(): Instant {
    return Math.min(Infinity, ...this.#affairs.map(({ at }) => at))
  }

  /** Takes out what is due by now. */
  due(now: Instant): readonly (Later & { readonly account: string })[] {
    const due = this.#affairs.filter(({ at }) => at <= now)
    this.#affairs = this.#affairs.filter(({ at }) => at > now)
    return due
  }

  /** Resolves when all of its facts have been decided. */
  async send({ facts, later }: Deed, scene: Pick<Scene, 'puppet' | 'at'>): Promise<Sent> {
    const { account } = scene.puppet
    if (later !== undefined) {
      const others = this.#affairs.filter(one => one.account !== account || one.errand !== later.errand)
      this.#affairs = [...others, { ...later, account }]
    }
    this.#sent += 1
    const idOf = (nth: number): string => `stage-${this.#run}-${this.#sent}-${nth + 1}`
    const events = puppets.envelopes({ ...scene, civil }, facts, idOf)
    const arrivals = events.map(arrivalOf)
    const verdicts = arrivals.length === 0 ? [] : await this.#inbox.offer(arrivals)
    return { facts: events.map(({ source, id }) => `${source}/${id}`), verdicts }
  }
}

function arrivalOf(event: Envelope) {
  const parsed = parseEvent(event)
  if (parsed.state === 'taken') return parsed.arrival
  throw new Error(`a fact of the stage was refused: ${parsed.faults.map(sentence).join('; ')}`)
}

/**
 * The stage of the demo: simulated customers, invented or taken from the month, whose phones somebody holds in hand. What
 * happens to them are facts at the real intake, what their phones show has come over the real gateway, and what they write goes
 * back that way.
 */
import type { Logger } from 'pino'
import {
  carryOut,
  invent,
  inventedMax,
  nextPlanOf,
  type Puppet,
  puppetOf,
  type Scene,
} from '../../../../operator/puppets.ts'
import { nextMonthStart } from '../../../../operator/civil.ts'
import { masked } from '../../../../operator/numbers.ts'
import type { Person } from '../../../../operator/person.ts'
import type { SmsCentre } from '../../../../operator/sms-centre.ts'
import type { LiveHub } from '../../../api/live-hub.ts'
import type { waits } from '../../../api/shapes/stage.ts'
import type { Stage } from '../../../api/stage.ts'
import type { Instant } from '../../../core/units.ts'
import type { ShiftedClock } from '../../../engine/clock.ts'
import type { Inbox } from '../../../engine/inbox.ts'
import type { Live } from '../../../engine/live.ts'
import type { Database } from '../../../store/database.ts'
import type { Vault } from '../../../store/vault.ts'
import { refuse } from '../../desk/parts.ts'
import type { SurroundingsKeeper } from '../../surroundings.ts'
import { nameIn } from './names.ts'
import { Boss, civil, deedOf, mayHappen } from './boss.ts'
import { heldOf, type Known, type Opened, openedOf } from './holdings.ts'
import { Passing } from './passing.ts'
import { type Happened, readRoads } from './roads.ts'
import type { Screens } from './screens.ts'

/** What the demo brings. */
export interface Props {
  readonly clock: ShiftedClock
  readonly centre: SmsCentre
  readonly screens: Screens
  /** Of the month's population, those who may be played. */
  readonly cast: readonly Person[]
  readonly seed: string
  /** Tells the facts of this run from those of another. */
  readonly run: string
}

/** What the running server brings. */
export interface House {
  readonly database: Database
  readonly vault: Vault
  readonly surroundings: SurroundingsKeeper
  readonly inbox: Inbox
  readonly live: Pick<Live, 'nextMoment' | 'isResting' | 'wake'>
  readonly hub: LiveHub
  readonly log: Logger
}

interface Player extends Known {
  readonly puppet: Puppet
  readonly since: Instant
  readonly happened: readonly Happened[]
}

/** The roads of so many happenings are told as one; older ones fall apart into their facts. */
const happenedMax = 40
const smsTo = '10086'
const morningHours = 9
const turnedHours = 10
const hourMs = 3_600_000
const aWhileMs = 20 * 60_000
const affairsEveryMs = 1_000
/** Listeners are told no oftener. */
const tellEveryMs = 200

export class DemoStage implements Stage {
  readonly #props: Props
  readonly #house: House
  readonly #boss: Boss
  readonly #passing: Passing
  readonly #players = new Map<string, Player>()
  #invented = 0
  #telling: NodeJS.Timeout | null = null
  readonly #minding: NodeJS.Timeout

  constructor(props: Props, house: House) {
    this.#props = props
    this.#house = house
    this.#boss = new Boss(house.inbox, props.run)
    const affairs = {
      nextAt: () => this.#boss.nextAt(),
      carryOut: (now: Instant) => this.#carryOut(now),
    }
    const { clock, centre } = props
    this.#passing = new Passing({ clock, centre, live: house.live, affairs, moved: () => this.changed() })
    this.#minding = setInterval(() => {
      if (this.#passing.until === null) this.#carryOut(clock.now()).catch(error => this.#log(error))
    }, affairsEveryMs).unref()
    for (const person of props.cast) this.#take(puppetOf(person))
  }

  /** Something may look different now: those who listen are told, soon. */
  changed(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = null
      this.#house.hub.publish('stage', { at: this.#props.clock.now() })
    }, tellEveryMs).unref()
  }

  async close(): Promise<void> {
    clearInterval(this.#minding)
    if (this.#telling !== null) clearTimeout(this.#telling)
    await this.#passing.close()
  }

  async view() {
    const people = await Promise.all(
      [...this.#players.values()].map(async player => {
        const opened = await this.#opened(player)
        return player.puppet.isInvented || opened !== null ? [this.#person(player, opened)] : []
      }),
    )
    return { ...this.#time(), people: people.flat().toReversed() }
  }

  async invent(body: Parameters<Stage['invent']>[0]) {
    if (this.#invented >= inventedMax)
      return refuse('wrong-state', `${inventedMax} have been invented: play one of them`)
    const puppet = invent((this.#invented += 1), this.#props.run, body)
    this.#take(puppet)
    this.#props.centre.turn(puppet.number, true)
    return this.scene({ account: puppet.account })
  }

  async scene({ account }: { readonly account: string }) {
    const player = this.#players.get(account)
    if (player === undefined) return unknown(account)
    const { centre, clock, screens } = this.#props
    const { puppet, since, happened } = player
    // Whoever is looked at has the phone in hand from now on.
    if (!puppet.isInvented) centre.turn(puppet.number, centre.isOn(puppet.number))
    const opened = await this.#opened(player)
    const held = heldOf(player, opened, clock.now())
    const ask = { account, line: puppet.line, since, happened }
    return {
      ...this.#person(player, opened),
      ...this.#time(),
      isPhoneOn: centre.isOn(puppet.number),
      held: opened === null ? null : this.#shown(held),
      may: mayHappen(held, opened !== null),
      messages: screens.of(puppet.number, clock.now()),
      roads: await readRoads(this.#house, ask),
    }
  }

  async happen({ account, what, mcc }: Parameters<Stage['happen']>[0]) {
    const player = this.#players.get(account)
    if (player === undefined) return unknown(account)
    const { clock, centre } = this.#props
    const { puppet } = player
    const opened = await this.#opened(player)
    const at = clock.now()
    const scene = { puppet, held: heldOf(player, opened, at), at, civil }
    if (!mayHappen(scene.held, opened !== null).includes(what))
      return refuse('wrong-state', `${what} cannot happen to this customer just now`, 'what')
    if (what === 'arrive-abroad' && !centre.isOn(puppet.number))
      return refuse('wrong-state', 'a phone that is off is seen by no network: switch it on first', 'what')
    const sent = await this.#boss.send(deedOf(what, scene, mcc ?? '520'), scene)
    const isLost = what === 'lose-phone' || (player.isPhoneLost && what !== 'replace-card')
    if (isLost !== player.isPhoneLost) centre.turn(puppet.number, !isLost)
    const nextPlan =
      what === 'change-plan' ? nextPlanOf(scene) : what === 'keep-plan' ? null : player.nextPlan
    const one = { id: sent.facts[0] ?? what, what, facts: sent.facts }
    const happened = [one, ...this.#players.get(account)!.happened].slice(0, happenedMax)
    this.#players.set(account, { ...player, nextPlan, isPhoneLost: isLost, happened })
    this.changed()
    return this.scene({ account })
  }

  async turn({ account, isOn }: Parameters<Stage['turn']>[0]) {
    const player = this.#players.get(account)
    if (player === undefined) return unknown(account)
    if (player.isPhoneLost && isOn)
      return refuse('wrong-state', 'the phone is lost: it comes back with a new card', 'isOn')
    this.#props.centre.turn(player.puppet.number, isOn)
    this.changed()
    return this.scene({ account })
  }

  async write({ account, text }: Parameters<Stage['write']>[0]) {
    const player = this.#players.get(account)
    if (player === undefined) return unknown(account)
    const { centre, clock, screens } = this.#props
    const { number } = player.puppet
    if (!centre.isOn(number)) return refuse('wrong-state', 'a phone that is off writes nothing', 'text')
    screens.wrote(number, clock.now(), text)
    centre.write(number, smsTo, text)
    this.changed()
    return this.scene({ account })
  }

  async wait({ until }: Parameters<Stage['wait']>[0]) {
    if (this.#passing.until !== null) return refuse('wrong-state', 'time is passing quickly already')
    this.#passing.begin(waitedUntil(until, this.#props.clock.now()), error => this.#log(error))
    return this.view()
  }

  #take(puppet: Puppet): void {
    const since = this.#props.clock.now()
    this.#players.set(puppet.account, { puppet, since, happened: [], nextPlan: null, isPhoneLost: false })
  }

  #opened({ puppet }: Player): Promise<Opened | null> {
    return openedOf(this.#house.database, puppet)
  }

  #time() {
    const { clock } = this.#props
    return { now: clock.now(), aheadMs: Math.round(clock.aheadMs), waitingUntil: this.#passing.until }
  }

  #person({ puppet }: Player, opened: Opened | null) {
    const { account, name, number, brand, language, isInvented } = puppet
    const plan = opened === null ? null : this.#named('plans', opened.line.planId)
    const shown = isInvented ? number.slice(3) : masked(number)
    return { account, name, number: shown, brand, language, plan, isInvented }
  }

  #shown({ plan, nextPlan, abroad, services, ...rest }: ReturnType<typeof heldOf>) {
    const { balance, isPrepaid, usedBytes, allowanceBytes, standing } = rest
    return {
      ...{ isPrepaid, usedBytes, allowanceBytes, standing },
      balance: isPrepaid ? balance : null,
      plan: this.#named('plans', plan.id),
      nextPlan: nextPlan === null ? null : this.#named('plans', nextPlan.id),
      abroad: abroad === null ? null : this.#named('places', abroad),
      services: services.map(id => this.#named('services', id)),
    }
  }

  #named(kind: 'plans' | 'places' | 'services', id: string) {
    const now = this.#props.clock.now()
    return nameIn(this.#house.surroundings.rulebookAt(now).catalogue[kind], id, now)
  }

  async #carryOut(now: Instant): Promise<void> {
    for (const { account, errand } of this.#boss.due(now)) {
      const player = this.#players.get(account)
      const opened = player === undefined ? null : await this.#opened(player)
      if (player === undefined || opened === null) continue
      const { puppet } = player
      const scene: Scene = { puppet, held: heldOf(player, opened, now), at: now, civil }
      await this.#boss.send(carryOut(errand, scene), scene)
      if (errand === 'month-turn') this.#players.set(account, { ...player, nextPlan: null })
      this.changed()
    }
  }

  #log(error: unknown): void {
    this.#house.log.error({ error }, 'the stage could not go on')
  }
}

const unknown = (account: string) => refuse('not-found', `nobody on the stage has the account ${account}`)

/** A while, nine in the morning, the same time tomorrow, or the morning of the next month. */
function waitedUntil(wait: (typeof waits)[number], now: Instant): Instant {
  const day = civil.dayAt(now)
  switch (wait) {
    case 'a-while':
      return now + aWhileMs
    case 'morning': {
      const morning = day.start + morningHours * hourMs
      return morning > now ? morning : civil.day(day.number + 1).start + morningHours * hourMs
    }
    case 'a-day':
      return now + 24 * hourMs
    case 'month':
      return civil.day(nextMonthStart(day)).start + turnedHours * hourMs
  }
}

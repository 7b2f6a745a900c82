/** One life under the little engine, from the first fact to the end of the quiet after the last. */
import { Centre } from '../centre.ts'
import type { Chronicle, Fact, Moment, Sent, Span } from '../chronicle.ts'
import { Dice } from '../dice.ts'
import type { Plot } from '../plot/plot.ts'
import { Engine, type Flaw } from './engine.ts'
import type { Decide } from './turn.ts'
import { chronicleOf } from './record.ts'

/** Far above what a life takes: an engine that does not come to rest is a bug to be seen. */
const ticksMax = 100_000

export interface Run {
  readonly engine: Engine
  readonly centres: readonly Centre[]
  readonly sent: readonly Sent[]
  readonly down: readonly Span[]
}

interface Waiting {
  readonly at: Moment
  readonly fact: Fact
}

export function live(plot: Plot, decide: Decide, flaw: Flaw | null = null): Chronicle {
  const poisonable: Decide = (account, event, world) => {
    if (event.origin === 'outside' && plot.poisoned.has(`${event.source} ${event.id}`))
      throw new Error('choked')
    return decide(account, event, world)
  }
  const { seed, manners, closed, silent } = plot
  const centres = ['sms', 'voice'].map(gateway => new Centre({ seed, gateway, manners, closed, silent }))
  const engine = new Engine({ plot, decide: poisonable, centres, flaw })
  const sent: Sent[] = []
  const down: Span[] = []
  let post: Waiting[] = [...plot.deliveries]
  const dice = new Dice(`sender ${seed}`)
  let now = plot.start
  for (let ticks = 0; now < plot.end; ticks += 1) {
    if (ticks > ticksMax) throw new Error(`seed ${seed}: no rest at ${new Date(now).toISOString()}`)
    const wasDown = engine.isDown(now)
    const due = post.filter(({ at }) => at <= now)
    post = post.filter(({ at }) => at > now)
    post.push(...deliver(due, { engine, sent, now, dice }))
    post.sort((a, b) => a.at - b.at)
    const next = [
      engine.next(now),
      ...centres.map(centre => centre.next() ?? Infinity),
      post[0]?.at ?? Infinity,
    ]
    if (!wasDown && engine.isDown(now)) down.push({ from: now, until: engine.upAt })
    now = Math.max(
      now + 1,
      engine.isDown(now) ? Math.min(engine.next(now), post[0]?.at ?? Infinity) : Math.min(...next),
    )
  }
  return chronicleOf(plot, { engine, centres, sent, down })
}

/** Who gets no answer sends again, after a while. */
function deliver(
  due: readonly Waiting[],
  { engine, sent, now, dice }: { engine: Engine; sent: Sent[]; now: Moment; dice: Dice },
): readonly Waiting[] {
  const silent = new Set(due)
  const isUp = !engine.isDown(now)
  for (const waiting of isUp ? due : []) {
    const tell = (verdict: NonNullable<Sent['verdict']>): void => {
      silent.delete(waiting)
      sent.push({ fact: waiting.fact, at: now, verdict })
    }
    engine.offer({ fact: waiting.fact, tell })
  }
  engine.tick(now)
  const again: Waiting[] = []
  for (const waiting of silent) {
    if (isUp) sent.push({ fact: waiting.fact, at: now, verdict: null })
    // Some wait for the engine to come back, others ask again and again.
    const isPatient = engine.isDown(now) && dice.happens(0.4)
    again.push({ fact: waiting.fact, at: isPatient ? engine.upAt : now + dice.between(20, 300) * 1_000 })
  }
  return again
}

/** A customer who asks for it is told once more: an act of staff, decided like any other event. */
import { randomUUID } from 'node:crypto'
import type { Desk } from '../../api/desk.ts'
import type { Refusal } from '../../api/refusal.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { AccountId } from '../../core/event/event.ts'
import { isSecret } from '../../core/planning/again.ts'
import type { ReminderState } from '../../core/reminder.ts'
import type { Rulebook } from '../../core/rule/rule.ts'
import { staffSource } from '../../engine/turn/item.ts'
import { readCaused, readReminder, type ReminderView } from '../../store/reminder-views.ts'
import { refuseLook } from './access.ts'
import { audited } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'
import { summaryOf } from './reminders.ts'

/** Only what has left once can be sent again, and whose end is known. */
const hasLeft: ReadonlySet<ReminderState> = new Set(['delivered', 'failed', 'expired', 'unconfirmed'])

export function resendDesk(parts: DeskParts): Pick<Desk, 'resendReminder'> {
  const { clock, database, engine, log, surroundings } = parts
  return {
    async resendReminder({ id: outer, reason, isPresent, act: name }, actor) {
      const slash = outer.indexOf('/')
      const account = outer.slice(0, Math.max(0, slash))
      const no = await refuseLook(parts, actor, account)
      if (no !== null) return no
      const id = outer.slice(slash + 1)
      const found = slash < 1 ? null : await readReminder(database, { shard: shardOf(account), account, id })
      if (found === null) return refuse('not-found', `no reminder has the id ${outer}`)
      const act = `again/${name ?? randomUUID()}`
      const before = await ledTo(parts, account, act)
      if (before !== null) return { isRepeated: true, ...before }
      const refusal = refusalOf(found, surroundings.rulebookAt(clock.now()))
      if (refusal !== null) return refusal
      const { rule, facts, line } = found
      const verdict = await engine.act({
        account,
        line,
        id: act,
        deed: {
          type: 'reminder.asked-again',
          body: { reminder: id, rule, facts, by: actor.name, isPresent },
        },
        record: [
          audited(actor, clock.now(), {
            action: 'reminder.resend',
            object: outer,
            reason,
            details: { isPresent },
          }),
        ],
      })
      if (verdict.state === 'set-aside') throw new Error(`${outer} could not be sent again: ${verdict.note}`)
      const led = await ledTo(parts, account, act)
      if (led === null) return refuse('wrong-state', 'nobody is there to tell: the person was erased')
      log.info({ account, reminder: id, by: actor.name, state: led.reminder.state }, 'asked for again')
      return { isRepeated: verdict.state === 'duplicate', ...led }
    },
  }
}

function refusalOf({ rule, state, class: cls }: ReminderView, { rules }: Rulebook): Refusal | null {
  if (isSecret({ class: cls }))
    return refuse('wrong-state', 'codes and passwords are never sent again: the customer asks for a new one')
  if (!hasLeft.has(state)) return refuse('wrong-state', `it is ${state}: only what has left is sent again`)
  return rules.has(rule) ? null : refuse('wrong-state', `the rulebook in force has no rule ${rule} any more`)
}

/** What an act planned or withheld; null when it has not been done. */
async function ledTo({ database }: Pick<DeskParts, 'database'>, account: AccountId, act: string) {
  const key = { shard: shardOf(account), account }
  const [planned] = await readCaused(database, key, [{ source: staffSource, id: act }])
  if (planned === undefined) return null
  return { reminder: summaryOf(planned), note: planned.trail[0]?.note ?? '' }
}

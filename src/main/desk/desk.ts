/** The desk: everything that the API and the command line can ask, over the store and the running engine. */
import type { Desk } from '../../api/desk.ts'
import { sessionLimits } from '../../api/sessions.ts'
import type { Clock } from '../../engine/clock.ts'
import { reconcile } from '../../store/reconcile.ts'
import { Turnstile } from '../staff/turnstile.ts'
import { alarmsDesk } from './alarms.ts'
import { asidesDesk } from './asides.ts'
import { auditDesk } from './audit.ts'
import { blocksDesk } from './blocks.ts'
import { customersDesk } from './customers.ts'
import { blueprintsDesk } from './blueprints.ts'
import { dryRunsDesk } from './dry-runs.ts'
import { erasuresDesk } from './erasures.ts'
import { explanationDesk } from './explanation.ts'
import { figuresDesk } from './figures.ts'
import { gatewaysDesk } from './gateways.ts'
import { heldDesk } from './held.ts'
import { keysDesk } from './keys.ts'
import { monitorsDesk } from './monitors.ts'
import { operationsDesk } from './operations.ts'
import type { DeskParts } from './parts.ts'
import { pausesDesk } from './pauses.ts'
import { pictureDesk } from './picture.ts'
import { planChangesDesk } from './plan-changes.ts'
import { providerDesk } from './provider-sign-in.ts'
import { remindersDesk } from './reminders.ts'
import { resendDesk } from './resend.ts'
import { ruleTrialsDesk } from './rule-trials.ts'
import { secondFactorDesk } from './second-factor.ts'
import { sessionsDesk } from './sessions.ts'
import { staffDesk } from './staff.ts'
import { timelineDesk } from './timeline.ts'
import { versionsDesk } from './versions.ts'
import { whatIfDesk } from './what-if.ts'
import { workbenchDesk } from './workbench.ts'

/** Signing in and what else hashes passwords: so many at once, and so many may wait. */
const hashing = { insideMax: 2, waitingMax: 32 }

/** @param staffClock by which people sign in and sessions end, where that is another than the engine's */
export function buildDesk(parts: DeskParts, staffClock: Clock = parts.clock): Desk {
  const limits = { ...sessionLimits, ...parts.sessionLimits }
  const timed = { ...parts, clock: staffClock }
  const staff = { ...timed, sessionLimits: limits, turnstile: new Turnstile(hashing) }
  return {
    ...asidesDesk(parts),
    ...remindersDesk(parts),
    ...resendDesk(parts),
    ...blocksDesk(parts),
    ...explanationDesk(parts),
    ...erasuresDesk(parts),
    ...timelineDesk(parts),
    ...pausesDesk(parts),
    ...versionsDesk(parts),
    ...dryRunsDesk(parts),
    ...ruleTrialsDesk(parts),
    ...workbenchDesk(parts),
    ...blueprintsDesk(parts),
    ...alarmsDesk(parts),
    ...figuresDesk(parts),
    ...gatewaysDesk(parts),
    ...operationsDesk(parts),
    ...whatIfDesk(parts),
    ...heldDesk(parts),
    ...monitorsDesk(parts),
    ...keysDesk(parts),
    ...sessionsDesk(staff),
    ...providerDesk({ ...staff, provider: parts.provider ?? null }),
    ...secondFactorDesk(timed),
    ...staffDesk(staff),
    ...customersDesk(parts),
    ...pictureDesk(parts),
    ...planChangesDesk(parts),
    ...auditDesk(parts),
    ...booksDesk(parts),
  }
}

function booksDesk({ database, clock, engine }: DeskParts): Pick<Desk, 'reconcile' | 'readiness'> {
  return {
    async reconcile() {
      const books = await reconcile(database)
      const { touchpoints, withheld, differences } = books
      const lists = { touchpoints: [...touchpoints], withheld: [...withheld], differences: [...differences] }
      return { ...books, ...lists, at: clock.now() }
    },
    async readiness() {
      const answered = await database.read({ text: 'select 1 as one', values: [] }).then(
        () => ({ ok: true, note: 'answered' }),
        (error: Error) => ({ ok: false, note: error.message }),
      )
      const state = engine.state()
      return { ready: answered.ok && state.ok, database: answered, engine: state }
    },
  }
}

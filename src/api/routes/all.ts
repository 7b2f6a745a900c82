/** Every route of the API. */
import type { Routes } from '../api.ts'
import { accountRoutes } from './accounts.ts'
import { alarmRoutes } from './alarms.ts'
import { auditRoutes } from './audit.ts'
import { blockRoutes, blockStepRoutes } from './blocks.ts'
import { customerRoutes } from './customers.ts'
import { blueprintRoutes } from './blueprints.ts'
import { dryRunRoutes, dryRunStepRoutes } from './dry-runs.ts'
import { documentRoutes } from './document.ts'
import { erasureRoutes } from './erasures.ts'
import { eventRoutes } from './events.ts'
import { figureRoutes } from './figures.ts'
import { gatewayRoutes, gatewayStepRoutes } from './gateways.ts'
import { heldRoutes } from './held.ts'
import { healthRoutes } from './health.ts'
import { keyRoutes } from './keys.ts'
import { liveRoutes } from './live.ts'
import { metricsRoutes } from './metrics.ts'
import { operationRoutes } from './operations.ts'
import { pauseRoutes } from './pauses.ts'
import { providerRoutes } from './provider-sign-in.ts'
import { reconcileRoutes } from './reconcile.ts'
import { reminderRoutes } from './reminders.ts'
import { ruleTrialRoutes } from './rule-trials.ts'
import { rulebookForceRoutes, rulebookRoutes, rulebookStepRoutes } from './rulebook.ts'
import { proofRoutes, sessionRoutes } from './session.ts'
import { setAsideRoutes, setAsideStepRoutes } from './set-aside.ts'
import { sceneRoutes, stageRoutes } from './stage.ts'
import { staffRoutes } from './staff.ts'
import { timelineRoutes } from './timeline.ts'
import { whatIfRoutes } from './what-if.ts'
import { rulebookHelpRoutes, workbenchRoutes } from './workbench.ts'

export const allRoutes: readonly Routes[] = [
  eventRoutes,
  setAsideRoutes,
  setAsideStepRoutes,
  customerRoutes,
  blockRoutes,
  blockStepRoutes,
  accountRoutes,
  erasureRoutes,
  reminderRoutes,
  timelineRoutes,
  rulebookRoutes,
  rulebookStepRoutes,
  rulebookForceRoutes,
  dryRunRoutes,
  dryRunStepRoutes,
  ruleTrialRoutes,
  workbenchRoutes,
  rulebookHelpRoutes,
  blueprintRoutes,
  pauseRoutes,
  figureRoutes,
  liveRoutes,
  alarmRoutes,
  gatewayRoutes,
  gatewayStepRoutes,
  operationRoutes,
  whatIfRoutes,
  heldRoutes,
  reconcileRoutes,
  sessionRoutes,
  providerRoutes,
  proofRoutes,
  staffRoutes,
  keyRoutes,
  auditRoutes,
  stageRoutes,
  sceneRoutes,
  healthRoutes,
  metricsRoutes,
  documentRoutes,
]

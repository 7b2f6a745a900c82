/** A desk without a store, for tests and trials: it answers each question with the example of its schema. */
import { z } from 'zod'
import type { Desk } from './desk.ts'
import { alarmPage, alarmView } from './shapes/alarm.ts'
import { auditCheck, auditEntry, auditPage } from './shapes/audit.ts'
import { blockList, blockPage, blockView } from './shapes/block.ts'
import { customerView, unmasked } from './shapes/customer.ts'
import { blueprintList, blueprintView } from './shapes/blueprint.ts'
import { dryRunPage, dryRunResult, dryRunView } from './shapes/dry-run.ts'
import { erasurePage, erasureView } from './shapes/erasure.ts'
import { decisionPage, decisionView } from './shapes/explanation.ts'
import { figures, figuresToday } from './shapes/figure.ts'
import { gatewayList, gatewayView, queueList } from './shapes/gateway.ts'
import { compared, heldView } from './shapes/held.ts'
import { keyList, keyView, newKey } from './shapes/key.ts'
import { monitors } from './shapes/monitor.ts'
import { operations } from './shapes/operations.ts'
import { pauseList, pauseView } from './shapes/pause.ts'
import { customerPicture } from './shapes/picture.ts'
import { planChangeView } from './shapes/plan-change.ts'
import { readiness } from './shapes/readiness.ts'
import { reconciliation } from './shapes/reconciliation.ts'
import { reminderPage, reminderSummary, reminderView, resent } from './shapes/reminder.ts'
import { ruleTrial } from './shapes/rule-trial.ts'
import {
  recalled,
  submitted,
  versionDiff,
  versionFiles,
  versionPage,
  versionView,
} from './shapes/rulebook-version.ts'
import { corrected, replayed, setAsideItem, setAsidePage, setAsideRaw } from './shapes/set-aside.ts'
import {
  newPassword,
  newStaff,
  sessionView,
  signInWays,
  staffList,
  staffView,
  totpView,
} from './shapes/staff.ts'
import { checkedDraft, completeness, nameList, preview, ruleList, schemaList } from './shapes/workbench.ts'
import { timelineView } from './shapes/timeline.ts'
import { whatIfList, whatIfView } from './shapes/what-if.ts'

/** The first example of a schema, as the desk would give it. */
export function exampleOf<T extends z.ZodType>(schema: T): z.output<T> {
  return z.decode(schema, firstExample(schema) as z.input<T>)
}

function firstExample(schema: z.ZodType): unknown {
  const examples = schema.meta()?.['examples']
  return Array.isArray(examples) ? examples[0] : undefined
}

const paged = <T extends z.ZodType>(shape: T, item: z.ZodType): z.output<T> =>
  z.decode(shape, { items: [firstExample(item)], next: null } as z.input<T>)

const listed = <T extends z.ZodType>(shape: T, item: z.ZodType): z.output<T> =>
  z.decode(shape, { items: [firstExample(item)] } as z.input<T>)

/** Who may come in, whom they looked at, and what was noted of it. */
const people = (): Pick<
  Desk,
  | 'getCustomer'
  | 'listKeys'
  | 'createKey'
  | 'revokeKey'
  | 'signIn'
  | 'signOut'
  | 'signInWays'
  | 'beginProviderSignIn'
  | 'endProviderSignIn'
  | 'changePassword'
  | 'secondFactor'
  | 'listStaff'
  | 'createStaff'
  | 'changeStaff'
  | 'resetPassword'
  | 'openCustomer'
  | 'unmaskCustomer'
  | 'listAudit'
  | 'checkAudit'
> => ({
  getCustomer: async () => exampleOf(customerPicture),
  listKeys: async () => listed(keyList, keyView),
  createKey: async () =>
    newKey.parse({ ...(firstExample(keyView) as object), key: `kairos_${'A'.repeat(43)}` }),
  revokeKey: async () => exampleOf(keyView),
  signIn: async () => ({ ...exampleOf(sessionView), token: 'A'.repeat(43) }),
  signOut: async () => undefined,
  signInWays: async () => exampleOf(signInWays),
  beginProviderSignIn: async () => ({ url: 'https://id.example.com/authorize', ticket: 'ticket' }),
  endProviderSignIn: async () => ({ token: 'A'.repeat(43) }),
  changePassword: async () => ({}),
  secondFactor: async () => exampleOf(totpView),
  listStaff: async () => listed(staffList, staffView),
  createStaff: async () => exampleOf(newStaff),
  changeStaff: async () => exampleOf(staffView),
  resetPassword: async () => exampleOf(newPassword),
  openCustomer: async () => exampleOf(customerView),
  unmaskCustomer: async () => exampleOf(unmasked),
  listAudit: async () => paged(auditPage, auditEntry),
  checkAudit: async () => exampleOf(auditCheck),
})

/** Versions of the rulebook, what is tried of them, and what helps to write one. */
const book = (): Pick<
  Desk,
  | 'listVersions'
  | 'getVersion'
  | 'getVersionFiles'
  | 'submitVersion'
  | 'reviewVersion'
  | 'publishVersion'
  | 'publishUntried'
  | 'listDryRuns'
  | 'getDryRun'
  | 'getDryRunResult'
  | 'startDryRun'
  | 'cancelDryRun'
  | 'tryRules'
  | 'tryOnCustomer'
  | 'recallVersion'
  | 'diffVersions'
  | 'checkDraft'
  | 'previewWording'
  | 'listSchemas'
  | 'listNames'
  | 'listRules'
  | 'completeness'
> => {
  const version = exampleOf(versionView)
  return {
    listVersions: async () => paged(versionPage, versionView),
    getVersion: async () => version,
    getVersionFiles: async () => exampleOf(versionFiles),
    submitVersion: async () => submitted.parse({ version: firstExample(versionView), warnings: [] }),
    reviewVersion: async () => version,
    publishVersion: async () => version,
    publishUntried: async () => version,
    listDryRuns: async () => paged(dryRunPage, dryRunView),
    getDryRun: async () => exampleOf(dryRunView),
    getDryRunResult: async () => exampleOf(dryRunResult),
    startDryRun: async () => exampleOf(dryRunView),
    cancelDryRun: async () => exampleOf(dryRunView),
    tryRules: async () => exampleOf(ruleTrial),
    tryOnCustomer: async () => exampleOf(ruleTrial),
    recallVersion: async () => recalled.parse({ version: firstExample(versionView), withheld: 3 }),
    diffVersions: async () => exampleOf(versionDiff),
    checkDraft: async () => exampleOf(checkedDraft),
    previewWording: async () => exampleOf(preview),
    listSchemas: async () => exampleOf(schemaList),
    listNames: async () => exampleOf(nameList),
    listRules: async () => exampleOf(ruleList),
    completeness: async () => exampleOf(completeness),
  }
}

export function fakeDesk(): Desk {
  return {
    ...people(),
    listSetAside: async () => paged(setAsidePage, setAsideItem),
    getSetAside: async () => exampleOf(setAsideItem),
    getSetAsideRaw: async ({ id }) =>
      setAsideRaw.parse({ id, event: { specversion: '1.0' }, correctable: null }),
    replaySetAside: async () => exampleOf(replayed),
    correctSetAside: async () => exampleOf(corrected),
    discardSetAside: async () => ({ ...exampleOf(setAsideItem), state: 'discarded' }),
    getReminder: async () => exampleOf(reminderView),
    comparePlanChange: async () => exampleOf(planChangeView),
    askForBlock: async () => exampleOf(blockView),
    listBlocksOf: async () => listed(blockList, blockView),
    listBlocks: async () => paged(blockPage, blockView),
    approveBlock: async () => exampleOf(blockView),
    refuseBlock: async () => exampleOf(blockView),
    liftBlock: async () => exampleOf(blockView),
    resendReminder: async () => exampleOf(resent),
    listReminders: async () => paged(reminderPage, reminderSummary),
    explainAccount: async () =>
      z.decode(decisionPage, {
        items: [firstExample(decisionView) as z.input<typeof decisionView>],
        next: null,
        erased: null,
      }),
    erasePerson: async () => exampleOf(erasureView),
    listErasures: async () => paged(erasurePage, erasureView),
    timeline: async () => exampleOf(timelineView),
    reconcile: async () => exampleOf(reconciliation),
    listPauses: async () => listed(pauseList, pauseView),
    pause: async () => exampleOf(pauseView),
    resume: async () => exampleOf(pauseView),
    ...book(),
    listBlueprints: async () => exampleOf(blueprintList),
    getBlueprint: async () => exampleOf(blueprintView),
    figures: async () => exampleOf(figures),
    figuresToday: async () => exampleOf(figuresToday),
    listAlarms: async () => paged(alarmPage, alarmView),
    listGateways: async () => listed(gatewayList, gatewayView),
    drainGateway: async () => exampleOf(gatewayView),
    resumeGateway: async () => exampleOf(gatewayView),
    traceGateway: async () => ({ since: 0, messages: [] }),
    listQueues: async () => queueList.parse({ at: '2026-11-20T00:16:02.000Z', items: [] }),
    held: async () => exampleOf(heldView),
    releaseHeld: async () => exampleOf(heldView),
    withholdHeld: async () => exampleOf(heldView),
    compareHeld: async () => exampleOf(compared),
    monitors: async () => exampleOf(monitors),
    operations: async () => exampleOf(operations),
    startWhatIf: async () => exampleOf(whatIfView),
    listWhatIfs: async () => listed(whatIfList, whatIfView),
    getWhatIf: async () => exampleOf(whatIfView),
    cancelWhatIf: async () => exampleOf(whatIfView),
    readiness: async () => exampleOf(readiness),
  }
}

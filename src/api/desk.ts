/**
 * Port: everything that the API can ask of the running system except taking in facts. One route calls one
 * function; inputs have passed their zod schemas (instants are epoch milliseconds), answers are checked by
 * theirs on the way out.
 *
 * Cursors (`after`, `next`) are the desk's own and opaque outside; a cursor that it did not make is
 * `invalid-input`. Functions that change something record the actor. Trouble outside (the database does not
 * answer) is thrown as `Unavailable` of `engine/inbox.ts`.
 */
import type { z } from 'zod'
import type { Actor, StaffActor } from './actor.ts'
import type { ProviderReturn, ProviderStart, SignInFailure } from './provider-sign-in.ts'
import type { Refusal } from './refusal.ts'
import type * as alarm from './shapes/alarm.ts'
import type * as audit from './shapes/audit.ts'
import type * as block from './shapes/block.ts'
import type * as customer from './shapes/customer.ts'
import type * as blueprint from './shapes/blueprint.ts'
import type * as dryRun from './shapes/dry-run.ts'
import type * as erasure from './shapes/erasure.ts'
import type * as explanation from './shapes/explanation.ts'
import type * as figure from './shapes/figure.ts'
import type * as gateway from './shapes/gateway.ts'
import type * as held from './shapes/held.ts'
import type * as key from './shapes/key.ts'
import type * as planChange from './shapes/plan-change.ts'
import type * as picture from './shapes/picture.ts'
import type { monitors } from './shapes/monitor.ts'
import type { operations } from './shapes/operations.ts'
import type * as pause from './shapes/pause.ts'
import type { readiness } from './shapes/readiness.ts'
import type { reconciliation } from './shapes/reconciliation.ts'
import type * as reminder from './shapes/reminder.ts'
import type * as trial from './shapes/rule-trial.ts'
import type * as rulebook from './shapes/rulebook-version.ts'
import type * as aside from './shapes/set-aside.ts'
import type * as staff from './shapes/staff.ts'
import type * as timeline from './shapes/timeline.ts'
import type * as whatIf from './shapes/what-if.ts'
import type * as workbench from './shapes/workbench.ts'

type In<T extends z.ZodType> = Readonly<z.output<T>>
type Out<T extends z.ZodType> = Promise<z.output<T> | Refusal>
/** Found by its id. */
type Of<P extends z.ZodType, Q extends z.ZodType> = In<P> & In<Q>

export interface Desk {
  listSetAside(query: In<typeof aside.setAsideQuery>, actor: Actor): Out<typeof aside.setAsidePage>
  getSetAside(of: In<typeof aside.setAsideParams>, actor: Actor): Out<typeof aside.setAsideItem>
  /** Personal data as it came: the look-up is recorded (NF-18), and `reason-needed` of staff who give none. */
  getSetAsideRaw(
    of: Of<typeof aside.setAsideParams, typeof aside.setAsideRawQuery>,
    actor: Actor,
  ): Out<typeof aside.setAsideRaw>
  replaySetAside(body: In<typeof aside.replayBody>, actor: Actor): Out<typeof aside.replayed>
  /** `invalid-input` with `faults` by field; `wrong-state` of what is not set aside, or was not sent from outside. */
  correctSetAside(
    of: Of<typeof aside.setAsideParams, typeof aside.correctBody>,
    actor: Actor,
  ): Out<typeof aside.corrected>
  discardSetAside(
    of: Of<typeof aside.setAsideParams, typeof aside.discardBody>,
    actor: Actor,
  ): Out<typeof aside.setAsideItem>

  getReminder(of: In<typeof reminder.reminderParams>, actor: Actor): Out<typeof reminder.reminderView>
  listReminders(
    of: Of<typeof reminder.remindersParams, typeof reminder.remindersQuery>,
    actor: Actor,
  ): Out<typeof reminder.reminderPage>
  /** `reason-needed` as for all that concerns a customer; `wrong-state` when it has not left, or is never sent again (FP-12). */
  resendReminder(
    of: Of<typeof reminder.reminderParams, typeof reminder.resendBody>,
    actor: Actor,
  ): Out<typeof reminder.resent>
  /** `mandatory` when nothing of it may be blocked; `wrong-state` when there are too many. */
  askForBlock(
    of: Of<typeof block.blocksParams, typeof block.blockBody>,
    actor: Actor,
  ): Out<typeof block.blockView>
  listBlocksOf(of: In<typeof block.blocksParams>, actor: Actor): Out<typeof block.blockList>
  listBlocks(query: In<typeof block.blocksQuery>, actor: Actor): Out<typeof block.blockPage>
  /** `own-request` when the actor asked for it. */
  approveBlock(
    of: Of<typeof block.blockParams, typeof block.blockNote>,
    actor: Actor,
  ): Out<typeof block.blockView>
  refuseBlock(
    of: Of<typeof block.blockParams, typeof block.blockReason>,
    actor: Actor,
  ): Out<typeof block.blockView>
  /** Before its time, or before it was decided on; by whoever has opened the customer (`account`), or approves blocks. */
  liftBlock(
    of: Of<typeof block.blockParams, typeof block.blockReason> & { readonly account?: string },
    actor: Actor,
  ): Out<typeof block.blockView>
  explainAccount(
    of: Of<typeof explanation.explanationParams, typeof explanation.explanationQuery>,
    actor: Actor,
  ): Out<typeof explanation.decisionPage>
  /** `number` is E.164; the look-up is recorded (NF-18). */
  timeline(of: In<typeof timeline.timelineBody>, actor: Actor): Out<typeof timeline.timelineView>
  /** For good; `wrong-state` when it has been done, `not-found` when nobody is known there. */
  erasePerson(
    of: Of<typeof erasure.erasureParams, typeof erasure.erasureBody>,
    actor: Actor,
  ): Out<typeof erasure.erasureView>
  listErasures(query: In<typeof erasure.erasuresQuery>, actor: Actor): Out<typeof erasure.erasurePage>
  reconcile(actor: Actor): Out<typeof reconciliation>

  listPauses(actor: Actor): Out<typeof pause.pauseList>
  /** Pausing what is paused already answers with the pause that stands. */
  pause(body: In<typeof pause.pauseBody>, actor: Actor): Out<typeof pause.pauseView>
  /** Answers with the pause that was lifted; `not-found` when there was none. */
  resume(of: In<typeof pause.pauseParams>, actor: Actor): Out<typeof pause.pauseView>

  listVersions(query: In<typeof rulebook.versionsQuery>, actor: Actor): Out<typeof rulebook.versionPage>
  getVersion(of: In<typeof rulebook.versionParams>, actor: Actor): Out<typeof rulebook.versionView>
  getVersionFiles(of: In<typeof rulebook.versionParams>, actor: Actor): Out<typeof rulebook.versionFiles>
  /** `rulebook-faulty` with `places`; `wrong-state` when the version exists. */
  submitVersion(body: In<typeof rulebook.submitBody>, actor: Actor): Out<typeof rulebook.submitted>
  /** `own-submission` when the actor submitted it. */
  reviewVersion(
    of: Of<typeof rulebook.versionParams, typeof rulebook.reviewBody>,
    actor: Actor,
  ): Out<typeof rulebook.versionView>
  /** `dry-run-missing` when none of exactly its content has been finished. */
  publishVersion(
    of: Of<typeof rulebook.versionParams, typeof rulebook.publishBody>,
    actor: Actor,
  ): Out<typeof rulebook.versionView>
  /** In an emergency; the blast guard then leaves it alone, for it knows no measure. */
  publishUntried(
    of: Of<typeof rulebook.versionParams, typeof rulebook.untriedBody>,
    actor: Actor,
  ): Out<typeof rulebook.versionView>
  recallVersion(
    of: Of<typeof rulebook.versionParams, typeof rulebook.recallBody>,
    actor: Actor,
  ): Out<typeof rulebook.recalled>
  diffVersions(
    of: Of<typeof rulebook.versionParams, typeof rulebook.diffQuery>,
    actor: Actor,
  ): Out<typeof rulebook.versionDiff>

  listDryRuns(query: In<typeof dryRun.dryRunsQuery>, actor: Actor): Out<typeof dryRun.dryRunPage>
  getDryRun(of: In<typeof dryRun.dryRunParams>, actor: Actor): Out<typeof dryRun.dryRunView>
  /** `wrong-state` while it has none. */
  getDryRunResult(of: In<typeof dryRun.dryRunParams>, actor: Actor): Out<typeof dryRun.dryRunResult>
  /** `wrong-state` while another is under way; `rulebook-faulty` for files that do not load. */
  startDryRun(body: In<typeof dryRun.dryRunBody>, actor: Actor): Out<typeof dryRun.dryRunView>
  /** `wrong-state` when it has ended. */
  cancelDryRun(of: In<typeof dryRun.dryRunParams>, actor: Actor): Out<typeof dryRun.dryRunView>

  /** `invalid-input` for an event that intake would not take. */
  tryRules(body: In<typeof trial.tryBody>, actor: Actor): Out<typeof trial.ruleTrial>
  /** `reason-needed` unless the actor has opened the customer. */
  tryOnCustomer(
    of: Of<typeof trial.tryCustomerParams, typeof trial.tryCustomerBody>,
    actor: Actor,
  ): Out<typeof trial.ruleTrial>
  /** Keeps nothing; `busy` when too many ask at once. */
  checkDraft(body: In<typeof workbench.checkBody>, actor: Actor): Out<typeof workbench.checkedDraft>
  /** `not-found` when the draft has no such template, or nothing from which one is sent. */
  previewWording(body: In<typeof workbench.previewBody>, actor: Actor): Out<typeof workbench.preview>
  listSchemas(actor: Actor): Out<typeof workbench.schemaList>
  listNames(query: In<typeof workbench.namesQuery>, actor: Actor): Out<typeof workbench.nameList>
  listRules(actor: Actor): Out<typeof workbench.ruleList>
  /** `wrong-state` for a version that no longer loads. */
  completeness(
    of: Of<typeof rulebook.versionParams, typeof workbench.completenessQuery>,
    actor: Actor,
  ): Out<typeof workbench.completeness>

  listBlueprints(actor: Actor): Out<typeof blueprint.blueprintList>
  /** `not-found` when the version in force draws none. */
  getBlueprint(of: In<typeof blueprint.blueprintParams>, actor: Actor): Out<typeof blueprint.blueprintView>

  figures(query: In<typeof figure.figuresQuery>, actor: Actor): Out<typeof figure.figures>
  figuresToday(actor: Actor): Out<typeof figure.figuresToday>
  listAlarms(query: In<typeof alarm.alarmsQuery>, actor: Actor): Out<typeof alarm.alarmPage>
  listGateways(actor: Actor): Out<typeof gateway.gatewayList>
  /** Draining what is drained answers with the one who did it first. */
  drainGateway(
    of: Of<typeof gateway.gatewayParams, typeof gateway.drainBody>,
    actor: Actor,
  ): Out<typeof gateway.gatewayView>
  /** `wrong-state` when it is not drained. */
  resumeGateway(of: In<typeof gateway.gatewayParams>, actor: Actor): Out<typeof gateway.gatewayView>
  /** `wrong-state` of a gateway without a protocol; who begins to look is recorded. */
  traceGateway(
    of: Of<typeof gateway.gatewayParams, typeof gateway.traceQuery>,
    actor: Actor,
  ): Out<typeof gateway.traceView>
  listQueues(actor: Actor): Out<typeof gateway.queueList>

  operations(actor: Actor): Out<typeof operations>
  monitors(actor: Actor): Out<typeof monitors>

  held(actor: Actor): Out<typeof held.heldView>
  /** `wrong-state` when nothing is held, or a backup was restored and nothing has been compared. */
  releaseHeld(body: In<typeof held.releaseBody>, actor: Actor): Out<typeof held.heldView>
  withholdHeld(body: In<typeof held.withholdBody>, actor: Actor): Out<typeof held.heldView>
  compareHeld(body: In<typeof held.compareBody>, actor: Actor): Out<typeof held.compared>

  /** `wrong-state` while another run is under way. */
  startWhatIf(body: In<typeof whatIf.whatIfBody>, actor: Actor): Out<typeof whatIf.whatIfView>
  listWhatIfs(actor: Actor): Out<typeof whatIf.whatIfList>
  getWhatIf(of: In<typeof whatIf.whatIfParams>, actor: Actor): Out<typeof whatIf.whatIfView>
  /** `wrong-state` when it has ended. */
  cancelWhatIf(of: In<typeof whatIf.whatIfParams>, actor: Actor): Out<typeof whatIf.whatIfView>

  listKeys(actor: Actor): Out<typeof key.keyList>
  /** Makes the key from 32 random bytes by `keyText`, keeps only `keyHash`; `wrong-state` when the name is taken. */
  createKey(body: In<typeof key.keyBody>, actor: Actor): Out<typeof key.newKey>
  revokeKey(of: In<typeof key.keyParams>, actor: Actor): Out<typeof key.keyView>

  /** `sign-in-refused`, `code-needed`, `too-many-attempts`, `busy`; counted by name and by `address`. */
  signIn(
    body: In<typeof staff.signInBody> & { readonly address: string },
  ): Promise<(Omit<z.output<typeof staff.sessionView>, 'hasStage'> & { readonly token: string }) | Refusal>
  signOut(actor: StaffActor): Promise<void>
  signInWays(): Out<typeof staff.signInWays>
  /** Null where no provider is set up. */
  beginProviderSignIn(redirectUri: string): Promise<ProviderStart | SignInFailure | null>
  endProviderSignIn(came: ProviderReturn): Promise<{ readonly token: string } | SignInFailure>
  /** `weak-password`, and what `signIn` answers when `current` is wrong. Ends all other sessions. */
  changePassword(
    body: In<typeof staff.passwordBody> & { readonly address: string },
    actor: StaffActor,
  ): Promise<object | Refusal>
  secondFactor(body: In<typeof staff.totpBody>, actor: StaffActor): Out<typeof staff.totpView>

  listStaff(actor: Actor): Out<typeof staff.staffList>
  createStaff(body: In<typeof staff.staffBody>, actor: Actor): Out<typeof staff.newStaff>
  /** `wrong-state` when nobody who manages staff would be left. */
  changeStaff(
    of: Of<typeof staff.staffParams, typeof staff.staffChangeBody>,
    actor: Actor,
  ): Out<typeof staff.staffView>
  resetPassword(of: In<typeof staff.staffParams>, actor: Actor): Out<typeof staff.newPassword>

  /** `not-permitted` outside the actor's territories. */
  openCustomer(body: In<typeof customer.customerBody>, actor: Actor): Out<typeof customer.customerView>
  getCustomer(of: In<typeof customer.customerParams>, actor: Actor): Out<typeof picture.customerPicture>
  /** `not-found` for an event that is no change of plan. */
  comparePlanChange(
    of: In<typeof planChange.planChangeParams>,
    actor: Actor,
  ): Out<typeof planChange.planChangeView>
  /** `reason-needed` unless the actor has opened the customer, as for all that concerns one. */
  unmaskCustomer(
    of: Of<typeof customer.customerParams, typeof customer.unmaskBody>,
    actor: Actor,
  ): Out<typeof customer.unmasked>

  listAudit(query: In<typeof audit.auditQuery>, actor: Actor): Out<typeof audit.auditPage>
  checkAudit(query: In<typeof audit.auditCheckQuery>, actor: Actor): Out<typeof audit.auditCheck>

  /** Must not wait for a turn; the route gives it two seconds. */
  readiness(): Promise<z.output<typeof readiness>>
}

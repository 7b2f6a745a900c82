/** Each decision is looked at once more: what it gave reason to tell must be a row, and each row must have its reason. */
import type { Decided, ReminderSeen } from '../chronicle.ts'
import { type Casebook, wasRefused } from './casebook.ts'
import { dayText, day, startOf } from './civil.ts'
import { Past } from './past.ts'
import { type Case, checkRow, misinformed, owed } from './planning.ts'
import { wanted } from './rules.ts'
import { type Telling, tellingsOf } from './telling.ts'

export function checkDecisions(book: Casebook): void {
  for (const file of book.files) {
    const rows = Map.groupBy(file.rows, row => row.decision)
    let before = new Past(file.account, [])
    for (const entry of file.past.entries) {
      const past = new Past(file.account, [...before.entries, entry])
      checkDecision({ book, file, entry, past }, { before, rows: rows.get(entry.order) ?? [] })
      before = past
    }
  }
}

interface Found {
  readonly before: Past
  readonly rows: readonly ReminderSeen[]
}

function checkDecision(one: Case, { before, rows }: Found): void {
  const { entry, past } = one
  const must = [...tellingsOf({ entry, before, after: past }), ...ofTimer(one), ...ofCorrection(one, ['yes'])]
  const may = [...ofDebt(one), ...ofCorrection(one, ['maybe'])]
  const all = [...must, ...may]
  const left = [...rows]
  for (const telling of all) {
    const at = left.findIndex(row => isOf(row, telling))
    const [row] = at < 0 ? [] : left.splice(at, 1)
    if (row !== undefined) checkOne(one, telling, { all: must, row })
    else if (must.includes(telling)) missing(one, telling)
  }
  for (const row of left) {
    const isSecond = !wasRefused(row)
    one.book.blame(
      isSecond ? 'G2' : 'G9',
      entry.at,
      `${row.account} ${row.id}: nothing gave reason for it (${entry.type} ${entry.id})`,
    )
  }
}

const missing = ({ book, entry, file }: Case, { rule, line, limit }: Telling): void =>
  book.blame(
    'G8',
    entry.at,
    `${file.account} ${line}: no row of ${rule}${limit === null ? '' : ` ${limit}`} (${entry.type} ${entry.id})`,
  )

const isOf = (row: ReminderSeen, { rule, line, limit }: Telling): boolean =>
  row.rule === rule &&
  row.line === line &&
  (limit === null || (row.facts['event'] as { limit?: number }).limit === limit)

function checkOne(one: Case, telling: Telling, what: { all: readonly Telling[]; row: ReminderSeen }): void {
  const { book, entry, past } = one
  const { row } = what
  if (isMoot(entry, past)) {
    if (row.reason !== 'moot')
      book.blame('G9', entry.at, `${row.account} ${row.id}: ${row.reason ?? row.state}, but it was moot`)
  } else checkRow(one, telling, what)
  checkProof(one, row)
}

/** A moment whose reason has gone meanwhile. */
function isMoot(entry: Decided, past: Past): boolean {
  if (entry.type !== 'moment.due') return false
  const { rule, facts } = entry.body as { rule: string; facts: { event: Record<string, unknown> } }
  if (rule === 'validity') return past.validities().at(-1)?.untilDay !== facts.event['validUntil']
  return past.line(entry.line)?.isClosed === true
}

/** Moments and schedules that came due. */
function ofTimer({ entry, past }: Case): readonly Telling[] {
  const plain = { line: entry.line!, limit: null, bucket: null, notAfter: Infinity }
  if (entry.type === 'moment.due') {
    const { rule, facts } = entry.body as { rule: string; facts: { event: Record<string, unknown> } }
    const isValidity = rule === 'validity'
    const notAfter = isValidity ? startOf(String(facts.event['validUntil'])) + day : Infinity
    const key = isValidity ? null : `${rule}/${entry.line}`
    return [{ ...plain, rule, moment: entry.time, key, notAfter }]
  }
  if (entry.type !== 'schedule.due') return []
  const rule = String(entry.body['schedule'])
  const counter = past.usage(plain.line, 'plan')
  const isRunning = counter !== undefined && counter.from <= entry.at && entry.at < counter.until
  if (!isRunning || counter.allowance === 0 || past.line(plain.line)!.isClosed) return []
  if (rule === 'weekly' && past.choice(plain.line, 'weekly') !== 'ordered') return []
  return [{ ...plain, rule, moment: entry.time, key: `${rule}/${plain.line}/${dayText(entry.time)}` }]
}

function ofCorrection(one: Case, wantedAnswers: readonly string[]): readonly Telling[] {
  const { entry } = one
  if (entry.type !== 'usage.corrected') return []
  const bucket = String(entry.body['bucketId'])
  if (!wantedAnswers.includes(misinformed(one, bucket))) return []
  const moment = Math.min(entry.time, entry.at)
  const about = { rule: 'retracted', line: entry.line!, bucket, limit: null }
  return [{ ...about, moment, key: null, notAfter: Infinity }]
}

function ofDebt(one: Case): readonly Telling[] {
  const debt = owed(one)
  return debt === null ? [] : [debt]
}

/** Rule, version, template and inputs stand with every row, and its cause can be found (G9). */
function checkProof({ book, entry, past }: Case, row: ReminderSeen): void {
  const { setting } = book
  const inForce = setting.versions.findLast(({ from }) => from <= row.plannedAt)!.version
  const faults = [
    wanted[row.rule] === undefined && 'no such rule',
    row.version !== inForce && `version ${row.version}, in force was ${inForce}`,
    row.template !== row.rule && `template ${row.template}`,
    row.class !== wanted[row.rule]?.class && `class ${row.class}`,
    row.steps.length === 0 && 'no steps',
    row.plannedAt !== entry.at && 'planned at another time',
    (row.causeSource !== entry.source || row.causeId !== entry.id) &&
      `cause ${row.causeSource} ${row.causeId}`,
    !hasInputs(row, past) && 'inputs missing or wrong',
  ].filter(fault => fault !== false)
  for (const fault of faults) book.blame('G9', entry.at, `${row.account} ${row.id}: ${fault}`)
}

function hasInputs(row: ReminderSeen, past: Past): boolean {
  const { trigger, event, at, seen } = row.facts as Record<string, unknown>
  const account = (seen as { account?: { balanceMicroYuan?: unknown } } | undefined)?.account
  const isWhole = typeof trigger === 'string' && typeof event === 'object' && typeof at === 'number'
  return isWhole && (account?.balanceMicroYuan ?? null) === (past.balance()?.amount ?? null)
}

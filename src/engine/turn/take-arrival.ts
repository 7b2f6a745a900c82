/** A fact from outside: admitted, decided, and booked, whatever became of it (G8). */
import type { Account, Cold } from '../../core/account/account.ts'
import { recipientsIn } from '../../core/account/contact.ts'
import { shardOf } from '../../core/account/shard.ts'
import type { Arrival, Verdict } from '../../core/event/arrival.ts'
import type { AccountId, Event } from '../../core/event/event.ts'
import { replyPlace } from '../../store/reply.ts'
import type { DataKey } from '../../store/vault.ts'
import { aheadMaxMs, fromTheFuture, judgeRepetition, refuseOpening } from './admit.ts'
import { accountNow, decideEvent, keep, setAside, type Sheet } from './decide.ts'
import type { ArrivalItem, Holder } from './item.ts'
import { namePlace, numberPlace } from './load.ts'
import { bodyHashOf, eventOf, extensionsOf, rawPlace } from './personal.ts'
import { numberOf } from './resolve.ts'

export function takeArrival(sheet: Sheet, item: ArrivalItem): Verdict {
  const { gathering } = sheet
  const { source, time } = item.arrival
  if (item.seq === null) {
    gathering.tally('accepted', item.now)
    gathering.see(source, time, item.now)
  }
  const verdict = decideArrival(sheet, item)
  book(sheet, item, verdict)
  return verdict
}

function decideArrival(sheet: Sheet, item: ArrivalItem): Verdict {
  const { arrival, now } = item
  const refusal = sheet.refused.get(item)
  if (refusal !== undefined) return setAside(refusal.reason, refusal.note)
  if (fromTheFuture(item)) {
    return {
      state: 'set-aside',
      reason: 'from-the-future',
      note: `more than ${aheadMaxMs / 60_000} min ahead`,
    }
  }
  const holder = holderOf(sheet, item)
  if (holder === null) return { state: 'waiting' }
  const account = accountNow(sheet, holder.account)
  if (account.cold.lines.length === 0 && arrival.type !== 'line.opened') return { state: 'waiting' }
  const no = refuse(sheet, item, { account, holder })
  if (no !== null) return no
  const { codes } = sheet.parts.surroundingsAt(now).rulebook
  const event = eventOf(arrival, holder, codes)
  const answer = decideEvent(sheet, account, { event, now })
  if ('failed' in answer) return setAside('decision-failed', answer.failed)
  const bodyHash = bodyHashOf(sheet.parts.vault, arrival, holder)
  keep(sheet, answer.changes, { event, now, bodyHash, extensions: extensionsOf(arrival) })
  sheet.before.set(nameOf(event), { time: event.time, bodyHash })
  if (event.type === 'line.opened') keepOpening(sheet, item, { event, account })
  if (event.type === 'reply.received') keepReply(sheet, arrival, event)
  const { cold } = answer.changes.account
  if (cold.contacts !== account.cold.contacts)
    keepContacts(sheet, arrival, { before: account.cold, cold, event })
  return { state: 'decided' }
}

/** Of lines opened in this batch first: none can be older than what the directory knows. */
function holderOf({ resolution, openings }: Sheet, item: ArrivalItem): Holder | null {
  const subject = resolution.subjects.get(item)!
  if (subject.hash === null) return subject.holder
  return openings.find(subject.hash, item.arrival.time) ?? subject.holder
}

function refuse(sheet: Sheet, item: ArrivalItem, what: { account: Account; holder: Holder }): Verdict | null {
  const { account, holder } = what
  const { days, vault } = sheet.parts
  const { source, id, time } = item.arrival
  const candidate = {
    item,
    account,
    bodyHash: () => bodyHashOf(vault, item.arrival, holder),
    before: sheet.before.get(nameOf({ account: account.id, source, id })),
    records: sheet.records.get(item),
  }
  const repeated = judgeRepetition(candidate, days.from)
  if (repeated !== null) return repeated
  if (!days.fits(time)) {
    return {
      state: 'set-aside',
      reason: 'too-late-to-check',
      note: 'the journal has no room for another day',
    }
  }
  return refuseOpening(candidate, sheet.resolution, sheet.openings)
}

const nameOf = (event: {
  readonly account: AccountId
  readonly source: string
  readonly id: string
}): string => `${event.account}\0${event.source}\0${event.id}`

/** The number and the name go where personal data lives; an opening of a line that is known adds nothing. */
function keepOpening(
  sheet: Sheet,
  item: ArrivalItem,
  what: { readonly event: Event<'line.opened'>; readonly account: Account },
): void {
  const { gathering, openings, parts, resolution } = sheet
  const { event, account } = what
  const { line } = event.body
  if (account.cold.lines.some(known => known.id === line)) return
  const key = { shard: shardOf(account.id), account: account.id }
  const dataKey = keyFor(sheet, account.id, item)
  const { number, hash } = resolution.openings.get(item)!
  const numberEnc = parts.vault.seal(dataKey, number, numberPlace(account.id, line))
  gathering.directory.push({ ...key, hash, since: event.time, line, numberEnc })
  openings.add(hash, { account: account.id, line, since: event.time })
}

/** Under no key any more there is nothing to keep: the customer has been erased. */
function keepReply({ gathering, loaded, newKeys, parts }: Sheet, arrival: Arrival, event: Event): void {
  const { account, source, id, time } = event
  const key = newKeys.get(account) ?? loaded.keys.get(account)
  const place = replyPlace(account, source, id)
  const textEnc = key === undefined ? null : parts.vault.seal(key, String(arrival.data['text']), place)
  gathering.replies.push({ shard: shardOf(account), account, time, source, id, textEnc })
}

/** The core has said who is a contact now: whoever is new has this event's number, that of whoever is gone goes. */
function keepContacts(
  { gathering, loaded, newKeys, parts }: Sheet,
  arrival: Arrival,
  { before, cold, event }: { readonly before: Cold; readonly cold: Cold; readonly event: Event },
): void {
  const { account } = event
  const key = { shard: shardOf(account), account }
  const [were, are] = [recipientsIn(before), recipientsIn(cold)]
  for (const recipient of were.filter(name => !are.includes(name))) {
    gathering.contacts.set(`${account}/${recipient}`, { ...key, recipient })
  }
  const dataKey = newKeys.get(account) ?? loaded.keys.get(account)
  if (dataKey === undefined) return
  for (const recipient of are.filter(name => !were.includes(name))) {
    const number = numberOf(arrival)
    const hash = parts.vault.numberHash(number)
    const numberEnc = parts.vault.seal(dataKey, number, numberPlace(account, recipient))
    gathering.contacts.set(`${account}/${recipient}`, { ...key, recipient, hash, numberEnc })
  }
}

/** The customer's key; a new customer gets one, and a known one perhaps a name. */
function keyFor(sheet: Sheet, account: AccountId, item: ArrivalItem): DataKey {
  const { gathering, loaded, newKeys, parts } = sheet
  const known = newKeys.get(account) ?? loaded.keys.get(account)
  const name = item.arrival.data['name']
  const shard = shardOf(account)
  const seal = (key: DataKey): Uint8Array | null =>
    typeof name === 'string' ? parts.vault.seal(key, name, namePlace(account)) : null
  if (known !== undefined) {
    const nameEnc = seal(known)
    if (nameEnc !== null) gathering.names.push({ shard, account, nameEnc })
    return known
  }
  const { key, wrapped } = parts.vault.newKey(account)
  newKeys.set(account, key)
  gathering.persons.push({ shard, account, keyId: parts.vault.keyId, keyEnc: wrapped, nameEnc: seal(key) })
  return key
}

/** What stays of it beside its decision: a tally, or a row with its raw form. */
function book(sheet: Sheet, item: ArrivalItem, verdict: Verdict): void {
  const { gathering } = sheet
  if (verdict.state === 'duplicate') gathering.tally('duplicate', item.now)
  if (item.seq !== null) return bookReturned(sheet, item.seq, { item, verdict })
  if (verdict.state === 'decided' || verdict.state === 'duplicate') return
  const { source, id, type, time, subject } = item.arrival
  const account = subject.kind === 'account' ? subject.account : null
  gathering.asides.push({
    state: verdict.state,
    reason: verdict.state === 'set-aside' ? verdict.reason : null,
    note: verdict.state === 'set-aside' ? verdict.note : '',
    origin: 'outside',
    source,
    id,
    type,
    time,
    shard: account === null ? null : shardOf(account),
    account,
    numberHash: sheet.resolution.subjects.get(item)?.hash ?? null,
    raw: sheet.parts.vault.sealHouse(JSON.stringify(item.arrival), rawPlace(time)),
    since: item.now,
  })
}

/** One that still finds no line stays as it was. */
function bookReturned(sheet: Sheet, seq: number, what: { item: ArrivalItem; verdict: Verdict }): void {
  const { item, verdict } = what
  if (verdict.state === 'waiting') return
  const failed = verdict.state === 'set-aside' ? verdict : null
  const { gathering, refused } = sheet
  const returned = refused.has(item) ? gathering.refusedAgain : gathering.returned
  returned.push({
    seq,
    outcome: failed === null ? 'decided' : 'set-aside',
    reason: failed?.reason ?? null,
    note: failed?.note ?? '',
    at: item.now,
  })
}

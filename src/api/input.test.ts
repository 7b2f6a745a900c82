/** What comes in is checked before the desk is asked: the answer names the field and the remedy. */
import { afterAll, describe, expect, test } from 'vitest'
import type { Desk } from './desk.ts'
import { fakeDesk } from './fake-desk.ts'
import { scopes } from './keys.ts'
import { openTrial } from './trial.ts'

const asked: unknown[] = []
const trial = await openTrial({
  desk: new Proxy(fakeDesk(), {
    get:
      (desk, name: keyof Desk) =>
      (...of: [never, never]) => {
        asked.push(name)
        return desk[name](...of)
      },
  }),
})
afterAll(() => trial.api.close())

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) {
  asked.length = 0
  const headers = { authorization: `Bearer ${trial.key(...scopes)}` }
  const answer = await trial.api.inject(
    body === undefined ? { method, url, headers } : { method, url, headers, payload: body },
  )
  return {
    status: answer.statusCode,
    body: answer.body === '' ? null : answer.json(),
    headers: answer.headers,
  }
}

describe('input that is not as described', () => {
  test.each<['GET' | 'POST' | 'PATCH' | 'DELETE', string, object | undefined, string]>([
    [
      'GET',
      '/set-aside?reason=xyz',
      undefined,
      'query.reason: use one of from-the-future, too-late-to-check, conflict, unknown-line, too-many-lines, number-in-use, decision-failed, commit-refused',
    ],
    ['GET', '/set-aside?limit=201', undefined, 'query.limit: use at most 200'],
    ['GET', '/set-aside?limit=many', undefined, 'query.limit: send a whole number'],
    ['GET', '/set-aside?resaon=conflict', undefined, 'query.resaon: leave it out; did you mean "reason"?'],
    ['GET', '/set-aside/x', undefined, 'address.id: write digits'],
    [
      'GET',
      '/accounts/A17/decisions?from=yesterday',
      undefined,
      'query.from: write RFC 3339 with an offset, e.g. 2026-11-20T08:00:00+08:00',
    ],
    [
      'POST',
      '/timeline',
      { number: '057612345678' },
      'number: write +country and number, or the 11 digits of a mobile of mainland China',
    ],
    ['POST', '/timeline', { account: 'A17' }, ': send either "number", or "account" and "line"'],
    [
      'POST',
      '/pauses',
      { kind: 'all', value: 'rule-1', note: 'x' },
      'value: kind "all" has value "all", and no other kind has',
    ],
    ['POST', '/customers/open', { reason: { case: 'authenticated' } }, ': send either "number" or "account"'],
    [
      'POST',
      '/customers/open',
      { account: 'A1', reason: { case: 'judicial', note: ' ' } },
      'reason.note: say which order, partner or complaint it is',
    ],
    [
      'POST',
      '/staff',
      { name: 'Wang', roles: ['agent'] },
      'name: write small letters, digits, ".", "_" and "-", beginning with a letter, at most 40',
    ],
    [
      'PATCH',
      '/staff/wang',
      { territories: ['taizhou'] },
      'territories[0]: write province/NAME or city/NAME, such as city/taizhou',
    ],
    [
      'GET',
      '/figures?from=2026-11-20&until=2026-11-19',
      undefined,
      'query.until: "until" is the same day as "from" or a later one, and they are at most 400 days',
    ],
    [
      'GET',
      '/figures?from=2025-01-01&until=2026-11-19',
      undefined,
      'query.until: "until" is the same day as "from" or a later one, and they are at most 400 days',
    ],
    ['GET', '/figures?until=2026-11-19', undefined, 'query.from: add query.from'],
    ['POST', '/set-aside/replay', {}, ': send either "ids" or "reason"'],
    ['POST', '/set-aside/1/discard', { reason: 'a\u0000b' }, 'reason: write printable text'],
    [
      'POST',
      '/rulebook/versions',
      { note: 'x', files: { '../etc/passwd': '' } },
      'files.../etc/passwd: write a relative path with "/"',
    ],
    [
      'POST',
      '/keys',
      { name: 'x', scopes: ['root'] },
      'scopes[0]: use one of events:write, read, customers, unmask, assist, blocks:approve, export, operate, rulebook:write, rulebook:review, rulebook:try, audit, staff, erase, admin, stage',
    ],
  ])('%s %s names the field and the remedy', async (...[method, url, body, expected]) => {
    const answer = await ask(method, url, body)
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input'])
    expect(
      answer.body.faults.map(({ field, remedy }: { field: string; remedy: string }) => `${field}: ${remedy}`),
    ).toContain(expected)
    expect(asked).toEqual([])
  })
})

/** Running it: a server on the embedded database, and every other command through it; then without it. */
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkout, Place, until } from './kairos.ts'
import { ask, fact, left, messages, opening, query, serve, type Server } from './server.ts'

const place = new Place()
const listed = '+8613800138000'
writeFileSync(place.path('kairos.yaml'), 'sendTo: ["13800138000"]\n')

let server: Server
beforeAll(async () => {
  server = await serve(place)
})
afterAll(async () => {
  await server.started.stopped('SIGKILL')
  place.remove()
})

const say = async (...args: readonly string[]): Promise<string> => {
  const { code, out, errors } = await place.run(...args)
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code}: ${errors}`)
  return out
}
const refusal = async (code: number, ...args: readonly string[]): Promise<string> => {
  const ended = await place.run(...args)
  expect(ended).toMatchObject({ code, out: '' })
  return ended.errors
}
const post = (body: unknown) => ask({ ...server, place, path: '/events' }, body)

describe('facts come in, a message goes out, and each is explained', () => {
  it('says where it is and whom it sends to', () => {
    expect(server.started.out).toContain('sends to 1 listed number; stop it with Ctrl-C')
    expect(statSync(place.path('data', 'api-key')).mode & 0o777).toBe(0o600)
    expect(statSync(place.path('data', 'master.key')).mode & 0o777).toBe(0o600)
  })

  it('G11: a line opened under a listed number may be sent to at once, another not', async () => {
    expect(await post(opening('A1', '13800138000'))).toEqual({ status: 200, body: { state: 'decided' } })
    await post(opening('A2', '13800138001'))
    await post(query(listed))
    await post(query('+8613800138001'))
    expect(await left(place, 1)).toMatchObject([
      { number: listed, attempt: expect.stringContaining('A1/sensitive-query/') },
    ])
    expect(await say('explain', 'A2')).toContain('sensitive-query: not on the allow-list')
  })

  it('explain names rule, rulebook and inputs of a reminder (G9)', async () => {
    const account = await say('explain', 'A1')
    expect(account).toMatch(/query\.performed {2}\(test e-\d+\)\n {4}kind call-detail, channel app/)
    expect(account).toContain('sensitive-query: to be told')
    expect(account).not.toContain('reminder.due')
    expect(await say('explain', 'A1', '--all')).toContain('reminder.due')
    const [, id = ''] = /→ (A1\/sensitive-query\/\S+):/.exec(account) ?? []
    const reminder = await say('explain', id, '--lang', 'zh-CN')
    expect(reminder).toMatch(
      / {2}规则 +sensitive-query \(sensitive-query\), real-time, rulebook r-[0-9a-f]{12}, template/,
    )
    expect(reminder).toContain('event.kind call-detail')
    expect(reminder).toContain(messages(place)[0]?.text)
  })

  it('timeline tells it as a conversation, with what the handset said', async () => {
    const told = await until('the receipt', async () => {
      const text = await say('timeline', '13800138000')
      return text.includes('✓ delivered') ? text : null
    })
    expect(told).toMatch(/^A1 · A1-1 \(Beijing time\)\n.* · line\.opened /)
    expect(told).toContain(` → [sms] ${messages(place)[0]?.text}`)
    expect(told).toMatch(/ {3}✓ delivered: sensitive-query/)
  })

  it('reconcile balances, for people and for machines', async () => {
    expect(await say('reconcile')).toContain('events accepted 4 = decided 4 + duplicate 0 + set aside 0')
    expect(await place.json('reconcile')).toMatchObject({ holds: true, events: { accepted: 4 } })
  })

  it('what is not there is told in one line, with exit code 1', async () => {
    expect(await refusal(1, 'explain', 'NOPE')).toBe('kairos: no event of an account NOPE is known\n')
    expect(await refusal(1, 'explain', 'A1/nope')).toBe('kairos: no reminder has the id A1/nope\n')
    expect(await refusal(1, 'timeline', '13800138009')).toContain('nobody holds this number')
    expect(await refusal(2, 'timeline', 'abc')).toContain('number: has not the right form; write +country')
  })
})

describe('the figures, the feed and the state of the engine', () => {
  const get = async (path: string) => (await ask({ ...server, place, path })).body

  it('the figures are those of what has happened, also when midnight passes meanwhile (NF-02)', async () => {
    const { today, yesterday } = await get('/figures/today')
    const span = `from=${(yesterday as { day: string }).day}&until=${(today as { day: string }).day}`
    const { total } = await get(`/figures?${span}`)
    expect(total).toMatchObject({ triggered: 2, sent: 1, parts: 1, delivered: 1, withheld: 1 })
    const byReason = await get(`/figures?${span}&by=reason`)
    expect(byReason['items']).toEqual([{ reason: 'not-allowed', withheld: 1 }])
  })

  it('the feed tells of a message as it leaves, not to whom', async () => {
    const leave = new AbortController()
    const headers = { authorization: `Bearer ${place.read('data', 'api-key').trim()}` }
    const answer = await fetch(`${server.url}/live`, { headers, signal: leave.signal })
    const before = messages(place).length
    await post(query(listed))
    let said = ''
    const decoder = new TextDecoder()
    for await (const chunk of answer.body!) {
      said += decoder.decode(chunk, { stream: true })
      if (said.includes('"state":"attempted"') && said.includes('event: figures')) break
    }
    leave.abort()
    expect(said).toContain('"touchpoint":"sensitive-query","rule":"sensitive-query","channel":"sms"')
    expect(said).not.toMatch(/13800138000|A1/)
    await left(place, before + 1)
  })

  it('queues, gateways and operations answer; a drained gateway is shown', async () => {
    expect(await get('/queues')).toMatchObject({ items: [] })
    expect(await get('/operations')).toMatchObject({
      agendaOverdue: 0,
      database: { kind: 'embedded' },
      rulebookVersion: expect.stringMatching(/^r-/) as string,
      node: expect.stringMatching(/^v\d+/) as string,
    })
    const headers = {
      authorization: `Bearer ${place.read('data', 'api-key').trim()}`,
      'content-type': 'application/json',
    }
    const step = (name: string, body: object) =>
      fetch(`${server.url}/gateways/log-sms/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect((await step('drain', { note: 'maintenance' })).status).toBe(200)
    const { items } = (await get('/gateways')) as { items: readonly { name: string; drained: unknown }[] }
    expect(items.find(({ name }) => name === 'log-sms')?.drained).toMatchObject({ note: 'maintenance' })
    expect((await step('resume', {})).status).toBe(200)
    expect((await step('resume', {})).status).toBe(409)
  })
})

describe('the stop button (G12)', () => {
  it('a rule that is stopped holds its messages; resumed, they leave', async () => {
    expect(await say('pause')).toBe('nothing is stopped\n')
    const stopped = await say('pause', 'rule', 'sensitive-query', '--note', 'wrong texts')
    expect(stopped).toMatch(/^stopped: rule sensitive-query, since .* by owner-[0-9a-f]{6}: wrong texts\n$/)
    await post(query(listed))
    expect(await say('timeline', '13800138000')).toMatch(/… sensitive-query: planned for /)
    expect(await say('pause')).toContain('rule sensitive-query, since ')
    const before = messages(place).length
    expect(await say('resume', 'rule', 'sensitive-query')).toMatch(/^goes on: rule sensitive-query/)
    await left(place, before + 1)
  })

  it('a slip of the pen is no success', async () => {
    expect(await refusal(1, 'pause', 'rule', 'sensitive-qery', '--note', 'x')).toContain(
      'there is no rule sensitive-qery; did you mean "sensitive-query"?',
    )
    expect(await refusal(2, 'pause', 'scope', 'taizhou', '--note', 'x')).toContain(
      'province/NAME or city/NAME',
    )
    expect(await refusal(2, 'pause', 'rule', 'sensitive-query')).toContain('--note')
    expect(await refusal(1, 'resume', 'all')).toBe('kairos: nothing is stopped as a whole\n')
  })
})

describe('the life of a rulebook version, with two keys', () => {
  let version = ''
  beforeAll(() => {
    cpSync(join(checkout, 'rulebook'), place.path('mine'), { recursive: true })
    const file = place.path('mine', 'touchpoints', '07-sensitive-query.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/useful-for: \S+/, 'useful-for: PT11H'))
  })

  it('diff shows what a reader would see change', async () => {
    expect(await say('rulebook', 'check', 'mine')).toMatch(/^r-[0-9a-f]{12}: /)
    const told = await say('rulebook', 'diff', 'mine')
    expect(told).toMatch(/Rules\n~ sensitive-query\n +usefulForMs: \d+ → 39600000/)
  })

  it('who submitted it cannot review it; the holder of another key can', async () => {
    const submitted = await say('rulebook', 'submit', 'mine', '--note', 'of use for less long')
    version = /^r-[0-9a-f]{12}/.exec(submitted)?.[0] ?? ''
    expect(submitted).toContain(`kairos rulebook review ${version} --key-file FILE`)
    expect(await say('rulebook', 'diff', version)).toContain('→ 39600000')
    expect(await say('rulebook', 'diff', 'mine', version)).toContain(`${version} → r-`)
    expect(await say('rulebook', 'diff', join(checkout, 'rulebook'), version)).toContain('39600000 → ')
    expect(await say('rulebook', 'diff', version, join(checkout, 'rulebook'))).toContain('→ 39600000')
    expect(await refusal(1, 'rulebook', 'diff', 'mine', 'r-nope')).toContain('no rulebook version r-nope')
    expect(await refusal(2, 'rulebook', 'diff', 'mine', './nowhere')).toContain('is not a folder')
    expect(await refusal(1, 'rulebook', 'submit', 'mine', '--note', 'again')).toContain('submitted already')
    expect(await refusal(4, 'rulebook', 'review', version)).toContain('somebody else than the submitter')
    expect(await refusal(1, 'rulebook', 'publish', version)).toContain('only a reviewed version')
    await say('key', 'create', 'li', '--scopes', 'read', 'rulebook:review', '--out', 'li.key')
    expect(statSync(place.path('li.key')).mode & 0o777).toBe(0o600)
    expect(await say('rulebook', 'review', version, '--key-file', 'li.key')).toContain('reviewed by li')
    expect(await refusal(4, 'rulebook', 'publish', version, '--key-file', 'li.key')).toContain(
      'This caller may not do this: it needs scope rulebook:write',
    )
    expect(await refusal(1, 'rulebook', 'publish', version)).toContain(
      `${version}: no dry run of exactly this content has been finished: kairos rulebook dry-run ${version}`,
    )
  })

  it('a dry run shows what it would change, of a folder and of a version; then it can be published', async () => {
    const of = await say('rulebook', 'dry-run', 'mine', '--sample', '1')
    expect(of).toMatch(/^Dry run r-[0-9a-f]{12}, against r-[0-9a-f]{12}: /)
    expect(of).toMatch(/\n1 \/ 2 accounts sampled\n/)
    const ran = await place.run('rulebook', 'dry-run', version, '--json')
    expect(ran.errors).toBe('')
    const result = JSON.parse(ran.out) as { accounts: number; total: { before: { messages: number } } }
    expect(result).toMatchObject({ accounts: 2, startIncomplete: 0, run: { version, state: 'finished' } })
    expect(result.total.before.messages).toBeGreaterThan(0)
    expect(await say('rulebook', 'dry-run', version, '--lang', 'zh-CN')).toContain('2 / 2 抽样账户')
    expect(await refusal(1, 'rulebook', 'dry-run', 'r-nope')).toContain('no rulebook version r-nope')
    expect(await refusal(2, 'rulebook', 'dry-run', version, '--sample', '0')).toContain('a whole number')
    const late = '2999-01-01'
    expect(await refusal(2, 'rulebook', 'dry-run', version, '--from', late)).toContain('the journal ends at')
    expect(await say('rulebook', 'publish', version)).toContain('published, in force')
  })

  it('try shows what an event would lead to, for somebody invented or for a customer', async () => {
    const event = { ...query(listed), type: 'query.performed' }
    writeFileSync(place.path('event.json'), JSON.stringify(event))
    const by = ['rulebook', 'try', 'mine', '--event', 'event.json'] as const
    const told = await say(...by, '--brand', 'gotone', '--plan', 'gotone-88')
    expect(told).toMatch(/sensitive-query: to be told/)
    expect(told).toMatch(/\n {2}en \(\d parts?\): .*Someone viewed your call and data records/)
    expect(told).toMatch(/\n {2}zh-CN \(\d parts?\): /)
    const planned = messages(place).length
    const on = await place.run(
      'rulebook',
      'try',
      version,
      '--event',
      'event.json',
      '--account',
      'A1',
      '--json',
    )
    expect(JSON.parse(on.out)).toMatchObject({
      version,
      reminders: [{ rule: 'sensitive-query', state: 'planned' }],
    })
    expect(messages(place)).toHaveLength(planned)
    writeFileSync(place.path('event.json'), JSON.stringify({ ...event, type: 'query.preformed' }))
    expect(await refusal(2, ...by, '--plan', 'gotone-88')).toContain('type: ')
  })

  it('recalled, what it had planned is withheld, and the one before is in force again', async () => {
    await say('pause', 'rule', 'sensitive-query', '--note', 'holding')
    await post(query(listed))
    expect(await say('rulebook', 'recall', version, '--reason', 'a wrong word')).toMatch(
      /recalled.*\n\d+ planned reminders will be withheld when they fall due/,
    )
    const before = messages(place).length
    await say('resume', 'rule', 'sensitive-query')
    await until('the withheld reminder', async () =>
      (await say('timeline', '13800138000')).includes('✗ sensitive-query: rule recalled') ? true : null,
    )
    expect(messages(place)).toHaveLength(before)
    await post(query(listed))
    await left(place, before + 1)
    const list = await say('rulebook', 'list')
    expect(list.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(new RegExp(`^${version} {2}recalled`)),
      expect.stringMatching(/^r-[0-9a-f]{12} {2}published, in force/),
    ])
    // The same content may be submitted anew, under a name of its own.
    expect(await say('rulebook', 'submit', 'mine', '--note', 'again')).toContain(`${version}.2  draft`)
  })

  it('a revoked key opens nothing; the last one that makes keys cannot be revoked', async () => {
    expect(await say('key', 'revoke', 'li')).toContain('revoked')
    await until('the refusal', async () =>
      (await place.run('pause', '--key-file', 'li.key')).code === 4 ? true : null,
    )
    expect(await refusal(4, 'pause', '--key-file', 'li.key')).toContain(
      'the key in li.key is not one of this database',
    )
    const [owner = ''] = /owner-[0-9a-f]{6}/.exec(await say('key', 'list')) ?? []
    expect(await refusal(1, 'key', 'revoke', owner)).toContain('the last key that may make keys')
  })
})

describe('one data folder, one engine', () => {
  it('a second server is refused, and so is one on the same port', async () => {
    expect(await refusal(3, 'serve', '--port', '0')).toMatch(
      /data\/database is in use by process \d+; stop it/,
    )
    const { port } = new URL(server.url)
    expect(await refusal(3, 'serve', '--port', port, '--data', 'other')).toContain(`port ${port} is in use`)
  })

  it('stopped, it says nothing more; the other commands then open the data themselves', async () => {
    const ended = await server.started.stopped()
    expect(ended).toMatchObject({ code: 0, signal: null })
    expect(await say('reconcile')).toContain('✓ the books balance')
    expect(await say('rulebook', 'dry-run', 'mine')).toMatch(/\n2 \/ 2 accounts sampled\n/)
    await say('pause', 'all', '--note', 'over night')
    server = await serve(place)
    const before = messages(place).length
    await post(query(listed))
    expect(await say('pause')).toContain('all, since ')
    expect(messages(place)).toHaveLength(before)
    await say('resume', 'all')
    await left(place, before + 1)
  })

  it('the key of another database is told as such', async () => {
    const mine = place.read('data', 'api-key')
    writeFileSync(place.path('data', 'api-key'), `kairos_${'A'.repeat(43)}\n`)
    expect(await refusal(4, 'reconcile')).toContain('remove the file, and the next start makes a new one')
    writeFileSync(place.path('data', 'api-key'), mine)
  })

  it('a fact that cannot be is refused, with what to mend', async () => {
    const { status, body } = await post(fact('query.performed', 'tel:+8613800138000', { kind: 'gossip' }))
    expect(status).toBe(400)
    expect(body['faults']).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'data.kind' })]))
  })
})

/** What staff decide: events set aside are tried again or given up, a person is erased; with a server and without. */
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSchema } from '../postgres/schema.ts'
import { Place, until } from './kairos.ts'
import { ask, left, opening, query, serve, type Server } from './server.ts'

const databases = ['the embedded database', 'a PostgreSQL server'] as const
const [first, second] = ['+8613800138000', '+8613800138001']

describe.each(databases)('on %s', name => {
  let place: Place
  let server: Server
  let drop: () => Promise<void> = async () => undefined
  beforeAll(async () => {
    if (name === databases[0]) place = new Place()
    else {
      const schema = await makeSchema()
      place = new Place({ DATABASE_URL: schema.url, KAIROS_SCHEMA: schema.schema })
      drop = schema.drop
    }
    writeFileSync(place.path('kairos.yaml'), `sendTo: ["${first}", "${second}"]\n`)
    server = await serve(place)
  })
  afterAll(async () => {
    await server.started.stopped('SIGKILL')
    place.remove()
    await drop()
  })

  const say = async (...args: readonly string[]): Promise<string> => {
    const { code, out, errors } = await place.run(...args)
    if (code !== 0) throw new Error(`${args.join(' ')}: ${code}: ${errors}${out}`)
    return out
  }
  const refusal = async (code: number, ...args: readonly string[]): Promise<string> => {
    const ended = await place.run(...args)
    expect(ended).toMatchObject({ code, out: '' })
    return ended.errors
  }
  const post = (body: unknown) => ask({ ...server, place, path: '/events' }, body)
  /** Set aside as from the future, until then. */
  const aheadMs = 10 * 60_000 + 8_000
  let early = ''
  let lost = ''

  it('what was set aside is listed by reason, state and time, and shown', async () => {
    await post(opening('A1', first))
    await post(opening('A2', second))
    const later = new Date(Date.now() + aheadMs).toISOString()
    const never = new Date(Date.now() + 10 * 3_600_000).toISOString()
    for (const time of [later, never])
      expect((await post({ ...query(second), time })).body).toMatchObject({
        state: 'set-aside',
        reason: 'from-the-future',
      })
    await post(query('+8613800138009'))
    const { items } = await place.json<{ items: readonly { id: string; time: string }[] }>('aside', 'list')
    expect(items.map(({ time }) => time)).toEqual([never, later])
    ;[lost, early] = items.map(({ id }) => id) as [string, string]
    const [head, what] = (await say('aside', 'list', '--limit', '1')).split('\n')
    expect(head).toMatch(new RegExp(`^${lost}  \\d{4}-.* set aside: dated ahead of now$`))
    expect(what).toMatch(/^ {4}query\.performed {2}\(test e-\d+, /)
    expect(await say('aside', 'list', '--lang', 'zh-CN')).toContain('搁置: 时间在未来')
    expect(await say('aside', 'list', '--state', 'waiting')).toContain('waiting for its line')
    expect(await say('aside', 'list', '--reason', 'conflict')).toBe('set aside: none\n')
    expect(await say('aside', 'list', '--since', '2099-01-01')).toBe('set aside: none\n')
    expect(await say('aside', 'list', '--since', '2020-01-01')).toContain(lost)
    expect(await say('aside', 'show', lost)).not.toContain(second)
    expect(await say('aside', 'show', lost, '--raw')).toContain(`"number": "${second}"`)
  })

  it('a slip of the pen is no success', async () => {
    expect(await refusal(1, 'aside', 'show', '999')).toBe('kairos: no event was set aside under 999\n')
    expect(await refusal(2, 'aside', 'list', '--reason', 'lost')).toContain('Allowed choices')
    expect(await refusal(2, 'aside', 'list', '--since', 'monday')).toContain('write 2026-11-20')
    expect(await refusal(2, 'aside', 'replay')).toContain('say which: their ids, or --reason')
    expect(await refusal(2, 'aside', 'discard', lost)).toContain('--reason')
  })

  it('replayed, what still cannot be is set aside again, and that is no success; discarded, it is gone', async () => {
    expect(await place.run('aside', 'replay', lost, '999')).toMatchObject({
      code: 1,
      out: 'decided 0 · duplicate 0 · set aside again 1 · not set aside 1\n',
    })
    const gone = await say('aside', 'discard', lost, '--reason', 'of a test')
    expect(gone).toMatch(/ discarded: dated ahead of now\n.*\n {4}owner-[0-9a-f]{6}: of a test\n$/)
    expect(await refusal(1, 'aside', 'discard', lost, '--reason', 'again')).toContain('it is discarded')
    expect(await say('aside', 'list')).not.toContain(`${lost}  `)
  })

  it('a person is erased by whoever may, and says so', async () => {
    await post(query(first))
    await left(place, 1)
    await say('pause', 'all', '--note', 'so that one is still to be sent')
    await post(query(first))
    expect(await refusal(2, 'erase', 'A1')).toContain('--reason')
    expect(await refusal(2, 'erase', 'A1', '--reason', 'case 7')).toContain('add --yes if you are sure')
    await say('key', 'create', 'li', '--scopes', 'read', 'operate', '--out', 'li.key')
    const asLi = ['--reason', 'x', '--yes', '--key-file', 'li.key'] as const
    expect(await refusal(4, 'erase', 'A1', ...asLi)).toContain(
      'it needs scope erase: erase a person for good',
    )
    expect(await refusal(1, 'erase', 'NOPE', '--reason', 'x', '--yes')).toContain('nobody is known under')
    if (name !== databases[0]) {
      // From another folder, where nothing tells of the server: only its leases do.
      const away = ['erase', 'A1', '--reason', 'x', '--yes', '--data', 'away', '--key-file', 'data/api-key']
      const ended = await place.start(away, { KAIROS_MASTER_KEY_FILE: 'data/master.key' }).ended
      expect(ended).toMatchObject({ code: 1, out: '' })
      expect(ended.errors).toContain(
        'an engine elsewhere is at work on this database (it holds log-sms, log-staff-call, log-voice)',
      )
    }
    const told = await say('erase', 'A1', '--reason', 'case 7', '--yes')
    expect(told).toMatch(
      /^\d{4}-.*  A1  person erased \(owner-[0-9a-f]{6}: case 7\): numbers 1 · texts 1 · set aside 0 · withheld 1\n$/,
    )
    expect(await refusal(1, 'erase', 'A1', '--reason', 'x', '--yes')).toContain('A1 was erased already')
    await say('resume', 'all')
  })

  it('afterwards nobody is found by the number, texts are blank, and everything says why; the books balance', async () => {
    expect(await refusal(1, 'timeline', first)).toContain('or whoever held it was erased')
    const account = await say('explain', 'A1')
    expect(account).toMatch(/^the person behind this account was erased \(kairos erase --list says why\): /)
    expect(account).toContain('withheld, person erased')
    const [, id = ''] = /→ (A1\/sensitive-query\/\S+): (?:sent|delivered)/.exec(account) ?? []
    expect(await say('explain', id)).toMatch(/^the person behind this account was erased(.*\n)*.*\(blanked\)/)
    expect((await post(query(first))).body).toMatchObject({ state: 'waiting' })
    expect(await say('reconcile')).toContain('✓ the books balance')
    expect(await left(place, 1)).toHaveLength(1)
  })

  it('without a server, the same commands do it themselves', async () => {
    expect(await server.started.stopped()).toMatchObject({ code: 0 })
    await until('its moment', async () =>
      (await place.run('aside', 'replay', early)).code === 0 ? true : null,
    )
    const { items } = await place.json<{ items: readonly { id: string }[] }>(
      ...['aside', 'list', '--state', 'replayed'],
    )
    expect(items.map(({ id }) => id)).toEqual([early])
    expect(await say('explain', 'A2')).toContain('sensitive-query: to be told')
    expect(await say('erase', 'A2', '--reason', 'case 8', '--yes')).toContain(
      'texts 0 · set aside 0 · withheld 1',
    )
    expect(await refusal(1, 'timeline', second)).toContain('was erased')
    const list = (await say('erase', '--list')).trim().split('\n')
    expect(list).toEqual([expect.stringContaining('case 8'), expect.stringContaining('case 7')])
    expect(await place.json('erase', '--list')).toMatchObject({
      items: [{ account: 'A2' }, { account: 'A1' }],
    })
    expect(await say('reconcile')).toContain('✓ the books balance')
  })
})

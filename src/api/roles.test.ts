/** Role × route (NF-18): each route is asked without credentials, and as each role. A new route needs a line here. */
import { afterAll, describe, expect, it } from 'vitest'
import { scopes } from './keys.ts'
import { isRole, type Role, roleMeanings, roles, scopesOf } from './roles.ts'
import { LiveHub } from './live-hub.ts'
import { openTrial } from './trial.ts'

// Whoever may listen is turned away because the house is full: a feed would not end.
const trial = await openTrial({ hub: new LiveHub('none', { listenersMax: 0 }) })
afterAll(() => trial.api.close())

const everyone = 'viewer agent editor reviewer operator auditor administrator'
const nobody = ''

/** Who may, route by route: the table that `docs/roles.md` is held against. */
const permitted: Readonly<Record<string, string>> = {
  'POST /events': nobody,
  'GET /set-aside': everyone,
  'GET /set-aside/:id': everyone,
  'GET /set-aside/:id/raw': 'administrator',
  'POST /set-aside/replay': 'operator',
  'POST /set-aside/:id/replay': 'operator',
  'POST /set-aside/:id/discard': 'operator',
  'POST /set-aside/:id/correct': 'administrator',
  'POST /customers/open': 'agent',
  'GET /customers/:account': 'agent',
  'GET /customers/:account/plan-changes/:eventId': 'agent',
  'GET /customers/:account/blocks': 'agent',
  'POST /customers/:account/blocks': 'agent',
  'POST /customers/:account/blocks/:id/lift': 'agent',
  'GET /blocks': 'reviewer',
  'POST /blocks/:id/approve': 'reviewer',
  'POST /blocks/:id/refuse': 'reviewer',
  'POST /blocks/:id/lift': 'reviewer',
  'POST /customers/:account/unmask': 'agent',
  'GET /accounts/:account/decisions': 'agent',
  'GET /accounts/:account/reminders': 'agent',
  'GET /reminders/:id': 'agent',
  'POST /reminders/:id/resend': 'agent',
  'POST /timeline': 'agent',
  'POST /accounts/:account/erase': 'administrator',
  'GET /erasures': everyone,
  'GET /rulebook/versions': everyone,
  'GET /rulebook/versions/:version': everyone,
  'GET /rulebook/versions/:version/files': everyone,
  'GET /rulebook/versions/:version/diff': everyone,
  'POST /rulebook/versions': 'editor',
  'POST /rulebook/versions/:version/review': 'reviewer',
  'POST /rulebook/versions/:version/publish': 'editor',
  'POST /rulebook/versions/:version/publish-untried': 'reviewer',
  'POST /rulebook/versions/:version/recall': 'editor',
  'GET /rulebook/dry-runs': everyone,
  'GET /rulebook/dry-runs/:id': everyone,
  'GET /rulebook/dry-runs/:id/result': 'editor reviewer',
  'POST /rulebook/dry-runs': 'editor reviewer',
  'POST /rulebook/try': 'editor reviewer',
  'POST /customers/:account/try': 'agent',
  'POST /rulebook/dry-runs/:id/cancel': 'editor reviewer',
  'POST /rulebook/check': 'editor',
  'POST /rulebook/preview': 'editor',
  'GET /rulebook/schemas': everyone,
  'GET /rulebook/names': everyone,
  'GET /rulebook/rules': everyone,
  'GET /rulebook/versions/:version/completeness': everyone,
  'GET /pauses': everyone,
  'POST /pauses': 'operator',
  'DELETE /pauses/:kind/:value': 'operator',
  'GET /alarms': everyone,
  'GET /figures': everyone,
  'GET /figures/today': everyone,
  'GET /live': everyone,
  'GET /operations': everyone,
  'GET /queues': everyone,
  'POST /what-if': 'operator',
  'GET /what-if': everyone,
  'GET /what-if/:id': everyone,
  'DELETE /what-if/:id': 'operator',
  'GET /held': everyone,
  'GET /monitors': everyone,
  'POST /held/release': 'operator',
  'POST /held/withhold': 'operator',
  'POST /held/compare': 'operator',
  'POST /gateways/:name/drain': 'operator',
  'POST /gateways/:name/resume': 'operator',
  'GET /gateways/:name/trace': 'operator',
  'GET /blueprints': everyone,
  'GET /blueprints/:touchpoint': everyone,
  'GET /gateways': everyone,
  'GET /reconcile': everyone,
  'GET /session': everyone,
  'DELETE /session': everyone,
  'POST /session/password': everyone,
  'POST /session/totp': everyone,
  'GET /staff': 'administrator',
  'POST /staff': 'administrator',
  'PATCH /staff/:name': 'administrator',
  'POST /staff/:name/password': 'administrator',
  'GET /keys': 'administrator',
  'POST /keys': 'administrator',
  'DELETE /keys/:name': 'administrator',
  'GET /audit': 'auditor administrator',
  'GET /audit/check': 'auditor administrator',
  'GET /stage': 'agent operator administrator',
  'POST /stage/customers': 'agent operator administrator',
  'POST /stage/wait': 'agent operator administrator',
  'GET /stage/customers/:account': 'agent operator administrator',
  'POST /stage/customers/:account/happenings': 'agent operator administrator',
  'PUT /stage/customers/:account/phone': 'agent operator administrator',
  'POST /stage/customers/:account/messages': 'agent operator administrator',
  'GET /readyz': everyone,
  'GET /metrics': everyone,
  'GET /openapi.json': everyone,
}

/** They ask for no credentials at all. */
const open = [
  'GET /healthz',
  'POST /session',
  'GET /session/ways',
  'GET /session/oidc',
  'GET /session/oidc/callback',
]

const routes = trial.api.routeTable.all
  .filter(({ method }) => method !== 'HEAD')
  .map(({ method, url }) => ({ name: `${method} ${url}`, method: method as 'GET', url }))
const guarded = routes.filter(({ name }) => !open.includes(name))

const ask = ({ method, url }: (typeof routes)[number], headers: Record<string, string>) =>
  trial.api.inject({
    method,
    url: url.replaceAll(/:\w+/g, 'x1'),
    headers: { 'content-type': 'application/json', ...headers },
    payload: '{}',
  })

it('NF-18: every route is in the table, and nothing else', () => {
  expect(Object.keys(permitted).toSorted()).toEqual(guarded.map(({ name }) => name).toSorted())
})

describe.each(guarded)('NF-18: $name', route => {
  it('is closed to whoever brings nothing', async () => {
    const answer = await ask(route, {})
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'not-authenticated'])
  })

  it.each(roles)('as %s', async role => {
    const answer = await ask(route, { ...trial.staff(role) })
    const may = permitted[route.name]!.split(' ').includes(role)
    if (may) expect([401, 403]).not.toContain(answer.statusCode)
    else expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-permitted'])
  })

  it('is closed to whoever must change their password first', async () => {
    const answer = await ask(route, { ...trial.staff('administrator', { mustChangePassword: true }) })
    const stays = ['GET /session', 'DELETE /session', 'POST /session/password'].includes(route.name)
    if (stays) expect([401, 403]).not.toContain(answer.statusCode)
    else expect([answer.statusCode, answer.json().code]).toEqual([403, 'password-change-needed'])
  })
})

describe('roles', () => {
  it('FP-10: nobody who lets others in, writes rules or watches sees customers', () => {
    const seeing = roles.filter(role =>
      scopesOf([role]).some(scope => ['customers', 'unmask'].includes(scope)),
    )
    expect(seeing).toEqual(['agent'])
  })

  it('several together open what each does, once', () => {
    expect(scopesOf(['editor', 'reviewer']).toSorted()).toEqual([
      'blocks:approve',
      'read',
      'rulebook:review',
      'rulebook:try',
      'rulebook:write',
    ])
    expect(scopesOf([])).toEqual([])
  })

  it('every scope but sending facts is of some role', () => {
    const given = new Set<string>(roles.flatMap(role => roleMeanings[role].scopes))
    expect(scopes.filter(scope => !given.has(scope))).toEqual(['events:write'])
  })

  it('a name that is none is none', () => {
    expect(['agent', 'root', 'toString'].map(isRole)).toEqual([true, false, false])
    expect(roles.every((role: Role) => isRole(role))).toBe(true)
  })
})

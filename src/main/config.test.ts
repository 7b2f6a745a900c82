import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { oidcSettings } from './oidc-config.ts'
import { smppGateway, tlsSettings } from './smpp-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function file(text: string): string {
  const path = join(folder, `${(files += 1)}.yaml`)
  writeFileSync(path, text)
  return path
}

const smpp = 'name: a, driver: smpp, host: h, systemId: k, sender: {address: "10086"}'

const page = readFileSync(new URL('../../docs/gateways.md', import.meta.url), 'utf8')

describe('docs/gateways.md', () => {
  const settings = [...Object.keys(smppGateway({}).shape), ...Object.keys(tlsSettings.shape)]
  it.each(settings)('tells what %s means', setting => {
    expect(page).toMatch(new RegExp(`^\\|.*\`${setting}\`.*\\|`, 'm'))
  })

  it('shows settings that can be read', () => {
    const [, example] = /```yaml\n(gateways:.*?)```/s.exec(page)!
    expect(readConfig({}, file(example!)).gateways).toMatchObject([
      { driver: 'smpp', port: 3550, tls: { caFile: '/etc/kairos/centre-ca.pem' } },
    ])
  })
})

describe('a provider of identities', () => {
  const oidc = (text: string) => () => readConfig({}, file(`staff: { oidc: { ${text} } }`))
  const least = 'issuer: https://id.example.com, clientId: kairos'

  it('docs/staff.md shows settings that can be read', () => {
    const staff = readFileSync(new URL('../../docs/staff.md', import.meta.url), 'utf8')
    const [, example] = /```yaml\n(staff:\n  oidc:.*?)```/s.exec(staff)!
    expect(readConfig({}, file(example!)).staff.oidc).toMatchObject({
      ...{ issuer: 'https://id.example.com', roles: { 'kairos-agents': 'agent' } },
    })
    expect(Object.keys(oidcSettings.shape).filter(name => !example!.includes(`${name}:`))).toEqual([])
  })

  it.each([
    ['clientId: kairos', 'staff.oidc.issuer must be the https address of the provider'],
    ['issuer: http://id.example.com, clientId: kairos', 'staff.oidc.issuer must be the https address'],
    [
      `${least}, rolesClaim: groups`,
      'staff.oidc.rolesClaim must be the name of a claim, such as groups, together',
    ],
    [
      `${least}, territoriesClaim: places`,
      'staff.oidc.territoriesClaim must be the name of a claim, together',
    ],
    [`${least}, scopes: [profile]`, 'staff.oidc.scopes must be a list with "openid" in it'],
    [`${least}, rolesClaim: g, roles: { boss: root }`, 'staff.oidc.roles.boss must be values of the claim'],
    [`${least}, redirectUri: https://here/back`, 'staff.oidc.redirectUri must be our own https address'],
    [`${least}, clientID: x`, 'there is no setting "staff.oidc.clientID"; did you mean "clientId"?'],
  ])('%s: %s', (text, words) => {
    expect(oidc(text)).toThrow(words)
  })

  it('on this machine it needs no encryption', () => {
    expect(oidc('issuer: "http://127.0.0.1:4000", clientId: kairos')().staff.oidc).toMatchObject({
      scopes: ['openid', 'profile'],
    })
  })
})

describe('settings', () => {
  it('G11: send to nobody unless told otherwise', () => {
    expect(readConfig({}, file('port: 1')).sendTo).toEqual([])
    expect(readConfig({}, file('sendTo: everyone')).sendTo).toBe('everyone')
  })

  it('numbers are what they are for the directory, quoted or not', () => {
    const written = file('sendTo: [13800138000, "13800138001", "+8613800138002", "+447700900123"]')
    expect(readConfig({}, written).sendTo).toEqual([
      '+8613800138000',
      '+8613800138001',
      '+8613800138002',
      '+447700900123',
    ])
  })

  it('sessions of staff end as the settings say; what is wrong with them is told', () => {
    expect(readConfig({}, file('')).staff).toEqual({ idleMinutes: 30, hoursMax: 12, behindProxy: false })
    expect(readConfig({}, file('staff: { idleMinutes: 5 }')).staff).toMatchObject({
      idleMinutes: 5,
      hoursMax: 12,
    })
    const wrong = () => readConfig({}, file('staff: { idleMinutes: 0, hourMax: 1 }'))
    expect(wrong).toThrow('staff.idleMinutes must be a whole number of minutes from 1 to 1440')
    expect(wrong).toThrow('there is no setting "staff.hourMax"; did you mean "hoursMax"?')
  })

  it('an option wins over the environment, that over the file', () => {
    const path = file('port: 9000\nhost: 0.0.0.0')
    expect(readConfig({ KAIROS_PORT: '9001' }, path)).toMatchObject({ port: 9001, host: '0.0.0.0' })
    const option = { field: 'port', value: '9002', from: '--port' }
    expect(readConfig({ KAIROS_PORT: '9001' }, path, [option]).port).toBe(9002)
  })

  it('an empty variable is none, an empty file no settings', () => {
    expect(readConfig({ KAIROS_PORT: '', DATABASE_URL: '' }, file(''))).toMatchObject({ port: 8460 })
  })

  const bad: readonly (readonly [text: string, message: RegExp])[] = [
    ['prot: 1', /there is no setting "prot"; did you mean "port"\?/],
    ['colour: red', /there is no setting "colour"; there are dataFolder, /],
    ['port: 99999', /\.yaml: port must be a whole number from 0 to 65535/],
    ['port: "8460"', /port must be a whole number/],
    ['databaseUrl: mysql://x', /databaseUrl must be a PostgreSQL address such as postgres:/],
    ['gateways: []', /gateways must be a list of 1 to 32/],
    ['gateways: [{name: A, driver: log, channel: sms}]', /gateways\.0\.name must be lower-case letters/],
    ['gateways: [{name: a, driver: smtp}]', /gateways\.0\.driver/],
    [
      'gateways: [{name: a, driver: log}]',
      /gateways\.0\.channel must be sms, voice, email, push, staff-call/,
    ],
    [
      'gateways: [{name: a, driver: log, channel: sms, windw: 1}]',
      /"gateways\.0\.windw"; did you mean "window"/,
    ],
    [
      'gateways: [{name: a, driver: log, channel: sms}, {name: a, driver: log, channel: voice}]',
      /gateways must be .* under a name of its own/,
    ],
    ['comingBack: { outageMinutes: 0 }', /comingBack\.outageMinutes must be a number of minutes/],
    [
      'comingBack: { outage: 5 }',
      /"comingBack\.outage"; did you mean "outageMinutes"|there are outageMinutes/,
    ],
    [
      'monitors: [{name: a, rules: [r], withinSeconds: 61}]',
      /monitors\.0\.withinSeconds must be one of 1, 2, 3/,
    ],
    ['monitors: [{name: a, rule: r}]', /"monitors\.0\.rule"; did you mean "rules"/],
    ['sendTo: [abc]', /sendTo must be "everyone", or a list of numbers/],
    ['sendTo: [+8613800138000]', /sendTo must be .* in quotes/],
    ['sendTo: 13800138000', /sendTo must be/],
    ['logLevel: loud', /logLevel must be fatal, error, warn, info or debug/],
    [`gateways: [{${smpp}, password: secret}]`, /password/],
    [`gateways: [{${smpp}, zone: Nowhere/None}]`, /zone/],
    [`gateways: [{${smpp}, window: 200}]`, /window/],
    [`gateways: [{${smpp}, tls: true}]`, /gateways\.0\.tls must be false, or what is needed of caFile/],
    [
      `gateways: [{${smpp}, tls: {ca: a.pem}}]`,
      /no setting "gateways\.0\.tls\.ca"; did you mean "caFile"\?|there are caFile, certificateFile/,
    ],
    [
      `gateways: [{${smpp}, tls: {caFile: 5}}]`,
      /gateways\.0\.tls must be false, or what is needed of caFile/,
    ],
    [`gateways: [{${smpp}, tls: {keyFile: a.key}}]`, /tls must be .* certificateFile together with keyFile/],
    ['- a', /names and values/],
    ['a: [', /\.yaml: .*line 1/],
  ]
  it.each(bad)('%j is refused by name, with what belongs there', (text, message) => {
    const read = (): unknown => readConfig({}, file(text))
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(message)
  })

  it('all faults are told at once, each with where it was given', () => {
    const option = { field: 'port', value: 'abc', from: '--port' }
    const read = (): unknown => readConfig({ DATABASE_URL: 'x' }, file('prot: 1\nlogLevel: loud'), [option])
    expect(read).toThrow(/DATABASE_URL: databaseUrl must be/)
    expect(read).toThrow(/--port: port must be/)
    expect(read).toThrow(/\d\.yaml: logLevel must be/)
    expect(read).toThrow(/\d\.yaml: there is no setting "prot"/)
  })

  it('a file that is named must be there and be a file', () => {
    expect(() => readConfig({}, join(folder, 'none.yaml'))).toThrow(/none\.yaml: no such file/)
    expect(() => readConfig({}, folder)).toThrow(/cannot be read/)
  })
})

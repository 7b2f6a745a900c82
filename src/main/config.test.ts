import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'kairos-config-'))
function file(text: string): string {
  const path = join(folder, `${Math.abs(text.length)}-kairos.yaml`)
  writeFileSync(path, text)
  return path
}

const smpp = 'name: a, driver: smpp, host: h, systemId: k, sender: {address: "10086"}'

describe('settings', () => {
  it('G11: send to nobody unless told otherwise', () => {
    expect(readConfig({}, file('port: 1')).sendTo).toEqual([])
    expect(readConfig({}, file('sendTo: everyone')).sendTo).toBe('everyone')
  })

  it('the environment wins over the file', () => {
    const path = file('port: 9000\nhost: 0.0.0.0')
    expect(readConfig({ KAIROS_PORT: '9001' }, path)).toMatchObject({ port: 9001, host: '0.0.0.0' })
  })

  const bad: readonly (readonly [text: string, message: RegExp])[] = [
    ['prot: 1', /prot/],
    ['port: 99999', /port: .*65535/],
    ['databaseUrl: mysql://x', /databaseUrl: a postgres:\/\/ address/],
    ['gateways: []', /gateways/],
    ['gateways: [{name: A, driver: log, channel: sms}]', /gateways\.0\.name/],
    [`gateways: [{${smpp}, password: secret}]`, /password/],
    [`gateways: [{${smpp}, zone: Nowhere/None}]`, /zone must be an IANA zone/],
    [`gateways: [{${smpp}, window: 200}]`, /window/],
    ['gateways: [{name: a, driver: smtp}]', /gateways\.0\.driver/],
    ['- a', /names and values/],
    ['a: [', /kairos\.yaml/],
    ['sendTo: [abc]', /sendTo/],
  ]
  it.each(bad)('%j is refused by name', (text, message) => {
    const read = (): unknown => readConfig({}, file(text))
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(message)
  })
})

import { expect, test } from 'vitest'
import { status, statuses, statusOf } from './status.ts'

test('what a sender should make of a status', () => {
  const rows: [number, string, string][] = [
    [0x00, 'ROK', 'ok'],
    [0x58, 'RTHROTTLED', 'throttled'],
    [0x14, 'RMSGQFUL', 'throttled'],
    [0x08, 'RSYSERR', 'passing'],
    [0x64, 'RX_T_APPN', 'passing'],
    [0x0a, 'RINVSRCADR', 'permanent'],
    [0x0b, 'RINVDSTADR', 'permanent'],
    [0x0c, 'RINVMSGID', 'permanent'],
    [0x0e, 'RINVPASWD', 'session'],
    [0x0400, '0x00000400', 'permanent'],
    [0xffffffff, '0xffffffff', 'permanent'],
  ]
  for (const [code, name, kind] of rows) expect(statusOf(code)).toMatchObject({ code, name, kind })
})

test('codes and names are unlike, and the ones used by name are in the table', () => {
  expect(statuses.size).toBe(48)
  expect(new Set([...statuses.values()].map(({ name }) => name)).size).toBe(statuses.size)
  for (const code of Object.values(status)) expect(statuses.has(code)).toBe(true)
})

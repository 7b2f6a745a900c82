import { expect, it } from 'vitest'
import { settingsSql } from './settings.ts'

it('sets the schema, what the parsers rely on, and what is asked for', () => {
  const sql = settingsSql({ schema: 'kairos_1', more: { statement_timeout: '100' } })
  expect(sql).toContain('SET search_path = "kairos_1"')
  expect(sql).toContain(`SET TimeZone = 'UTC'`)
  expect(sql).toContain(`SET statement_timeout = '100'`)
})

it.each(['', 'Upper', '1a', 'a"b', 'a b', 'a;b', 'x'.repeat(64)])('refuses the schema name "%s"', schema => {
  expect(() => settingsSql({ schema })).toThrow('must be lower-case letters')
})

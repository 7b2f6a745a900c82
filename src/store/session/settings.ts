export interface SessionSettings {
  /** The schema that unqualified names mean. */
  readonly schema: string
  /** Further settings of this session, value as PostgreSQL writes it. */
  readonly more?: Readonly<Record<string, string>>
}

/**
 * Output formats that `column-values.ts` relies on, whatever the server's own configuration says. Read-only is the
 * default, a transaction that writes says so: thus a read cannot write, and a statement that has lost its BEGIN
 * cannot commit by itself.
 */
const always: Readonly<Record<string, string>> = {
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  client_encoding: 'UTF8',
  default_transaction_read_only: 'on',
  extra_float_digits: '1',
}

/** @returns one text of several SET commands, sent when a connection opens: one round trip. */
export function settingsSql(settings: SessionSettings): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(settings.schema)) {
    throw new Error(`schema "${settings.schema}" must be lower-case letters, digits and _, at most 63`)
  }
  const all = { ...always, search_path: `"${settings.schema}"`, ...settings.more }
  return Object.entries(all)
    .map(([name, value]) => `SET ${name} = ${name === 'search_path' ? value : `'${value}'`}`)
    .join('; ')
}

import type { ClientBase, QueryResult } from 'pg'
import { DatabaseError, type Row, type Statement } from '../database.ts'
import { failureOf } from './failure.ts'
import type { StatementNames } from './statement-names.ts'

/** More in one transaction is a mistake of ours: bulk goes through `unnest`. */
const statementsMax = 1_000

/**
 * One PostgreSQL session, whichever way it is reached. Its client is in pipeline mode: queries are written one
 * after the other without waiting for the answers.
 */
export interface Session {
  readonly client: ClientBase
  readonly names: StatementNames
}

/**
 * Two round trips, however many statements: BEGIN and all statements, then COMMIT. After a statement has failed
 * PostgreSQL refuses the rest (25P02) until ROLLBACK, so nothing behind a failure can be committed. Should BEGIN
 * itself fail (somebody cancels it), the statements stand alone, and then the session's default refuses them:
 * it is read-only. COMMIT waits until the row counts have been looked at.
 *
 * @throws DatabaseError; the transaction is rolled back, except with `unknown-outcome`
 */
export async function transact(session: Session, statements: readonly Statement[]): Promise<Row[][]> {
  refuseTooMany(statements)
  try {
    const answers = await pipeline(session, 'BEGIN READ WRITE', statements)
    for (const [index, answer] of answers.entries()) expectRows(statements[index]!, answer)
    await commit(session.client)
    return answers.map(answer => answer.rows)
  } catch (error) {
    await session.client.query('ROLLBACK').catch(() => undefined)
    throw noted(session, error)
  }
}

/**
 * Reads in one round trip, in a transaction of their own.
 * @param begin the BEGIN that says which snapshot they see; it must be read-only
 */
export async function look(
  session: Session,
  begin: string,
  statements: readonly Statement[],
): Promise<Row[][]> {
  refuseTooMany(statements)
  const ended = pipeline(session, begin, statements)
  const closed = session.client.query('COMMIT')
  const [answers] = await Promise.allSettled([ended, closed])
  if (answers.status === 'rejected') throw noted(session, answers.reason)
  return answers.value.map(answer => answer.rows)
}

/** One statement without BEGIN: read-only by the session's default. */
export async function lookOnce<T>(session: Session, statement: Statement): Promise<T[]> {
  try {
    return (await ask(session, statement)).rows as T[]
  } catch (error) {
    throw noted(session, error)
  }
}

/** @param sql one or several commands, without values */
export async function execute(client: ClientBase, sql: string): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw failureOf(error)
  }
  if (client.getTransactionStatus() !== 'I') {
    await client.query('ROLLBACK')
    throw new DatabaseError('retry', 'the commands left a transaction open; it was rolled back')
  }
}

async function pipeline(
  session: Session,
  begin: string,
  statements: readonly Statement[],
): Promise<QueryResult<Row>[]> {
  const begun = session.client.query(begin)
  const asked = statements.map(statement => ask(session, statement))
  const [opening, ...answers] = await Promise.allSettled([begun, ...asked])
  if (opening?.status === 'rejected') throw opening.reason
  return answers.map(answer => {
    // The first failure is the cause; those behind it only say that the transaction is aborted.
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  })
}

function ask(session: Session, statement: Statement): Promise<QueryResult<Row>> {
  return session.client.query<Row>({
    name: session.names.of(statement.text),
    text: statement.text,
    values: statement.values as unknown[],
  })
}

function expectRows(statement: Statement, { rowCount }: QueryResult): void {
  if (statement.rows === undefined || statement.rows === rowCount) return
  const start = statement.text.replaceAll(/\s+/g, ' ').trim().slice(0, 80)
  throw new DatabaseError('conflict-of-rows', `${rowCount} rows instead of ${statement.rows}: ${start}`)
}

async function commit(client: ClientBase): Promise<void> {
  const { command } = await client.query('COMMIT').catch((error: unknown) => {
    throw failureOf(error, 'commit')
  })
  if (command !== 'COMMIT') throw new DatabaseError('retry', `COMMIT was answered by ${command}`)
}

/** 0A000: a cached plan no longer fits; 26000: the connection does not know the prepared statement. */
function noted(session: Session, error: unknown): DatabaseError {
  const failure = failureOf(error)
  if (failure.code === '0A000' || failure.code === '26000') session.names.renew()
  return failure
}

function refuseTooMany(statements: readonly Statement[]): void {
  if (statements.length > statementsMax) {
    throw new Error(`${statements.length} statements in one transaction, at most ${statementsMax} allowed`)
  }
}

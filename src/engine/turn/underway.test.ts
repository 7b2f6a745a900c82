import { describe, expect, test } from 'vitest'
import { inARow, type Run, type Underway } from './underway.ts'

/** A turn by hand: it announces itself, and ends when told to. */
class Turn {
  after: Underway | null = null
  readonly #outcome = Promise.withResolvers<string>()
  readonly run: Run<string>

  constructor(announced: Underway | null = null) {
    this.run = async (after, announce) => {
      this.after = after
      if (announced !== null) announce(announced)
      return this.#outcome.promise
    }
  }

  end(result: string): void {
    this.#outcome.resolve(result)
  }

  fail(why: string): void {
    this.#outcome.reject(new Error(why))
  }
}

const announcement = (): Underway => ({
  accounts: new Map(),
  fences: [],
  opens: false,
  stands: Promise.resolve(true),
})
const soon = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

describe('turns in a row', () => {
  test('the next begins when the commit of the first begins, and knows of it', async () => {
    const first = announcement()
    const [one, two] = [new Turn(first), new Turn(announcement())]
    const waiting = [two.run]
    const taken: string[] = []
    const all = inARow(
      one.run,
      () => waiting.shift() ?? null,
      result => taken.push(result),
    )
    await soon()
    expect(two.after).toBe(first)
    expect(taken).toEqual([])
    two.end('two')
    await soon()
    expect(taken).toEqual([])
    one.end('one')
    await all
    expect(taken).toEqual(['one', 'two'])
  })

  test('one that ends without a commit ends the row', async () => {
    const one = new Turn()
    let asked = 0
    one.end('one')
    await inARow(
      one.run,
      () => {
        asked += 1
        return null
      },
      () => undefined,
    )
    expect(asked).toBe(0)
  })

  test('what one throws is thrown when the turn beside it has ended', async () => {
    const [one, two] = [new Turn(announcement()), new Turn()]
    const waiting = [two.run]
    let end: unknown = 'none yet'
    const all = inARow(
      one.run,
      () => waiting.shift() ?? null,
      () => undefined,
    ).catch((error: unknown) => {
      end = error
    })
    await soon()
    one.fail('fenced off')
    await soon()
    expect(end).toBe('none yet')
    two.end('two')
    await all
    expect(end).toEqual(new Error('fenced off'))
  })
})

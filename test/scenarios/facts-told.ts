/** What a message must carry, word for word. */
import { expect } from 'vitest'
import type { Message } from './message.ts'

/** Every figure, date, name and code that the customer needs stands in the text; none of `not` does. */
export function tells(message: Message, facts: readonly string[], not: readonly string[] = []): void {
  expect(
    facts.filter(fact => !message.text.includes(fact)),
    `missing from: ${message.text}`,
  ).toEqual([])
  expect(
    not.filter(fact => message.text.includes(fact)),
    `should not stand in: ${message.text}`,
  ).toEqual([])
}

/**
 * One line of the log: one hand-over.
 *
 * The file plays the gateway and the handsets behind it, so it holds numbers and texts in full: it is
 * written with mode 0600, belongs on the machine that made it, and is no log in the sense of the
 * program's own, which never holds a number (BC-01).
 */
import { hash } from 'node:crypto'
import { z } from 'zod'
import { classes } from '../../core/reminder.ts'
import type { Gateway, Message } from '../channel.ts'

const line = z.strictObject({
  /** The engine's moment of the hand-over, epoch milliseconds. */
  at: z.int(),
  attempt: z.string().min(1),
  /** The gateway's own id, which receipts carry. */
  messageId: z.string().min(1),
  number: z.string().min(1),
  parts: z.int().min(1),
  encoding: z.enum(['gsm7', 'ucs2']),
  class: z.enum(classes),
  text: z.string(),
  /** Of a call by staff alone: the task is whom to call, what to say, and until when, epoch milliseconds. */
  until: z.int().optional(),
})
export type Line = z.infer<typeof line>

/** The id that this gateway gives: unlike the attempt's, and the same for the same attempt. */
export const messageIdOf = (gateway: string, attempt: string): string =>
  hash('sha256', `${gateway}\n${attempt}`, 'hex').slice(0, 16)

export function lineOf({ name, channel }: Pick<Gateway, 'name' | 'channel'>, message: Message): string {
  const { attempt, number, parts, encoding, text, now, validUntil } = message
  const messageId = messageIdOf(name, attempt)
  const written: Line = { at: now, attempt, messageId, number, parts, encoding, class: message.class, text }
  return `${JSON.stringify(channel === 'staff-call' ? { ...written, until: validUntil } : written)}\n`
}

/** `null` for what is not a whole line of ours. */
export function parseLine(text: string): Line | null {
  try {
    return line.parse(JSON.parse(text))
  } catch {
    return null
  }
}

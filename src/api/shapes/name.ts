/** Names that appear in addresses and queries. */
import { z } from 'zod'

const plain = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'printable text')

export const accountId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'letters, digits, ".", "_" and "-", at most 40')
export const lineId = accountId
/** May hold "/", "#" and ":"; encode it in addresses. */
export const reminderId = plain(300)
export const versionId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, ".", "_" and "-", at most 64')
/** A sentence by staff: why. */
export const reasonText = plain(400)
export const seq = z.string().regex(/^\d{1,15}$/, 'digits')

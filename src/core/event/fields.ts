/** Fields that the schemas of many facts share. */
import { z } from 'zod'

export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'letters, digits, ".", "_" and "-", at most 40')
export const day = z.iso.date()
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM')
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a local time as HH:MM')
/** A phone number: national (11 digits for a mobile) or international with "+". */
export const phoneNumber = z.string().regex(/^\+?[0-9]{5,15}$/, 'digits, with an optional leading "+"')
/** Somebody else's number as it may be shown to others: the sender has hidden its middle, the core never sees the whole. */
export const maskedNumber = z
  .string()
  .regex(/^\d{3}\*{4}\d{4}$/, 'a number with its middle hidden, such as 138****1234')
export const shortNumber = z.string().regex(/^\d{3,6}$/, 'three to six digits')
export const mobileCountry = z.string().regex(/^\d{3}$/, 'three digits (ITU-T E.212)')
/** The last digit of the customer's number, by which return days are fixed (TP5-03). */
export const lastDigit = z.int().min(0).max(9)
/** A day of the month; in a shorter month its last day. */
export const dayOfMonth = z.int().min(1).max(31)
export const quantity = z.int().min(0).max(1e9)

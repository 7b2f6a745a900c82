/**
 * Amounts carry their unit in their type: safe integers, never floats (NF-22).
 * A brand exists only for the compiler; at run time these are plain numbers.
 */
import { z } from 'zod'

/** Micro-yuan: one yuan is 1,000,000. */
export const microYuan = z.int().min(-1e12).max(1e12).brand<'micro-yuan'>()
export type MicroYuan = z.infer<typeof microYuan>

/** Bytes: 1 MB = 1024 KB = 1,048,576 bytes (TP10-02). */
export const bytes = z.int().min(0).max(1e15).brand<'bytes'>()
export type Bytes = z.infer<typeof bytes>

export const yuan = (n: number): MicroYuan => Math.round(n * 1_000_000) as MicroYuan
export const kilobytes = (n: number): Bytes => Math.round(n * 1024) as Bytes
export const megabytes = (n: number): Bytes => Math.round(n * 1_048_576) as Bytes

/** Epoch milliseconds. */
export type Instant = number

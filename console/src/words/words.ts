/** The shape of all words: Chinese is written first, English has the same keys (the compiler says so). */
import type { words } from './zh-CN/all.ts'

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
export type Words = Same<typeof words>

/**
 * Families under unified payment (TP2-03…07): a head who pays and one to three members. They live in
 * neighbouring numbers of the population: blocks of ten, of which the first few may form a family.
 */
import { Chance } from './chance.ts'
import { accountOf } from './numbers.ts'

const blockSize = 10
const oddsOfFamily = 0.4

export type FamilyPlace =
  | { readonly role: 'single' }
  | { readonly role: 'head'; readonly members: number }
  | {
      readonly role: 'member'
      readonly headAccount: string
      /** Most families are as old as the load; some form within the span, some members leave in it. */
      readonly fate: 'stays' | 'joins' | 'leaves'
    }

const fates = [
  ['stays', 86],
  ['joins', 9],
  ['leaves', 5],
] as const

const alone: FamilyPlace = { role: 'single' }

export function familyOf(seed: string, index: number): FamilyPlace {
  const block = Math.floor(index / blockSize)
  const place = index % blockSize
  const chance = Chance.of(seed, 'family', block)
  const members = chance.yes(oddsOfFamily) ? chance.whole(1, 3) : 0
  if (place > members || members === 0) return alone
  if (place === 0) return { role: 'head', members }
  const fate = Chance.of(seed, 'member', index).share(fates)
  return { role: 'member', headAccount: accountOf(block * blockSize), fate }
}

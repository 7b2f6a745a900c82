/** Ids of the trade in the reader's words; one that has no word yet is shown as it stands. */
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type * as trade from '../words/zh-CN/trade.ts'

export type Family = keyof typeof trade

export function useWordOf(): (family: Family, id: string) => string {
  // For the re-rendering when the language changes.
  useTranslation()
  return (family, id) => {
    const word: unknown = i18next.getResource(i18next.language, 'words', `${family}.${id}`)
    return typeof word === 'string' ? word : id
  }
}

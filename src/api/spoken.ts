/**
 * Notes in the caller's language. They are written down once, in English; a caller who names a language in Accept-Language
 * gets them in it, with moments in local time, where there are words for them. Who names none gets them as they stand.
 */
import type { FastifyRequest } from 'fastify'

export type NoteLanguage = 'zh-CN' | 'en'

/** Puts a note into a language; in the program itself src/main/note-words.ts. */
export type NoteText = (note: string, language: NoteLanguage) => string

/** Of a header a browser sends some 100 characters; what is longer is no wish. */
const headerMax = 500

/** The first of ours that is asked for, by quality; null when there is none. */
export function languageIn(header: string | undefined): NoteLanguage | null {
  if (header === undefined || header.length > headerMax) return null
  const wishes = header
    .split(',')
    .map((wish, at) => ({ at, ...wishOf(wish) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.at - b.at)
  return wishes.find(({ language }) => language !== null)?.language ?? null
}

function wishOf(wish: string): { readonly language: NoteLanguage | null; readonly quality: number } {
  const [name = '', ...parameters] = wish.split(';').map(part => part.trim().toLowerCase())
  const given = parameters.find(one => one.startsWith('q='))
  const quality = given === undefined ? 1 : Number(given.slice(2))
  const [main] = name.split('-', 1)
  const language = main === 'zh' ? 'zh-CN' : main === 'en' ? 'en' : null
  return { language, quality: Number.isNaN(quality) ? 0 : quality }
}

/** What puts the notes of one answer into words. */
export function speaker(
  noteText: NoteText,
  { headers }: Pick<FastifyRequest, 'headers'>,
): <T extends { readonly note: string }>(told: T) => T {
  const language = languageIn(headers['accept-language'])
  return told => (language === null ? told : { ...told, note: noteText(told.note, language) })
}

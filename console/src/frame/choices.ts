/** What this browser remembers of its user: language, look. The session's own language comes first after sign-in. */
import { useSyncExternalStore } from 'react'
import { type Look, paint } from './look.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

interface Choices {
  readonly language: Language
  readonly look: Look
}

const key = 'kairos.choices'
const listeners = new Set<() => void>()

/** Storage may be closed to us; then choices last as long as the page. */
function remembered(): Partial<Choices> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Choices>
  } catch {
    return {}
  }
}

function firstChoices(): Choices {
  const { language, look } = remembered()
  const wanted = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
  return {
    language: languages.find(one => one === language) ?? wanted,
    look: look ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  }
}

let choices = firstChoices()
paint(choices.look)

export const currentLanguage = (): Language => choices.language

export function choose(change: Partial<Choices>): void {
  choices = { ...choices, ...change }
  try {
    localStorage.setItem(key, JSON.stringify(choices))
  } catch {
    // Kept in memory only.
  }
  paint(choices.look)
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useChoices = (): Choices => useSyncExternalStore(listen, () => choices)

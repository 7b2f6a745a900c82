/** Every word on screen, in Chinese and English; a language is loaded when it is first wanted. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Words } from '../words/words.ts'
import type { Language } from './choices.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: Words }
  }
}

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  'zh-CN': () => import('../words/zh-CN/all.ts').then(({ words }) => words),
  en: () => import('../words/en/all.ts').then(({ words }) => words),
}

export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    ns: ['words'],
    defaultNS: 'words',
    resources: { [language]: { words: await loaders[language]() } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  document.documentElement.lang = language
}

/** True when another one was spoken before: notes that were loaded are in that one. */
export async function speak(language: Language): Promise<boolean> {
  if (!i18next.hasResourceBundle(language, 'words'))
    i18next.addResourceBundle(language, 'words', await loaders[language]())
  const isOther = document.documentElement.lang !== language
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
  return isOther
}

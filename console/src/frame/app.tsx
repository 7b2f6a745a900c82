import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as Surface, ConfigProvider } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { isProblem, Problem } from '../client/problem.ts'
import { sessionQuery } from '../client/session.ts'
import { type Language, useChoices } from './choices.ts'
import { speak } from './language.ts'
import { themeOf } from './look.ts'
import { router } from './router.tsx'

type AntdLocale = NonNullable<Parameters<typeof ConfigProvider>[0]['locale']>

const antdWords: Readonly<Record<Language, () => Promise<{ default: AntdLocale }>>> = {
  'zh-CN': () => import('antd/locale/zh_CN'),
  en: () => import('antd/locale/en_US'),
}

/** What was refused will be refused again; what could not be reached may come back. */
const tries = (failed: number, error: Error): boolean =>
  failed < 2 && error instanceof Problem && (error.status === 0 || error.status === 503)

/** A session that has ended leads back to the door, wherever that is noticed. */
const onError = (error: Error): void => {
  if (isProblem(error, 'not-authenticated')) queries.setQueryData(sessionQuery.queryKey, null)
}

const queries: QueryClient = new QueryClient({
  defaultOptions: { queries: { retry: tries, staleTime: 5_000 } },
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
})

const [sessionKey] = sessionQuery.queryKey

/** Without the space that it puts between two Chinese characters. */
const plainButtons = { autoInsertSpace: false }

export function App(): ReactNode {
  const { language, look } = useChoices()
  const [locale, setLocale] = useState<AntdLocale>()
  useEffect(() => {
    let isCurrent = true
    const change = async (): Promise<void> => {
      const [words, isOther] = await Promise.all([antdWords[language](), speak(language)])
      if (isOther)
        await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey })
      if (isCurrent) setLocale(words.default)
    }
    void change()
    return () => {
      isCurrent = false
    }
  }, [language])
  return (
    <ConfigProvider button={plainButtons} theme={themeOf(look)} {...(locale === undefined ? {} : { locale })}>
      <Surface className="surface">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} context={{ queries }} />
        </QueryClientProvider>
      </Surface>
    </ConfigProvider>
  )
}

/** The second screen (双屏, TP2-24): what the customer at the counter looks at; the agent's window leads it. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { useChoices } from '../../frame/choices.ts'
import { speak } from '../../frame/language.ts'
import { Mark } from '../../frame/mark.tsx'
import { openLine, type Word } from './channel.ts'
import { Sheet } from './sheet.tsx'
import './screen.css'

type Shown = Extract<Word, { kind: 'show' }>

export function SecondScreen(): ReactNode {
  const { account, event } = useParams({ from: '/second-screen/$account/$event' })
  const { language } = useChoices()
  const [shown, setShown] = useState<Shown | null>({ kind: 'show', account, eventId: event, language })
  useEffect(() => {
    const line = openLine(word => {
      if (word.kind === 'show') {
        setShown(word)
        void speak(word.language)
      } else if (word.kind === 'hide') setShown(null)
    })
    line.say({ kind: 'ready' })
    return line.close
  }, [])
  return (
    <main className="second-screen" id="page">
      {shown === null ? <Welcome /> : <Change shown={shown} />}
    </main>
  )
}

function Welcome(): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="welcome">
      <Mark />
      <p>{t('screen.welcome')}</p>
    </div>
  )
}

/** Whatever does not let itself be shown is the agent's to see, not the customer's. */
function Change({ shown: { account, eventId } }: { readonly shown: Shown }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['plan-change', account, eventId],
    queryFn: () =>
      ask(api.GET('/customers/{account}/plan-changes/{eventId}', { params: { path: { account, eventId } } })),
  })
  if (data === undefined) return <Welcome />
  return (
    <>
      <header>
        <h1>{t('screen.title')}</h1>
        <p>{data.numberMasked}</p>
      </header>
      <Sheet change={data} />
      <footer>{t('screen.askUs')}</footer>
    </>
  )
}

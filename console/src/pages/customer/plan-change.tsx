/** A change of plan at the counter (TP2-24): what the agent says, and what the customer sees meanwhile. */
import { DesktopOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Segmented, Skeleton, Space } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import type { Language } from '../../frame/choices.ts'
import { Fault } from '../../parts/fault.tsx'
import { openLine, screenPath, type Word } from '../second-screen/channel.ts'
import { Sheet } from '../second-screen/sheet.tsx'
import '../second-screen/screen.css'

/** Changes that there is something to compare of. */
export const isPlanChange = (what: string): boolean =>
  what === 'plan.change-ordered' || what === 'plan.changed'

interface Asked {
  readonly account: string
  readonly eventId: string
  readonly onClose: () => void
}

export function PlanChangeDrawer({ account, eventId, onClose }: Asked): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['plan-change', account, eventId],
    queryFn: () =>
      ask(api.GET('/customers/{account}/plan-changes/{eventId}', { params: { path: { account, eventId } } })),
  })
  return (
    <Drawer open size="large" title={t('screen.title')} onClose={onClose}>
      {error !== null && <Fault error={error} />}
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && <Leading account={account} change={data} />}
    </Drawer>
  )
}

function Leading({
  account,
  change,
}: {
  readonly account: string
  readonly change: Shape<'PlanChange'>
}): ReactNode {
  const { t } = useTranslation()
  const { eventId, spoken } = change
  const [language, setLanguage] = useState<Language>(change.language)
  const [isShown, setShown] = useState(true)
  const word: Word = isShown ? { kind: 'show', account, eventId, language } : { kind: 'hide' }
  const lead = useLead(word)
  const open = (): void => {
    setShown(true)
    lead({ kind: 'show', account, eventId, language })
    window.open(screenPath(account, eventId), 'kairos-second-screen', 'popup,width=1280,height=800')
  }
  return (
    <div className="life">
      <Space wrap>
        <Button type="primary" icon={<DesktopOutlined />} onClick={open}>
          {t('screen.open')}
        </Button>
        <Button onClick={() => setShown(!isShown)}>{t(isShown ? 'screen.hide' : 'screen.show')}</Button>
        <Segmented<Language>
          aria-label={t('screen.language')}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Space>
      <h3>{t('screen.say')}</h3>
      <blockquote lang={language} className="spoken">
        {spoken[language] ?? <span className="quiet">{t('screen.noWords')}</span>}
      </blockquote>
      <h3>{t('screen.seen')}</h3>
      <Sheet change={change} />
    </div>
  )
}

/** Says each new word at once, and the present one to a window that has just opened; at the end the customer sees nothing. */
function useLead(word: Word): (word: Word) => void {
  const present = useRef(word)
  const line = useRef<ReturnType<typeof openLine> | null>(null)
  useEffect(() => {
    const opened = openLine(heard => {
      if (heard.kind === 'ready') opened.say(present.current)
    })
    line.current = opened
    return () => {
      opened.say({ kind: 'hide' })
      opened.close()
      line.current = null
    }
  }, [])
  const text = JSON.stringify(word)
  useEffect(() => {
    present.current = JSON.parse(text) as Word
    line.current?.say(present.current)
  }, [text])
  return next => {
    present.current = next
  }
}

/** A phone, drawn: what the centre brought to it, what was written with it, and whether it is on. */
import { PoweroffOutlined, SendOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, useTime } from '../../parts/time.ts'
import { codesOf } from './road-shape.ts'
import { type Deed, type Message, type Scene, useStageTime } from './stage.ts'

interface Asked {
  readonly scene: Scene
  readonly isBusy: boolean
  readonly onDeed: (deed: Deed) => void
}

const textMax = 300

export function Phone({ scene, isBusy, onDeed }: Asked): ReactNode {
  const { t } = useTranslation()
  const { isPhoneOn, name, held } = scene
  return (
    <section className="handset" aria-label={t('tryIt.phone.label', { name })}>
      <div className={isPhoneOn ? 'handset-body' : 'handset-body is-off'}>
        <StatusBar scene={scene} />
        <header className="handset-head">
          <span aria-hidden className="avatar">
            恰
          </span>
          <b>10086</b>
        </header>
        <Screen scene={scene} />
        {isPhoneOn ? (
          <Writing messages={scene.messages} isBusy={isBusy || held === null} onDeed={onDeed} />
        ) : (
          <Off scene={scene} />
        )}
      </div>
      <PowerButton scene={scene} isBusy={isBusy} onDeed={onDeed} />
    </section>
  )
}

function StatusBar({ scene: { now, held, language } }: Pick<Asked, 'scene'>): ReactNode {
  const { t, i18n } = useTranslation()
  const time = useTime()
  const at = useStageTime(now)
  const own = i18n.language === 'en' ? 'en' : 'zh-CN'
  const network = held?.abroad?.[own] ?? t('tryIt.phone.operator', { lng: language })
  return (
    <div className="handset-status">
      <time>{time(at, 'clock')}</time>
      <span className="handset-network">{network}</span>
      <Signal />
    </div>
  )
}

const Signal = (): ReactNode => (
  <svg aria-hidden viewBox="0 0 34 12" className="handset-signal">
    {[3, 5.5, 8, 10.5].map((height, at) => (
      <rect key={height} x={at * 3.6} y={11 - height} width="2.4" height={height} rx="0.8" />
    ))}
    <rect x="18.5" y="2" width="13" height="8" rx="2" className="battery" />
    <rect x="20" y="3.5" width="8" height="5" rx="1" />
  </svg>
)

function Screen({ scene }: Pick<Asked, 'scene'>): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const { messages, held } = scene
  const end = useRef<HTMLDivElement>(null)
  const shown = messages.length
  useEffect(() => {
    const box = end.current?.parentElement
    if (shown > 0) box?.scrollTo({ top: box.scrollHeight, behavior: 'smooth' })
  }, [shown])
  const days = [...Map.groupBy(messages, ({ at }) => dayOf(at))]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="handset-screen" role="log" aria-label={t('tryIt.phone.messages')} tabIndex={0}>
      {messages.length === 0 && (
        <p className="handset-empty">
          {t(held === null ? 'tryIt.phone.emptyUnopened' : 'tryIt.phone.empty')}
        </p>
      )}
      {days.map(([day, ofDay]) => (
        <div key={day} className="handset-day">
          <h3>{time(ofDay[0]!.at, 'dayOnly')}</h3>
          {ofDay.map(message => (
            <Bubble key={message.id} message={message} />
          ))}
        </div>
      ))}
      <div ref={end} />
    </div>
  )
}

function Bubble({ message: { at, from, text, parts } }: { readonly message: Message }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  return (
    <article className={from === null ? 'sms sms-mine' : 'sms'}>
      <p>{text}</p>
      <footer>
        <time dateTime={at}>{time(at, 'clock')}</time>
        {parts > 1 && <> · {t('tryIt.phone.parts', { count: parts })}</>}
      </footer>
    </article>
  )
}

function Writing({ messages, isBusy, onDeed }: Pick<Scene, 'messages'> & Omit<Asked, 'scene'>): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const codes = codesOf(messages)
  const send = (what: string): void => {
    if (what.trim() === '') return
    onDeed({ do: 'write', text: what })
    setText('')
  }
  return (
    <div className="handset-writing">
      {codes.length > 0 && (
        <div className="handset-codes" role="group" aria-label={t('tryIt.phone.codes')}>
          {codes.map(code => (
            <Button key={code} size="small" shape="round" disabled={isBusy} onClick={() => send(code)}>
              {code}
            </Button>
          ))}
        </div>
      )}
      <form
        onSubmit={event => {
          event.preventDefault()
          send(text)
        }}
      >
        <Input
          value={text}
          maxLength={textMax}
          disabled={isBusy}
          placeholder={t('tryIt.phone.write')}
          aria-label={t('tryIt.phone.write')}
          onChange={event => setText(event.target.value)}
        />
        <Button
          htmlType="submit"
          type="primary"
          shape="circle"
          icon={<SendOutlined />}
          disabled={isBusy || text.trim() === ''}
          aria-label={t('tryIt.phone.send')}
        />
      </form>
    </div>
  )
}

function Off({ scene: { may } }: Pick<Asked, 'scene'>): ReactNode {
  const { t } = useTranslation()
  const isLost = may.includes('replace-card')
  return (
    <div className="handset-off">
      <PoweroffOutlined />
      <b>{t(isLost ? 'tryIt.phone.lost' : 'tryIt.phone.off')}</b>
      <p>{t('tryIt.phone.offHint')}</p>
    </div>
  )
}

function PowerButton({ scene: { isPhoneOn, may }, isBusy, onDeed }: Asked): ReactNode {
  const { t } = useTranslation()
  return (
    <Button
      className="handset-power"
      icon={<PoweroffOutlined />}
      disabled={isBusy || may.includes('replace-card')}
      onClick={() => onDeed({ do: 'turn', isOn: !isPhoneOn })}
    >
      {t(isPhoneOn ? 'tryIt.phone.turnOff' : 'tryIt.phone.turnOn')}
    </Button>
  )
}

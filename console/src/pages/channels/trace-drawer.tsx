/** What goes over the wire of one gateway, as it goes: numbers masked, texts told by their length. */
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Empty } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useTime } from '../../parts/time.ts'

type Traced = Shape<'TracedMessage'>

const everyMs = 1_000
const shownMax = 500

interface Asked {
  readonly gateway: string
  readonly onClose: () => void
}

export function TraceDrawer({ gateway, onClose }: Asked): ReactNode {
  const { t } = useTranslation()
  const [isHeld, setHeld] = useState(false)
  const { messages, error } = useTrace(gateway, isHeld)
  return (
    <Drawer
      open
      size={900}
      title={t('channels.traceOf', { name: gateway })}
      onClose={onClose}
      extra={
        <Button aria-pressed={isHeld} onClick={() => setHeld(!isHeld)}>
          {t(isHeld ? 'channels.traceGoOn' : 'channels.traceHold')}
        </Button>
      }
    >
      <p className="quiet">{t('channels.traceHint')}</p>
      {error !== null && <Fault error={error} />}
      {messages.length === 0 && error === null && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('channels.traceEmpty')} />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="trace" tabIndex={0} role="log" aria-label={t('channels.traceOf', { name: gateway })}>
        {messages.map(one => (
          <Message key={one.n} one={one} />
        ))}
      </div>
    </Drawer>
  )
}

/** Newest first; each time only what is new is asked for. */
function useTrace(
  gateway: string,
  isHeld: boolean,
): { readonly messages: readonly Traced[]; readonly error: Error | null } {
  const [messages, setMessages] = useState<readonly Traced[]>([])
  const last = useRef(0)
  const { error } = useQuery({
    queryKey: ['trace', gateway],
    enabled: !isHeld,
    gcTime: 0,
    refetchInterval: everyMs,
    async queryFn({ signal }): Promise<number> {
      const query = { after: last.current }
      const told = await ask(
        api.GET('/gateways/{name}/trace', { params: { path: { name: gateway }, query }, signal }),
      )
      last.current = told.messages.at(-1)?.n ?? last.current
      if (told.messages.length > 0)
        setMessages(before => [...told.messages.toReversed(), ...before].slice(0, shownMax))
      return last.current
    },
  })
  return { messages, error }
}

function Message({ one }: { readonly one: Traced }): ReactNode {
  const { t } = useTranslation()
  const time = useTime()
  const { at, direction, command, sequence, status, meaning, octets, fields, hex } = one
  return (
    <details className="traced">
      <summary>
        <time dateTime={at}>{time(at, 'second')}</time>
        <span className={direction === 'out' ? 'tone-good' : 'tone-amber'}>
          {direction === 'out' ? '→' : '←'} {t(`channels.directions.${direction}`)}
        </span>
        <b>{command}</b>
        <span className="quiet">#{sequence}</span>
        {status !== 0 && <Tag tone="bad">{`0x${status.toString(16).padStart(2, '0')} ${meaning}`}</Tag>}
        <span className="quiet traced-brief">
          {fields
            .filter(({ name }) => brief.has(name))
            .map(({ value }) => value)
            .join(' · ')}
        </span>
      </summary>
      <dl className="pairs left">
        {fields.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt>{t('channels.octets', { count: octets })}</dt>
        <dd>
          <code className="hex">{hex.replaceAll(/(.{8})/g, '$1 ')}</code>
        </dd>
      </dl>
    </details>
  )
}

/** What tells most messages apart at a glance. */
const brief: ReadonlySet<string> = new Set(['destination', 'message', 'messageId', 'receipt', 'systemId'])

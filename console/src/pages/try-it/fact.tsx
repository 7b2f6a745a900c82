/** A fact in plain words, with the system that stated it. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { tryIt } from '../../words/zh-CN/try-it.ts'
import type { Road } from './stage.ts'

type Stated = Road['facts'][number]
type Known = keyof typeof tryIt.road.facts
type Source = keyof typeof tryIt.road.sources

const microPerYuan = 1_000_000
const mebi = 1_048_576

const numberIn = (body: Stated['body'], name: string): number => {
  const value = body[name]
  return typeof value === 'number' ? value : 0
}

function useFactText(): (fact: Stated) => string {
  const { t } = useTranslation()
  return ({ type, body }) => {
    const name = type.replace('.', '-')
    if (!Object.hasOwn(tryIt.road.facts, name)) return type
    return t(`tryIt.road.facts.${name as Known}`, {
      used: Math.round(numberIn(body, 'usedBytes') / mebi),
      allowance: Math.round(numberIn(body, 'allowanceBytes') / mebi),
      balance: (numberIn(body, 'balanceMicroYuan') / microPerYuan).toFixed(2),
      mcc: String(body['mcc'] ?? ''),
    })
  }
}

const gatewayMark = '/gateway/'

function sourceOf(source: string): Source {
  if (Object.hasOwn(tryIt.road.sources, source)) return source as Source
  return source.startsWith(gatewayMark) ? 'gateway' : 'own'
}

export function Fact({ fact }: { readonly fact: Stated }): ReactNode {
  const { t } = useTranslation()
  const textOf = useFactText()
  const source = sourceOf(fact.source)
  return (
    <li>
      <span className="tag">{t(`tryIt.road.sources.${source}`)}</span> {textOf(fact)} <code>{fact.type}</code>
    </li>
  )
}

/** What was made to happen; else the fact itself. */
export function Headline({ road: { happening, facts } }: { readonly road: Road }): ReactNode {
  const { t } = useTranslation()
  const textOf = useFactText()
  const [first] = facts
  if (happening === null) {
    if (first?.type === 'reply.received') return t('tryIt.road.wrote')
    return first === undefined ? '' : textOf(first)
  }
  const mcc = String(facts[0]?.body['mcc'] ?? '')
  const place = Object.hasOwn(tryIt.places, mcc) ? t(`tryIt.places.${mcc as keyof typeof tryIt.places}`) : mcc
  return t(`tryIt.happenings.${happening}.title`, { place })
}

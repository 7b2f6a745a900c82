/** What can be made to happen, in three groups; what cannot happen just now stands there and waits. */
import {
  AppstoreAddOutlined,
  AuditOutlined,
  CloudDownloadOutlined,
  CreditCardOutlined,
  GlobalOutlined,
  HomeOutlined,
  MinusSquareOutlined,
  PhoneOutlined,
  RollbackOutlined,
  SwapOutlined,
  UserAddOutlined,
  WalletOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { Select } from 'antd'
import { type ComponentType, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deed, Destination, Scene, What } from './stage.ts'

const groups = [
  ['number', ['open-account', 'change-plan', 'keep-plan', 'order-service', 'cancel-service']],
  ['use', ['use-data', 'make-calls', 'top-up']],
  ['away', ['arrive-abroad', 'return-home', 'lose-phone', 'replace-card', 'ask-call-details']],
] as const satisfies readonly (readonly [string, readonly What[]])[]

const icons: Readonly<Record<What, ComponentType>> = {
  'open-account': UserAddOutlined,
  'change-plan': SwapOutlined,
  'keep-plan': RollbackOutlined,
  'order-service': AppstoreAddOutlined,
  'cancel-service': MinusSquareOutlined,
  'use-data': CloudDownloadOutlined,
  'make-calls': PhoneOutlined,
  'top-up': WalletOutlined,
  'arrive-abroad': GlobalOutlined,
  'return-home': HomeOutlined,
  'lose-phone': WarningOutlined,
  'replace-card': CreditCardOutlined,
  'ask-call-details': AuditOutlined,
}

/** Of two that undo each other one is shown: the one that is possible. */
const opposites: Partial<Record<What, What>> = {
  'change-plan': 'keep-plan',
  'lose-phone': 'replace-card',
}

const destinations: readonly Destination[] = ['520', '440', '454', '310', '222']

interface Asked {
  readonly may: Scene['may']
  readonly isBusy: boolean
  readonly onDeed: (deed: Deed) => void
}

export function Happenings({ may, isBusy, onDeed }: Asked): ReactNode {
  const { t } = useTranslation()
  const [place, setPlace] = useState<Destination>('520')
  const isShown = (what: What): boolean => {
    const other = opposites[what]
    if (other !== undefined) return may.includes(what) || !may.includes(other)
    if (Object.values(opposites).includes(what)) return may.includes(what)
    return what !== 'open-account' || may.includes(what)
  }
  return (
    <section className="happenings" aria-label={t('tryIt.happen')}>
      <h2>{t('tryIt.happen')}</h2>
      {groups.map(([group, whats]) => (
        <div key={group} className="happenings-group">
          <div className="happenings-title">
            <h3>{t(`tryIt.groups.${group}`)}</h3>
            {group === 'away' && (
              <Select
                size="small"
                value={place}
                onChange={setPlace}
                aria-label={t('tryIt.place')}
                options={destinations.map(value => ({ value, label: t(`tryIt.places.${value}`) }))}
              />
            )}
          </div>
          {whats.filter(isShown).map(what => (
            <Happening
              key={what}
              what={what}
              place={place}
              isPossible={may.includes(what) && !isBusy}
              onHappen={() =>
                onDeed({ do: 'happen', what, ...(what === 'arrive-abroad' ? { mcc: place } : {}) })
              }
            />
          ))}
        </div>
      ))}
    </section>
  )
}

function Happening({
  what,
  place,
  isPossible,
  onHappen,
}: {
  readonly what: What
  readonly place: Destination
  readonly isPossible: boolean
  readonly onHappen: () => void
}): ReactNode {
  const { t } = useTranslation()
  const Icon = icons[what]
  return (
    <button type="button" className="happening" disabled={!isPossible} onClick={onHappen}>
      <Icon />
      <span>
        <b>{t(`tryIt.happenings.${what}.title`, { place: t(`tryIt.places.${place}`) })}</b>
        <small>{t(`tryIt.happenings.${what}.hint`)}</small>
      </span>
    </button>
  )
}

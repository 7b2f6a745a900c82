/** Nobody is played yet: what this is, three ways to begin, and the customers of the month. */
import { CloudDownloadOutlined, GlobalOutlined, UserAddOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ComponentType, Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../parts/fault.tsx'
import { carryOut, type Deed, inventOne, type Person } from './stage.ts'

interface Proposal {
  readonly id: 'open' | 'data' | 'travel'
  readonly icon: ComponentType
  readonly brand: Person['brand']
  readonly deeds: readonly Deed[]
}

const open: Deed = { do: 'happen', what: 'open-account' }
const useData: Deed = { do: 'happen', what: 'use-data' }

const proposals: readonly Proposal[] = [
  { id: 'open', icon: UserAddOutlined, brand: 'gotone', deeds: [open] },
  {
    id: 'data',
    icon: CloudDownloadOutlined,
    brand: 'gotone',
    deeds: [open, useData, useData, useData, useData],
  },
  {
    id: 'travel',
    icon: GlobalOutlined,
    brand: 'm-zone',
    deeds: [open, { do: 'happen', what: 'arrive-abroad', mcc: '520' }],
  },
]

const wayPoints = ['fact', 'rule', 'plan', 'gateway', 'handset'] as const

interface Asked {
  readonly people: readonly Person[]
  readonly onPlay: (account: string) => void
}

export function Start({ people, onPlay }: Asked): ReactNode {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh-CN'
  const begin = useMutation({
    async mutationFn({ brand, deeds }: Proposal) {
      const { account } = await inventOne({ brand, language })
      for (const deed of deeds) await carryOut(account, deed)
      return account
    },
    onSuccess: onPlay,
  })
  return (
    <div className="try-start">
      <p className="try-lead">{t('tryIt.lead')}</p>
      <ol className="try-way">
        {wayPoints.map(point => (
          <li key={point}>{t(`tryIt.way.${point}`)}</li>
        ))}
      </ol>
      <h2>{t('tryIt.start')}</h2>
      <div className="proposals">
        {proposals.map(proposal => {
          const { id, icon: Icon } = proposal
          return (
            <button
              key={id}
              type="button"
              className="proposal"
              disabled={begin.isPending}
              onClick={() => begin.mutate(proposal)}
            >
              <Icon />
              <b>{t(`tryIt.proposals.${id}.title`)}</b>
              <span>{t(`tryIt.proposals.${id}.hint`)}</span>
            </button>
          )
        })}
      </div>
      {begin.error !== null && <Fault error={begin.error} />}
      {people.length > 0 && (
        <Fragment>
          <h2>{t('tryIt.orPlay')}</h2>
          <div className="cast">
            {people.map(({ account, name, number, brand, plan }) => (
              <Button key={account} onClick={() => onPlay(account)}>
                {name} · {t(`tryIt.brands.${brand}`)} {plan?.[language]} · {number}
              </Button>
            ))}
          </div>
        </Fragment>
      )}
    </div>
  )
}

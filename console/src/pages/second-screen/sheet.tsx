/** Before and after, side by side (TP2-20): for the customer's eyes, and the agent's. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape } from '../../client/api.ts'
import { volume, yuan } from '../customer/facts.ts'

type PlanChange = Shape<'PlanChange'>
type Figure = PlanChange['figures'][number]
type Named = PlanChange['after']['name']

export function Sheet({ change }: { readonly change: PlanChange }): ReactNode {
  const { t, i18n } = useTranslation()
  const { before, after, figures, startsOn, lastDay, contracts } = change
  const called = (name: Named): string => (i18n.language === 'en' ? name.en : name['zh-CN'])
  const lost = figures.filter(({ change: way }) => way === 'worse')
  return (
    <div className="sheet">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('screen.what')}</th>
            <th scope="col">{before === null ? t('screen.unknownPlan') : called(before.name)}</th>
            <th scope="col" className="new">
              {called(after.name)}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('screen.when')}</th>
            <td>{t('screen.lastDay', { day: lastDay })}</td>
            <td className="new">{t('screen.startsOn', { day: startsOn })}</td>
          </tr>
          {figures.map(figure => (
            <tr key={figure.what} className={figure.change}>
              <th scope="row">{t(`screen.${figure.what}`)}</th>
              <td>
                <Amount figure={figure} value={figure.before} />
              </td>
              <td className="new">
                <Amount figure={figure} value={figure.after} />
                {figure.change !== 'unknown' && <small>{t(`screen.${figure.change}`)}</small>}
              </td>
            </tr>
          ))}
          <tr className="words">
            <th scope="row">{t('screen.also')}</th>
            <td>{before?.offer != null && called(before.offer)}</td>
            <td className="new">{after.offer !== null && called(after.offer)}</td>
          </tr>
        </tbody>
      </table>
      {lost.length > 0 && (
        <p className="mind">
          {t('screen.mind', { what: lost.map(({ what }) => t(`screen.${what}`)).join(t('screen.comma')) })}
        </p>
      )}
      {contracts.map(({ id, name, until, monthsLeft, minimum }) => (
        <p key={id} className="mind">
          {t('screen.contract', { name: called(name) })}
          {until !== null && ` ${t('screen.contractUntil', { until, count: monthsLeft ?? 0 })}`}
          {minimum !== null && ` ${t('screen.minimum', { amount: yuan(minimum) })}`}
        </p>
      ))}
    </div>
  )
}

function Amount({ figure, value }: { readonly figure: Figure; readonly value: number | null }): ReactNode {
  const { t } = useTranslation()
  if (value === null) return <span className="quiet">{t('screen.unknown')}</span>
  switch (figure.what) {
    case 'monthlyFee':
      return t('screen.aMonth', { amount: yuan(value) })
    case 'dataBytes':
      return volume(value)
    case 'voiceMinutes':
      return t('screen.minutes', { count: value })
    case 'outOfPlanPerMB':
      return t('screen.aMegabyte', { amount: yuan(value) })
  }
}

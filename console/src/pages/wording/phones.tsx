/** The message on the phones of typical customers, with its parts and what it costs. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../parts/tag.tsx'
import { useWordOf } from '../../parts/words-of.ts'
import type { Preview, Sample } from './preview.ts'

const microPerYuan = 1_000_000

export function Phones({ preview }: { readonly preview: Preview }): ReactNode {
  const [first] = preview.texts
  if (first === undefined) return null
  return (
    <div className="phones">
      {first.samples.map(({ who }) => (
        <Phone key={who} who={who} preview={preview} />
      ))}
    </div>
  )
}

function Phone({ who, preview }: { readonly who: Sample['who']; readonly preview: Preview }): ReactNode {
  const wordOf = useWordOf()
  const { i18n } = useTranslation()
  const samples = preview.texts.flatMap(({ language, samples: all }) => {
    const own = all.find(sample => sample.who === who)
    return own === undefined ? [] : [{ language, own }]
  })
  const plan = samples[0]?.own.plan ?? null
  return (
    <figure className="phone">
      <figcaption>
        <b>{wordOf('sampleWho', who)}</b>{' '}
        {plan !== null && <span className="quiet">{i18n.language === 'en' ? plan.en : plan['zh-CN']}</span>}
      </figcaption>
      {samples.map(({ language, own }) => (
        <div key={language} className="phone-message">
          {own.text === null ? (
            <p className="tone-bad">{own.fault}</p>
          ) : (
            <p lang={language} className="phone-bubble">
              {own.text}
            </p>
          )}
          <Measures sample={own} partsNorm={preview.partsNorm} />
        </div>
      ))}
    </figure>
  )
}

function Measures({
  sample,
  partsNorm,
}: {
  readonly sample: Sample
  readonly partsNorm: number | null
}): ReactNode {
  const { t } = useTranslation()
  const { parts, costMicroYuan, text } = sample
  if (text === null) return null
  const isLong = parts !== null && partsNorm !== null && parts.count > partsNorm
  return (
    <p className="quiet">
      {parts !== null && (
        <Tag tone={isLong ? 'amber' : 'plain'}>
          {t('wording.parts', { count: parts.count, units: parts.units })}
        </Tag>
      )}{' '}
      {costMicroYuan !== null && `¥${(costMicroYuan / microPerYuan).toFixed(2)}`}
    </p>
  )
}

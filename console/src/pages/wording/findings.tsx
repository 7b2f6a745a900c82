/** What the check says of one language: what must be told, and what to mend, with words that can be taken at a click. */
import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../parts/tag.tsx'
import { useWordOf } from '../../parts/words-of.ts'
import type { Finding, PreviewText } from './preview.ts'

interface Asked {
  readonly shown: PreviewText
  readonly text: string
  /** The places are those of some keystrokes ago. */
  readonly isBehind: boolean
  readonly onWrite: (text: string) => void
}

export function Findings({ shown: { findings, elements }, text, isBehind, onWrite }: Asked): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const isOwn = (finding: Finding): boolean => !/(missing|wished)-element$/.test(finding.code)
  return (
    <div className="findings">
      {elements.length > 0 && (
        <p>
          {elements.map(({ element, need, told }) => (
            <span
              key={element}
              className={`state element tone-${told ? 'good' : need === 'required' ? 'bad' : 'amber'}`}
            >
              {told ? <CheckCircleFilled /> : <ExclamationCircleFilled />} {wordOf('elements', element)}
              {!told && ` (${t(need === 'required' ? 'wording.mustTell' : 'wording.shouldTell')})`}
            </span>
          ))}
        </p>
      )}
      <ul className="plain">
        {findings.filter(isOwn).map(finding => (
          <li key={`${finding.offset} ${finding.code} ${finding.message}`}>
            <Tag tone={finding.severity === 'error' ? 'bad' : 'amber'}>
              {t(finding.severity === 'error' ? 'wording.error' : 'wording.warning')}
            </Tag>{' '}
            {finding.message} <span className="quiet">{finding.hint}</span>{' '}
            {finding.instead.map(word => (
              <Button
                key={word}
                size="small"
                disabled={isBehind}
                onClick={() => onWrite(replaced(text, finding, word))}
              >
                {t('wording.replaceBy', { word })}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function replaced(text: string, { offset, length }: Finding, word: string): string {
  return offset === null ? text : text.slice(0, offset) + word + text.slice(offset + length)
}

/** What went wrong and what to do about it, in the reader's language; the server's own words where they say more. */
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../client/problem.ts'
import { faults } from '../words/zh-CN/faults.ts'

type Known = keyof typeof faults
const isKnown = (code: string): code is Known => Object.hasOwn(faults, code)

export function Fault({ error }: { readonly error: Error }): ReactNode {
  const { t } = useTranslation()
  const problem = error instanceof Problem ? error : null
  const code = problem?.code ?? 'internal'
  const seconds = problem?.retryAfterS ?? 0
  const title = isKnown(code) ? t(`faults.${code}`, { seconds }) : t('faults.internal')
  const faults = problem?.body?.faults ?? []
  return (
    <Alert
      className="fault"
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {problem?.body?.detail !== undefined && <div lang="en">{problem.body.detail}</div>}
          {faults.map(({ field, remedy }) => (
            <div key={`${field} ${remedy}`} lang="en">
              {field}: {remedy}
            </div>
          ))}
          {!isKnown(code) && problem?.body?.remedy !== undefined && (
            <div lang="en">{problem.body.remedy}</div>
          )}
          {problem?.body?.requestId !== undefined && code === 'internal' && (
            <div className="quiet">{t('faults.asked', { id: problem.body.requestId })}</div>
          )}
        </>
      }
    />
  )
}

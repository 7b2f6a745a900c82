import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  MinusCircleOutlined,
  QuestionCircleOutlined,
  SendOutlined,
} from '@ant-design/icons'
import type { ComponentType, ReactNode } from 'react'
import { useWordOf } from './words-of.ts'

const marks: Readonly<Record<string, { readonly icon: ComponentType; readonly tone: string }>> = {
  planned: { icon: ClockCircleOutlined, tone: 'muted' },
  attempted: { icon: SendOutlined, tone: 'muted' },
  delivered: { icon: CheckCircleFilled, tone: 'good' },
  failed: { icon: CloseCircleFilled, tone: 'bad' },
  expired: { icon: CloseCircleFilled, tone: 'amber' },
  unconfirmed: { icon: QuestionCircleOutlined, tone: 'amber' },
  withheld: { icon: MinusCircleOutlined, tone: 'muted' },
}

/** Sign and word: colour alone tells nothing. */
export function StateMark({ state }: { readonly state: string }): ReactNode {
  const wordOf = useWordOf()
  const { icon: Icon, tone } = marks[state] ?? { icon: QuestionCircleOutlined, tone: 'muted' }
  return (
    <span className={`state tone-${tone}`}>
      <Icon /> {wordOf('states', state)}
    </span>
  )
}

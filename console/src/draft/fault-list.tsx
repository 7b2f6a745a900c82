import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Tag } from '../parts/tag.tsx'
import type { Fault } from './check.ts'

interface Asked {
  readonly faults: readonly Fault[]
  readonly onGo: (fault: Fault) => void
}

/** What is wrong where; the place leads there. */
export const FaultList = ({ faults, onGo }: Asked): ReactNode => (
  <ul className="plain fault-list">
    {faults.map(fault => (
      <li key={`${fault.file} ${fault.line} ${fault.column} ${fault.code} ${fault.message}`}>
        <Tag tone={fault.severity === 'error' ? 'bad' : 'amber'}>
          {fault.file}:{fault.line}
        </Tag>{' '}
        <Button type="link" size="small" onClick={() => onGo(fault)}>
          {fault.message}
        </Button>{' '}
        <span className="quiet">{fault.hint}</span>
      </li>
    ))}
  </ul>
)

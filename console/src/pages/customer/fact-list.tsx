import type { ReactNode } from 'react'
import { factsOf } from './facts.ts'

/** The facts of an event or a decision, with their units. */
export function FactList({ facts }: { readonly facts: Readonly<Record<string, unknown>> }): ReactNode {
  const rows = factsOf(facts)
  return (
    <dl className="facts">
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

import type { ReactNode } from 'react'

export type Tone = 'plain' | 'good' | 'amber' | 'bad' | 'jade'

/** A word in a box; its colours are ours, since those of the library are too faint to read by day. */
export const Tag = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone
  readonly children: ReactNode
}): ReactNode => <span className={`tag tag-${tone}`}>{children}</span>

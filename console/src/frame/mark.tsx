import type { ReactNode } from 'react'

/** Our sign: a clock, and its moment. */
export const Mark = (): ReactNode => (
  <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" />
    <circle cx="16" cy="16" r="9" />
    <path d="M16 10v6l4.2 2.6" />
  </svg>
)

import type { ReactNode } from 'react'

/** What may be longer than its frame: with the keyboard one scrolls what has the focus, so it can have it. */
export const Scrolled = ({ children }: { readonly children: ReactNode }): ReactNode => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="scrolled" tabIndex={0}>
    {children}
  </div>
)

import type { ReactNode } from 'react'

/** A table that may be wider than its place: with the keyboard one scrolls what has the focus, so it can have it. */
export const WideTable = ({ children }: { readonly children: ReactNode }): ReactNode => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="wide-table" tabIndex={0}>
    {children}
  </div>
)

import { type ReactNode, useEffect } from 'react'

/** The name of a page, on the page and in the browser's title. */
export function PageHead({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}): ReactNode {
  useEffect(() => {
    document.title = `${title} · Kairos`
  }, [title])
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children}
    </div>
  )
}

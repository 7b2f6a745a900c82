/** What the draft changes, what the server says of it, and the way to submit it: on every page where something is written. */
import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Alert, Button, Drawer, Popconfirm, Skeleton } from 'antd'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { Fault as FaultNotice } from '../parts/fault.tsx'
import { Tag } from '../parts/tag.tsx'
import { type Book, filesQuery } from './book.ts'
import { type Fault, useCheck } from './check.ts'
import { useDraft } from './draft.ts'
import { FaultList } from './fault-list.tsx'
import { SubmitDraft } from './submit-draft.tsx'
import './draft.css'

const SourceDiff = lazy(() => import('./source-diff.tsx'))

export function DraftBar({
  book,
  onGo,
}: {
  readonly book: Book
  readonly onGo: (fault: Fault) => void
}): ReactNode {
  const { t } = useTranslation()
  const { draft, store } = useDraft()
  const [isOpen, setOpen] = useState(false)
  const [isSubmitting, setSubmitting] = useState(false)
  const count = Object.keys(draft.changes).length
  useWarning(count > 0 && !draft.isKept)
  if (!book.mayWrite) return <p className="quiet">{t('draft.readOnly')}</p>
  return (
    <section className="draft-bar" aria-label={t('draft.title')}>
      {count === 0 ? (
        <span className="quiet grow">{t('draft.none', { version: book.base })}</span>
      ) : (
        <>
          <b>{t('draft.title')}</b>
          <Button type="link" size="small" onClick={() => setOpen(true)}>
            {t('draft.changed', { count })}
          </Button>
          <Verdict />
          <span className="grow" />
        </>
      )}
      <BackAndForth />
      {count > 0 && (
        <>
          <Popconfirm title={t('draft.discardSure')} onConfirm={() => store.discard()}>
            <Button size="small">{t('draft.discard')}</Button>
          </Popconfirm>
          <Button size="small" type="primary" onClick={() => setSubmitting(true)}>
            {t('draft.submit')}
          </Button>
        </>
      )}
      {!draft.isKept && <Alert type="warning" title={t('draft.notKept')} />}
      {count > 0 && book.inForce !== book.base && <Behind book={book} />}
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        size="min(960px, 100vw)"
        title={t('draft.changed', { count })}
      >
        <ChangedFiles book={book} onGo={fault => (setOpen(false), onGo(fault))} />
      </Drawer>
      {isSubmitting && <SubmitDraft book={book} onClose={() => setSubmitting(false)} />}
    </section>
  )
}

function BackAndForth(): ReactNode {
  const { t } = useTranslation()
  const { draft, store } = useDraft()
  return (
    <>
      <Button
        size="small"
        icon={<UndoOutlined aria-hidden />}
        disabled={!draft.canUndo}
        onClick={() => store.undo()}
      >
        {t('draft.undo')}
      </Button>
      <Button
        size="small"
        icon={<RedoOutlined aria-hidden />}
        disabled={!draft.canRedo}
        aria-label={t('draft.redo')}
        onClick={() => store.redo()}
      />
    </>
  )
}

/** Before the page is left, where nothing is kept. */
function useWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isNeeded])
}

function Verdict(): ReactNode {
  const { t } = useTranslation()
  const { checked, isBehind } = useCheck()
  if (checked === undefined) return <span className="quiet">{t('draft.checking')}</span>
  return (
    <span role="status" className={isBehind ? 'behind' : ''}>
      {checked.errors > 0 ? (
        <Tag tone="bad">{t('draft.errors', { count: checked.errors })}</Tag>
      ) : (
        <Tag tone="good">{t('draft.sound')}</Tag>
      )}
      {checked.warnings > 0 && <Tag>{t('draft.warnings', { count: checked.warnings })}</Tag>}
    </span>
  )
}

function Behind({ book }: { readonly book: Book }): ReactNode {
  const { t } = useTranslation()
  const { draft, store } = useDraft()
  const { data } = useQuery(filesQuery(book.inForce))
  if (data === undefined) return null
  const both = Object.keys(draft.changes).filter(path => data.files[path] !== book.original[path])
  return (
    <Alert
      type="warning"
      className="draft-behind"
      title={t('draft.behind', { inForce: book.inForce, base: book.base })}
      description={both.length > 0 && t('draft.conflicts', { files: both.join(', ') })}
      action={
        <Button size="small" disabled={both.length > 0} onClick={() => store.moveTo(book.inForce)}>
          {t('draft.move', { inForce: book.inForce })}
        </Button>
      }
    />
  )
}

function ChangedFiles({
  book,
  onGo,
}: {
  readonly book: Book
  readonly onGo: (fault: Fault) => void
}): ReactNode {
  const { t } = useTranslation()
  const { draft } = useDraft()
  const { checked, error } = useCheck()
  const errors = checked?.faults.filter(({ severity }) => severity === 'error') ?? []
  return (
    <>
      {error !== null && <FaultNotice error={error} />}
      {errors.length > 0 && <FaultList faults={errors} onGo={onGo} />}
      {Object.entries(draft.changes).map(([path, text]) => (
        <section key={path} className="changed-file">
          <div className="spread">
            <code>{path}</code>
            <Button size="small" onClick={() => book.write(path, book.original[path] ?? null)}>
              {t('draft.restore')}
            </Button>
          </div>
          <Suspense fallback={<Skeleton active />}>
            <SourceDiff label={path} before={book.original[path] ?? ''} after={text ?? ''} />
          </Suspense>
        </section>
      ))}
    </>
  )
}

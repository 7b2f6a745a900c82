/** One thing of a file: its form beside the file's text; on a phone one or the other. Changes in one show in the other. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Grid, Skeleton, Tabs } from 'antd'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../client/api.ts'
import type { Book } from './book.ts'
import { contentOf } from './book.ts'
import { type Fault, useCheck } from './check.ts'
import { EntryForm, type FormParts } from './entry-form.tsx'
import { FaultList } from './fault-list.tsx'
import { linesOf, ruleAt } from './lines.ts'
import { schemaAt, schemaOf, schemasQuery } from './schema.ts'
import type { Known, Names } from './source-completion.ts'
import { wordsOf } from './known-words.ts'
import { type Path, valueAt } from './yaml-edit.ts'

const SourceEditor = lazy(() => import('./source-editor.tsx'))

interface Asked {
  readonly book: Book
  readonly file: string
  /** The thing in the file; the empty path is the file as a whole. */
  readonly path: Path
  /** The event from which it starts, for what conditions may name. */
  readonly on?: string | undefined
  /** What goes between the form and its faults. */
  readonly children?: ReactNode
}

export const namesQuery = (on: string | undefined) => ({
  queryKey: ['names', on],
  queryFn: () =>
    ask(api.GET('/rulebook/names', { params: { query: { on: on as Names['on'] as 'line.opened' } } })),
  enabled: on !== undefined && on !== '',
  staleTime: Infinity,
  retry: false,
})

export function EntryEditor(asked: Asked): ReactNode {
  const { t } = useTranslation()
  const isWide = Grid.useBreakpoint().lg === true
  const [line, setLine] = useState<number | null>(null)
  const [tab, setTab] = useState('form')
  const go = (fault: Fault): void => {
    setLine(fault.line)
    setTab('source')
  }
  const form = <FormSide {...asked} onGo={go} />
  const source = <SourceSide key={`${asked.file} ${asked.path.join('/')}`} {...asked} line={line} />
  if (isWide) {
    return (
      <div className="entry-editor">
        <div className="card">{form}</div>
        <div className="card entry-source">{source}</div>
      </div>
    )
  }
  return (
    <Tabs
      activeKey={tab}
      onChange={setTab}
      items={[
        { key: 'form', label: t('draft.form'), children: <div className="card">{form}</div> },
        { key: 'source', label: t('draft.source'), children: source },
      ]}
    />
  )
}

interface FormAsked extends Asked {
  readonly onGo: (fault: Fault) => void
}

function FormSide({ book, file, path, on, children, onGo }: FormAsked): ReactNode {
  const { t } = useTranslation()
  const schemas = useQuery(schemasQuery).data
  const names = useQuery(namesQuery(on)).data
  const { checked } = useCheck()
  const content = contentOf(book.files, file)
  const words = useMemo(() => wordsOf(book.files), [book.files])
  if (schemas === undefined) return <Skeleton active />
  if (content === undefined) return <Alert type="warning" title={t('draft.brokenSource')} />
  const schema = schemaAt(schemaOf(schemas, file), path)
  const { from, until } = linesOf(book.files[file] ?? '', path)
  const own =
    checked?.faults.filter(fault => fault.file === file && fault.line >= from && fault.line <= until) ?? []
  const parts: FormParts = {
    isReadOnly: !book.mayWrite,
    words,
    names,
    set: (to, value, order = []) => book.set(file, { path: to, order }, value),
    add: (at, value) => book.add(file, at, value),
  }
  return (
    <>
      {own.length > 0 && (
        <section aria-live="polite">
          <h3>{t('draft.faultsHere')}</h3>
          <FaultList faults={own} onGo={onGo} />
        </section>
      )}
      {schema !== undefined && (
        <EntryForm schema={schema} value={valueAt(content, path)} path={path} parts={parts} />
      )}
      {children}
    </>
  )
}

const noFaults: readonly Fault[] = []

interface SourceAsked extends Pick<Asked, 'book' | 'file' | 'path'> {
  /** The line to bring into view; else that of the thing. */
  readonly line?: number | null
}

export function SourceSide({ book, file, path, line = null }: SourceAsked): ReactNode {
  const schemas = useQuery(schemasQuery).data
  const queries = useQueryClient()
  const { checked } = useCheck()
  const text = book.files[file] ?? ''
  const words = useMemo(() => wordsOf(book.files), [book.files])
  const faults = useMemo(
    () => checked?.faults.filter(fault => fault.file === file) ?? noFaults,
    [checked?.faults, file],
  )
  // Where it stands when it is opened; afterwards the reader scrolls.
  const [start] = useState(() => linesOf(text, path).from)
  const known: Known = {
    schema: schemas === undefined ? undefined : schemaOf(schemas, file),
    words,
    namesAt: async (now, offset) => {
      const on = ruleAt(now, offset)
      return on === null ? null : queries.ensureQueryData(namesQuery(on)).catch(() => null)
    },
  }
  return (
    <Suspense fallback={<Skeleton active />}>
      <SourceEditor
        key={`${file} ${book.mayWrite}`}
        text={text}
        label={file}
        faults={faults}
        known={known}
        isReadOnly={!book.mayWrite}
        line={line ?? start}
        onChange={now => book.write(file, now, { isTyping: true })}
      />
    </Suspense>
  )
}

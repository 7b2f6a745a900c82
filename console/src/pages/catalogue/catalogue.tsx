/** Offers, prices and places by date; rest hours, caps, ladders, schedules, codes: each a form over its file. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Grid, Menu, Select, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Book, useBook } from '../../draft/book.ts'
import { DraftBar } from '../../draft/draft-bar.tsx'
import { EntryEditor, SourceSide } from '../../draft/entry-editor.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useWordOf } from '../../parts/words-of.ts'
import { EntryTable } from './entry-table.tsx'
import { entriesOf, type Shelf, shelvesOf } from './shelves.ts'

export function Catalogue(): ReactNode {
  const { t } = useTranslation()
  const { file: wanted } = useSearch({ from: '/catalogue' })
  const navigate = useNavigate({ from: '/catalogue' })
  const { book, error, retry } = useBook()
  if (error !== null) return <PageFault error={error} onRetry={retry} />
  if (book === null) return <Skeleton active />
  const shelves = shelvesOf(book.files)
  const shelf = shelves.find(({ file }) => file === wanted) ?? shelves[0]
  const open = (file: string): void => void navigate({ search: { file } })
  return (
    <>
      <PageHead title={t('catalogue.title')}>
        <span className="quiet">{t('catalogue.hint')}</span>
      </PageHead>
      <DraftBar
        book={book}
        onGo={fault => void navigate({ search: { file: fault.file, line: `${fault.line}` } })}
      />
      {shelf !== undefined && (
        <div className="editor">
          <Shelves shelves={shelves} book={book} open={shelf.file} onOpen={open} />
          <div className="shelf">
            <ShelfView book={book} shelf={shelf} />
          </div>
        </div>
      )}
    </>
  )
}

interface ShelvesAsked {
  readonly shelves: readonly Shelf[]
  readonly book: Book
  readonly open: string
  readonly onOpen: (file: string) => void
}

/** Beside the page, or one field above it where there is no room. */
function Shelves({ shelves, book, open, onOpen }: ShelvesAsked): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const isWide = Grid.useBreakpoint().md === true
  const labelOf = ({ file }: Shelf): string => {
    const mark = book.files[file] === book.original[file] ? '' : ' •'
    return wordOf('shelves', file.replace(/^.*\/|\.yaml$/g, '').replace('.yaml', '')) + mark
  }
  const groups = (['catalogue', 'policy', 'others'] as const).map(group => ({
    label: t(`catalogue.${group}`),
    own: shelves.filter(shelf => shelf.group === group),
    labelOf: (shelf: Shelf) =>
      group === 'others'
        ? shelf.file + (book.files[shelf.file] === book.original[shelf.file] ? '' : ' •')
        : labelOf(shelf),
  }))
  if (!isWide) {
    return (
      <Select
        value={open}
        aria-label={t('catalogue.title')}
        onChange={onOpen}
        options={groups.map(({ label, own, labelOf: name }) => ({
          label,
          options: own.map(shelf => ({ value: shelf.file, label: name(shelf) })),
        }))}
      />
    )
  }
  return (
    <Menu
      selectedKeys={[open]}
      onClick={({ key }) => onOpen(key)}
      items={groups.map(({ label, own, labelOf: name }) => ({
        type: 'group',
        label,
        children: own.map(shelf => ({ key: shelf.file, label: name(shelf) })),
      }))}
    />
  )
}

function ShelfView({ book, shelf }: { readonly book: Book; readonly shelf: Shelf }): ReactNode {
  const { t } = useTranslation()
  const { entry: wanted, line } = useSearch({ from: '/catalogue' })
  const navigate = useNavigate({ from: '/catalogue' })
  if (shelf.group === 'others' || line !== undefined) {
    return (
      <section className="card">
        <code>{shelf.file}</code>
        <SourceSide
          key={shelf.file}
          book={book}
          file={shelf.file}
          path={[]}
          line={line === undefined ? null : Number(line)}
        />
      </section>
    )
  }
  if (shelf.lists.length === 0)
    return <EntryEditor key={shelf.file} book={book} file={shelf.file} path={[]} />
  const entries = entriesOf(book.files, shelf)
  const entry = entries.find(({ path }) => path.join('.') === wanted)
  if (entry === undefined) return <EntryTable key={shelf.file} book={book} shelf={shelf} entries={entries} />
  return (
    <>
      <div className="toolbar">
        <a
          href="#list"
          onClick={event => {
            event.preventDefault()
            void navigate({ search: before => ({ ...before, entry: undefined }) })
          }}
        >
          {t('catalogue.back')}
        </a>
        <h2 className="entry-title">
          {entry.id} {entry.from !== null && <span className="quiet">{entry.from}</span>}
        </h2>
      </div>
      <EntryEditor key={entry.path.join('.')} book={book} file={shelf.file} path={entry.path} />
    </>
  )
}

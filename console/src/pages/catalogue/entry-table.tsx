/** The entries of a file as a table: found by any word, opened by a click; a new price is a new entry from a day on. */
import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Popconfirm, Table, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Book, contentOf } from '../../draft/book.ts'
import { firstOf, useFieldWord } from '../../draft/entry-form.tsx'
import { keysOf, type Schema, schemaAt, schemaOf, schemasQuery } from '../../draft/schema.ts'
import { type Path, valueAt } from '../../draft/yaml-edit.ts'
import type { Written } from '../../draft/yaml-write.ts'
import { useChoices } from '../../frame/choices.ts'
import { Tag } from '../../parts/tag.tsx'
import { useWordOf } from '../../parts/words-of.ts'
import { matches } from '../rules/rule-rows.ts'
import type { Entry, Shelf } from './shelves.ts'

interface Asked {
  readonly book: Book
  readonly shelf: Shelf
  readonly entries: readonly Entry[]
}

const rowsOnPage = 50
/** Sentences and lists are for the form. */
const columnsMax = 6

export function EntryTable({ book, shelf, entries }: Asked): ReactNode {
  const { t } = useTranslation()
  const { q = '' } = useSearch({ from: '/catalogue' })
  const navigate = useNavigate({ from: '/catalogue' })
  const schemas = useQuery(schemasQuery).data
  const [dated, setDated] = useState<Entry | null>(null)
  const [isNew, setNew] = useState(false)
  const [list = ''] = shelf.lists
  const schema =
    schemas === undefined
      ? undefined
      : schemaAt(schemaOf(schemas, shelf.file), [list, isNamedList(entries) ? 'x' : 0])
  const shown = entries.filter(({ id, value }) => matches(q, id, JSON.stringify(value)))
  const columns = useColumns({ book, shelf, schema, onDate: setDated })
  const open = (path: Path): void =>
    void navigate({ search: before => ({ ...before, entry: path.join('.') }) })
  return (
    <section className="card">
      <div className="toolbar">
        <Input.Search
          allowClear
          className="number-search"
          placeholder={t('catalogue.search')}
          aria-label={t('catalogue.search')}
          defaultValue={q}
          onChange={({ target }) =>
            void navigate({ search: before => ({ ...before, q: target.value || undefined }), replace: true })
          }
        />
        <span className="quiet grow">{t('rules.count', { count: shown.length })}</span>
        {book.mayWrite && schema !== undefined && (
          <Button icon={<PlusOutlined />} onClick={() => setNew(true)}>
            {t('catalogue.newEntry')}
          </Button>
        )}
      </div>
      <div className="wide-table">
        <Table<Entry>
          size="small"
          rowKey={({ path }) => path.join('.')}
          dataSource={shown}
          columns={columns}
          pagination={{ pageSize: rowsOnPage, hideOnSinglePage: true, showSizeChanger: false }}
          rowClassName="openable"
          onRow={({ path }) => ({ onClick: () => open(path) })}
        />
      </div>
      {dated !== null && <FromDay book={book} shelf={shelf} entry={dated} onClose={() => setDated(null)} />}
      {isNew && schema !== undefined && (
        <NewEntry
          book={book}
          shelf={shelf}
          schema={schema}
          isNamed={isNamedList(entries)}
          onClose={() => setNew(false)}
        />
      )}
    </section>
  )
}

const isNamedList = (entries: readonly Entry[]): boolean => typeof entries[0]?.path[1] === 'string'

interface ColumnsAsked {
  readonly book: Book
  readonly shelf: Shelf
  readonly schema: Schema | undefined
  readonly onDate: (entry: Entry) => void
}

function useColumns({ book, shelf, schema, onDate }: ColumnsAsked) {
  const { t } = useTranslation()
  const { language } = useChoices()
  const word = useFieldWord()
  const wordOf = useWordOf()
  const keys = keysOf(schema).filter(
    key => !['id', 'mcc', 'from', 'offer', 'features', 'source'].includes(key),
  )
  const shown = keys.slice(0, columnsMax).map(key => ({
    key,
    title: word(key, shelf.lists),
    render: (_: unknown, { value }: Entry) =>
      key === 'brand' ? wordOf('brands', String(value[key])) : cellOf(value[key], language),
  }))
  const from = { key: 'from', title: word('from'), render: (_: unknown, { from: day }: Entry) => day }
  return [
    {
      key: 'id',
      title: word('id'),
      render: (_: unknown, { id, isOlder }: Entry) => (
        <>
          <code>{id}</code> {isOlder && <Tag>{t('catalogue.older')}</Tag>}
        </>
      ),
    },
    ...(keysOf(schema).includes('from') ? [from] : []),
    ...shown,
    ...(book.mayWrite
      ? [
          {
            key: 'steps',
            title: '',
            render: (_: unknown, entry: Entry) => (
              <Steps book={book} shelf={shelf} entry={entry} onDate={onDate} />
            ),
          },
        ]
      : []),
  ]
}

function cellOf(value: unknown, language: string): string {
  if (typeof value === 'object' && value !== null) {
    const own = valueAt(value, [language])
    return typeof own === 'string' ? own : Object.values(value).join(', ')
  }
  return value === undefined || value === null ? '' : `${value as string | number | boolean}`
}

interface StepsAsked {
  readonly book: Book
  readonly shelf: Shelf
  readonly entry: Entry
  readonly onDate: (entry: Entry) => void
}

function Steps({ book, shelf, entry, onDate }: StepsAsked): ReactNode {
  const { t } = useTranslation()
  return (
    // Clicks here do not open the row.
    <span
      className="steps"
      role="presentation"
      onClick={event => event.stopPropagation()}
      onKeyDown={event => event.stopPropagation()}
    >
      {entry.from !== null && (
        <Tooltip title={t('catalogue.fromDay')}>
          <Button
            size="small"
            type="text"
            icon={<CopyOutlined />}
            aria-label={`${t('catalogue.fromDay')} ${entry.id}`}
            onClick={() => onDate(entry)}
          />
        </Tooltip>
      )}
      <Popconfirm
        title={t('catalogue.removeSure', { id: entry.id })}
        onConfirm={() => book.set(shelf.file, entry.path, undefined)}
      >
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`${t('draft.removeRow')} ${entry.id}`}
        />
      </Popconfirm>
    </span>
  )
}

/** The same thing at another price from a day on; what holds until then stays. */
function FromDay({
  book,
  shelf,
  entry,
  onClose,
}: Omit<StepsAsked, 'onDate'> & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ readonly from: string }>()
  const navigate = useNavigate({ from: '/catalogue' })
  const [list] = entry.path
  const add = ({ from }: { readonly from: string }): void => {
    const count = lengthOf(book, shelf, String(list))
    book.add(shelf.file, [list!], { ...(entry.value as Record<string, Written>), from })
    onClose()
    void navigate({ search: before => ({ ...before, entry: `${list}.${count}` }) })
  }
  return (
    <Modal
      open
      title={t('catalogue.fromDayOf', { id: entry.id })}
      okText={t('rules.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('catalogue.fromDayMeaning')}</p>
      <Form form={form} layout="vertical" onFinish={add}>
        <Form.Item
          name="from"
          label={t('catalogue.firstDay')}
          rules={[{ required: true, message: t('rules.needed') }]}
        >
          <Input type="date" {...(entry.from === null ? {} : { min: entry.from })} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

interface NewAsked {
  readonly book: Book
  readonly shelf: Shelf
  readonly schema: Schema
  readonly isNamed: boolean
  readonly onClose: () => void
}

function NewEntry({ book, shelf, schema, isNamed, onClose }: NewAsked): ReactNode {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ readonly id: string }>()
  const navigate = useNavigate({ from: '/catalogue' })
  const [list = ''] = shelf.lists
  const idKey = keysOf(schema).includes('mcc') ? 'mcc' : 'id'
  const add = ({ id }: { readonly id: string }): void => {
    const first = firstOf(schema) as Record<string, Written>
    const at = isNamed ? id : lengthOf(book, shelf, list)
    if (isNamed) book.set(shelf.file, [list, id], first)
    else book.add(shelf.file, [list], { ...first, [idKey]: id })
    onClose()
    void navigate({ search: before => ({ ...before, entry: `${list}.${at}` }) })
  }
  return (
    <Modal
      open
      title={t('catalogue.newEntry')}
      okText={t('rules.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={add}>
        <Form.Item
          name="id"
          label={t('rules.ruleId')}
          rules={[{ required: true, message: t('rules.needed') }]}
        >
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  )
}

const lengthOf = (book: Book, { file }: Shelf, list: string): number => {
  const held = valueAt(contentOf(book.files, file), [list])
  return Array.isArray(held) ? held.length : 0
}

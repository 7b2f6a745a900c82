/**
 * A list of the API's as a table: page by page by its cursor, with what is on screen exported as CSV or as a sheet. A list that
 * could not be read says why; an empty one teaches.
 */
import { DownloadOutlined } from '@ant-design/icons'
import { type QueryKey, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { App, Button, Empty, Table, type TableColumnType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { csvOf, download } from './csv.ts'
import { PageFault } from './page-fault.tsx'
import { downloadSheet } from './sheet.ts'
import { WideTable } from './wide-table.tsx'

interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Column<T> extends TableColumnType<T> {
  readonly key: string
  /** As it stands in an exported file; left out, the column is not exported. */
  readonly text?: (row: T) => string
}

interface Asked<T extends object> {
  readonly queryKey: QueryKey
  readonly read: (after: string | null) => Promise<Page<T>>
  readonly rowKey: (row: T) => string
  readonly columns: readonly Column<T>[]
  readonly empty: string
  /** File name without its ending; without it nothing can be taken along. */
  readonly exportAs?: string
  readonly toolbar?: ReactNode
  readonly selection?: {
    readonly keys: readonly string[]
    readonly onChange: (keys: readonly string[]) => void
  }
  readonly onOpen?: (row: T) => void
  readonly refreshMs?: number
}

export function PagedTable<T extends object>(asked: Asked<T>): ReactNode {
  const { columns, rowKey, selection, onOpen, exportAs } = asked
  const { t } = useTranslation()
  const { data, error, refetch, isPending, fetchNextPage, hasNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: asked.queryKey,
      initialPageParam: null as string | null,
      queryFn: ({ pageParam }) => asked.read(pageParam),
      getNextPageParam: page => page.next,
      ...(asked.refreshMs === undefined ? {} : { refetchInterval: asked.refreshMs }),
    })
  const rows = data?.pages.flatMap(page => page.items) ?? []
  if (error !== null && data === undefined) return <PageFault error={error} onRetry={() => void refetch()} />
  return (
    <section className="card">
      <div className="toolbar">
        {asked.toolbar}
        <span className="grow" />
        {exportAs !== undefined && rows.length > 0 && (
          <TakeAlong name={exportAs} columns={columns} rows={rows} />
        )}
      </div>
      <WideTable>
        <Table<T>
          size="small"
          rowKey={rowKey}
          dataSource={rows}
          columns={[...columns]}
          loading={isPending}
          pagination={false}
          locale={{ emptyText: <Empty description={asked.empty} /> }}
          {...(selection === undefined
            ? {}
            : {
                rowSelection: {
                  selectedRowKeys: [...selection.keys],
                  onChange: keys => selection.onChange(keys.map(String)),
                },
              })}
          {...(onOpen === undefined
            ? {}
            : { rowClassName: 'openable', onRow: row => ({ onClick: () => onOpen(row) }) })}
        />
      </WideTable>
      {hasNextPage && (
        <Button block type="text" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('parts.more')}
        </Button>
      )}
    </section>
  )
}

/** What is on screen, as texts. */
function textsOf<T>(columns: readonly Column<T>[], rows: readonly T[]) {
  const told = columns.flatMap(({ title, text }) =>
    text === undefined ? [] : [{ title: title as string, text }],
  )
  const head = told.map(({ title }) => title)
  return { head, cells: rows.map(row => told.map(({ text }) => text(row))) }
}

interface Taken<T> {
  readonly name: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
}

function TakeAlong<T>({ name, columns, rows }: Taken<T>): ReactNode {
  const { message } = App.useApp()
  const sheet = useMutation({
    async mutationFn() {
      const { head, cells } = textsOf(columns, rows)
      await downloadSheet(`${name}.xlsx`, head, cells)
    },
    onError: error => void message.error(error.message),
  })
  const takeCsv = (): void => {
    const { head, cells } = textsOf(columns, rows)
    download(`${name}.csv`, csvOf(head, cells))
  }
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={takeCsv}>
        CSV
      </Button>
      <Button icon={<DownloadOutlined />} loading={sheet.isPending} onClick={() => sheet.mutate()}>
        XLSX
      </Button>
    </>
  )
}

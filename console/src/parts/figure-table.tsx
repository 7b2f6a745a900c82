/** A short table of figures, sortable by its heads: without the weight of the one for long lists. */
import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import { type ReactNode, useState } from 'react'

export interface FigureColumn<T> {
  readonly key: string
  readonly title: string
  readonly isNumber?: boolean
  readonly render: (row: T) => ReactNode
  /** What it is sorted by; left out, it cannot be. */
  readonly by?: (row: T) => number | string
}

interface Asked<T> {
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly columns: readonly FigureColumn<T>[]
  /** Sorted by this column at first, the greatest on top. */
  readonly first: string
}

interface Order {
  readonly key: string
  readonly isUp: boolean
}

export function FigureTable<T>({ rows, rowKey, columns, first }: Asked<T>): ReactNode {
  const [order, setOrder] = useState<Order>({ key: first, isUp: false })
  const by = columns.find(({ key }) => key === order.key)?.by
  const sorted =
    by === undefined ? rows : rows.toSorted((a, b) => compare(by(a), by(b)) * (order.isUp ? 1 : -1))
  return (
    <table className="figures">
      <thead>
        <tr>
          {columns.map(column => (
            <Head
              key={column.key}
              column={column}
              order={order.key === column.key ? order : null}
              onOrder={() => setOrder({ key: column.key, isUp: order.key === column.key && !order.isUp })}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map(row => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, isNumber, render }) => (
              <td key={key} className={isNumber === true ? 'number' : undefined}>
                {render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HeadAsked<T> {
  readonly column: FigureColumn<T>
  readonly order: Order | null
  readonly onOrder: () => void
}

function Head<T>({ column: { title, isNumber, by }, order, onOrder }: HeadAsked<T>): ReactNode {
  const sorted = order === null ? 'none' : order.isUp ? 'ascending' : 'descending'
  return (
    <th
      scope="col"
      className={isNumber === true ? 'number' : undefined}
      aria-sort={by === undefined ? undefined : sorted}
    >
      {by === undefined ? (
        title
      ) : (
        <button type="button" onClick={onOrder}>
          {title} {order !== null && (order.isUp ? <CaretUpFilled /> : <CaretDownFilled />)}
        </button>
      )}
    </th>
  )
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))

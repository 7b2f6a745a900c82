/** Lists of things and things under names, each row a form of its own. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EntryForm, firstOf, type FormParts } from './entry-form.tsx'
import { FieldInput } from './field-input.tsx'
import type { Schema } from './schema.ts'
import type { Path } from './yaml-edit.ts'

interface Asked {
  readonly schema: Schema
  readonly value: unknown
  readonly path: Path
  readonly parts: FormParts
}

export function RowsForm({ schema, value, path, parts }: Asked): ReactNode {
  const { t } = useTranslation()
  const rows = Array.isArray(value) ? (value as unknown[]) : []
  // Rows have no names of their own; their place is what they are known by.
  const placed = rows.map((row, at) => ({ row, at, name: [...path, at].join('/') }))
  return (
    <>
      {placed.map(({ row, at, name }) => (
        <div className="entry-row" key={name}>
          <EntryForm schema={schema.items!} value={row} path={[...path, at]} parts={parts} />
          {!parts.isReadOnly && rows.length > 1 && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`${t('draft.removeRow')} ${at + 1}`}
              onClick={() => parts.set([...path, at], undefined)}
            />
          )}
        </div>
      ))}
      {!parts.isReadOnly && (
        <Button
          type="dashed"
          size="small"
          icon={<PlusOutlined />}
          onClick={() => parts.add(path, firstOf(schema.items!))}
        >
          {t('draft.addRow')}
        </Button>
      )}
    </>
  )
}

export function RecordForm({ schema, value, path, parts }: Asked): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const inner = schema.additionalProperties as Schema
  const held = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const isKnown = held.some(([own]) => own === name.trim())
  return (
    <>
      {held.map(([own, row]) => (
        <div className="entry-row" key={own}>
          <div className="grow">
            <label htmlFor={`record-${own}`}>
              <code>{own}</code>
            </label>
            <Inner schema={inner} value={row} path={[...path, own]} parts={parts} name={own} />
          </div>
          {!parts.isReadOnly && schema.required?.includes(own) !== true && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`${t('draft.removeRow')} ${own}`}
              onClick={() => parts.set([...path, own], undefined)}
            />
          )}
        </div>
      ))}
      {!parts.isReadOnly && (
        <Space.Compact>
          <Input
            value={name}
            placeholder={t('draft.newName')}
            aria-label={t('draft.newName')}
            onChange={({ target }) => setName(target.value)}
          />
          <Button
            icon={<PlusOutlined />}
            disabled={name.trim() === '' || isKnown}
            onClick={() => {
              parts.set([...path, name.trim()], firstOf(inner))
              setName('')
            }}
          >
            {t('draft.addRow')}
          </Button>
        </Space.Compact>
      )}
    </>
  )
}

function Inner({ name, ...asked }: Asked & { readonly name: string }): ReactNode {
  const { schema } = asked
  if (schema.items?.properties !== undefined) return <RowsForm {...asked} />
  if (schema.properties !== undefined) return <EntryForm {...asked} />
  return <FieldInput {...asked} id={`record-${name}`} name={name} label={name} order={[]} />
}

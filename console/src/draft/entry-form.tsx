/**
 * One thing of the rulebook as a form, made from its JSON Schema: what it must have and what it has stand open, the rest can be
 * added. Each change goes into the text beside it, and what is changed there shows here.
 */
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useWordOf } from '../parts/words-of.ts'
import { FieldInput } from './field-input.tsx'
import type { Names } from './source-completion.ts'
import { isNamed, isRecord, keysOf, type Schema } from './schema.ts'
import { type Path, valueAt } from './yaml-edit.ts'
import type { Written } from './yaml-write.ts'
import { RecordForm, RowsForm } from './rows-form.tsx'

/** What the fields need to know beside their value. */
export interface FormParts {
  readonly isReadOnly: boolean
  /** Words of other files, by the key that names them. */
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly names?: Names | undefined
  readonly set: (path: Path, value: Written | undefined, order?: readonly string[]) => void
  /** One more at the end of a list. */
  readonly add: (path: Path, value: Written) => void
}

interface Asked {
  readonly schema: Schema
  readonly value: unknown
  readonly path: Path
  readonly parts: FormParts
}

export function EntryForm({ schema, value, path, parts }: Asked): ReactNode {
  const keys = keysOf(schema)
  const held = keys.filter(
    key => valueAt(value, [key]) !== undefined || schema.required?.includes(key) === true,
  )
  const left = keys.filter(key => !held.includes(key))
  return (
    <div className="entry-form">
      {held.map(key => (
        <Field
          key={key}
          name={key}
          schema={schema.properties![key]!}
          value={valueAt(value, [key])}
          path={[...path, key]}
          parts={parts}
          around={schema}
        />
      ))}
      {left.length > 0 && !parts.isReadOnly && (
        <AddField keys={left} schema={schema} path={path} parts={parts} />
      )}
    </div>
  )
}

interface FieldAsked extends Asked {
  readonly name: string
  readonly around: Schema
}

function Field({ name, schema, value, path, parts, around }: FieldAsked): ReactNode {
  const id = useId()
  const label = useFieldWord()(name, path.slice(0, -1))
  const help = useFieldHelp()(name, path.slice(0, -1), schema)
  const isGroup = schema.properties !== undefined && !isNamed(schema) && !isRecord(schema)
  const rows = schema.items?.properties
  const isRequired = around.required?.includes(name) === true
  const remove = isRequired || parts.isReadOnly ? undefined : () => parts.set(path, undefined)
  const shared = { schema, value, path, parts }
  if (isGroup || rows !== undefined || isRecord(schema)) {
    return (
      <fieldset className="entry-group">
        <legend>
          <FieldLabel name={name} label={label} help={help} />
          {remove !== undefined && <RemoveField label={label} onRemove={remove} />}
        </legend>
        {isGroup ? (
          <EntryForm {...shared} />
        ) : rows !== undefined ? (
          <RowsForm {...shared} />
        ) : (
          <RecordForm {...shared} />
        )}
      </fieldset>
    )
  }
  return (
    <div className="entry-field">
      {parts.isReadOnly ? (
        <div className="entry-label">
          <FieldLabel name={name} label={label} help={help} />
        </div>
      ) : (
        <label className="entry-label" htmlFor={id}>
          <FieldLabel name={name} label={label} help={help} />
          {remove !== undefined && <RemoveField label={label} onRemove={remove} />}
        </label>
      )}
      <FieldInput {...shared} id={id} name={name} label={label} order={keysOf(around)} />
    </div>
  )
}

/** The word of a field in the reader's language; its key where it has none. What it stands in may give it another sense. */
export function useFieldWord(): (name: string, around?: Path) => string {
  const wordOf = useWordOf()
  return (name, around = []) => said(wordOf, 'fields', { name, around }) ?? name
}

type WordOf = ReturnType<typeof useWordOf>

interface Named {
  readonly name: string
  readonly around: Path
}

function said(wordOf: WordOf, family: 'fields' | 'fieldHelp', { name, around }: Named): string | undefined {
  const within = `${around.findLast(step => typeof step === 'string') ?? ''}_${name}`
  const own = wordOf(family, within)
  if (own !== within) return own
  const word = wordOf(family, name)
  return word === name ? undefined : word
}

/** The schema's own sentence is English. */
function useFieldHelp(): (name: string, around: Path, schema: Schema) => string {
  const wordOf = useWordOf()
  const { i18n } = useTranslation()
  return (name, around, { description = '' }) =>
    said(wordOf, 'fieldHelp', { name, around }) ?? (i18n.language === 'en' ? description : '')
}

interface LabelAsked {
  readonly name: string
  readonly label: string
  readonly help: string
}

const FieldLabel = ({ name, label, help }: LabelAsked): ReactNode => (
  <>
    <span>{label}</span> <code className="field-key">{name}</code>
    {help !== '' && <small className="quiet">{help}</small>}
  </>
)

function RemoveField({
  label,
  onRemove,
}: {
  readonly label: string
  readonly onRemove: () => void
}): ReactNode {
  const { t } = useTranslation()
  return (
    <Tooltip title={t('draft.removeField')}>
      <Button
        type="text"
        size="small"
        className="field-remove"
        icon={<CloseOutlined />}
        aria-label={`${t('draft.removeField')} ${label}`}
        onClick={onRemove}
      />
    </Tooltip>
  )
}

interface AddAsked {
  readonly keys: readonly string[]
  readonly schema: Schema
  readonly path: Path
  readonly parts: FormParts
}

function AddField({ keys, schema, path, parts }: AddAsked): ReactNode {
  const { t } = useTranslation()
  const word = useFieldWord()
  const helpOf = useFieldHelp()
  const items = keys.map(key => ({
    key,
    label: (
      <>
        {word(key, path)} <small className="quiet">{helpOf(key, path, schema.properties![key]!)}</small>
      </>
    ),
  }))
  const add = (key: string): void =>
    parts.set([...path, key], firstOf(schema.properties![key]!), keysOf(schema))
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => add(key) }}>
      <Button type="dashed" size="small" icon={<PlusOutlined />}>
        {t('draft.addField')}
      </Button>
    </Dropdown>
  )
}

/** What a field holds when it has just been added: its default, or the least that can be written. */
export function firstOf(schema: Schema): Written {
  if (schema.default !== undefined) return schema.default as Written
  if (schema.enum !== undefined) return schema.enum[0] ?? ''
  if (isNamed(schema)) return { 'zh-CN': '', en: '' }
  if (schema.properties !== undefined) {
    const needed = schema.required ?? []
    return Object.fromEntries(needed.map(key => [key, firstOf(schema.properties![key]!)]))
  }
  if (schema.items !== undefined) return schema.items.enum === undefined ? [] : [schema.items.enum[0] ?? '']
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0
  return isRecord(schema) ? {} : ''
}

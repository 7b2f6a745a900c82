/** The input that fits one value: a choice, a list of words, a day, an amount, a sentence in two languages, a condition. */
import { Input, InputNumber, Select, Skeleton, Switch } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { type Family, useWordOf } from '../parts/words-of.ts'
import type { FormParts } from './entry-form.tsx'
import { isMoney, isNamed, type Schema } from './schema.ts'
import { conditionKeys } from './source-completion.ts'
import { type Path, valueAt } from './yaml-edit.ts'
import { figure, type Written } from './yaml-write.ts'

const ConditionInput = lazy(() => import('./condition-input.tsx'))

interface Asked {
  readonly schema: Schema
  readonly value: unknown
  readonly path: Path
  readonly parts: FormParts
  readonly id: string
  readonly name: string
  readonly label: string
  /** Keys beside it, as their schema has them. */
  readonly order: readonly string[]
}

export function FieldInput(asked: Asked): ReactNode {
  const { schema, value, path, parts, id, name, label, order } = asked
  if (parts.isReadOnly) return <ShownValue name={name} value={value} />
  if (conditionKeys.has(name)) {
    return (
      <Suspense fallback={<Skeleton.Input block active />}>
        <ConditionInput
          key={path.join('/')}
          value={textOf(value)}
          label={label}
          names={parts.names}
          onChange={text => parts.set(path, text === '' ? undefined : text, order)}
        />
      </Suspense>
    )
  }
  if (isNamed(schema)) return <NamedInput {...asked} />
  if (schema.enum !== undefined || parts.words[name] !== undefined || schema.items !== undefined)
    return <ChoiceInput {...asked} />
  if (schema.type === 'boolean')
    return (
      <Switch
        id={id}

        checked={value === true}
        onChange={on => parts.set(path, on, order)}
      />
    )
  if (schema.type === 'integer' || schema.type === 'number') {
    return (
      <InputNumber
        id={id}

        value={typeof value === 'number' ? value : null}
        {...(schema.minimum === undefined ? {} : { min: schema.minimum })}
        {...(schema.maximum === undefined ? {} : { max: schema.maximum })}
        onChange={count => count !== null && parts.set(path, count, order)}
      />
    )
  }
  return <TextInput {...asked} />
}

/** For those who look and do not write. */
function ShownValue({ name, value }: Pick<Asked, 'name' | 'value'>): ReactNode {
  const wordOf = useWordOf()
  const family = (familyOf as Readonly<Record<string, Family>>)[name]
  const said = (one: unknown): string => {
    const text = typeof one === 'boolean' ? (one ? '✓' : '–') : textOf(one)
    return family === undefined ? text : wordOf(family, text)
  }
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : [value]
  const isNames = typeof value === 'object' && !Array.isArray(value)
  return <p className="field-value">{parts.map(said).join(isNames ? '\n' : ', ')}</p>
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : ''

/** What is typed stands here until the field is left: the text beside it may read it otherwise (blanks at its end). */
function useTyped(value: string, commit: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  return {
    value: typed ?? value,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      setTyped(target.value)
      commit(target.value)
    },
    onBlur: () => setTyped(null),
  }
}

function TextInput({ schema, value, path, parts, id, order }: Asked): ReactNode {
  const money = isMoney(schema)
  const typed = useTyped(textOf(value), text => {
    if (money && !/^-?\d+(\.\d+)?$/.test(text.trim())) return
    parts.set(path, money ? figure(text.trim()) : text.trim(), order)
  })
  const shared = { id, ...typed }
  if (schema.format === 'date') return <Input type="date" {...shared} />
  if (money) return <Input {...shared} inputMode="decimal" suffix="¥" />
  if ((schema.maxLength ?? 0) > 200) return <Input.TextArea autoSize {...shared} />
  return <Input {...shared} />
}

function NamedInput({ value, path, parts, id, name }: Asked): ReactNode {
  return (
    <div className="named">
      {(['zh-CN', 'en'] as const).map((language, at) => (
        <OneLanguage
          key={language}
          language={language}
          id={at === 0 ? id : `${id}-${language}`}
          value={textOf(valueAt(value, [language]))}
          isExact={name === 'signature'}
          onChange={text => parts.set([...path, language], text)}
        />
      ))}
    </div>
  )
}

interface OneAsked {
  readonly language: 'zh-CN' | 'en'
  readonly id: string
  readonly value: string
  /** Blanks at its ends are meant: a signature ends with one. */
  readonly isExact: boolean
  readonly onChange: (text: string) => void
}

function OneLanguage({ language, id, value, isExact, onChange }: OneAsked): ReactNode {
  const typed = useTyped(value, text => onChange(isExact ? text : text.trim()))
  return (
    <Input.TextArea
      id={id}
      lang={language}
      aria-label={language === 'zh-CN' ? '中文' : 'English'}
      autoSize
      placeholder={language === 'zh-CN' ? '中文' : 'English'}
      {...typed}
    />
  )
}

function ChoiceInput({ schema, value, path, parts, id, name, order }: Asked): ReactNode {
  const wordOf = useWordOf()
  const family = (familyOf as Readonly<Record<string, Family>>)[name]
  const isMany = schema.items !== undefined
  const list = schema.enum ?? schema.items?.enum ?? parts.words[name] ?? []
  const written = (many: readonly string[]): Written => {
    if (schema.items?.type === 'integer') return many.map(Number)
    return schema.items !== undefined && isMoney(schema.items) ? many.map(figure) : many
  }
  const options = list.map(one => ({
    value: one,
    label: family === undefined || wordOf(family, one) === one ? one : `${wordOf(family, one)} · ${one}`,
  }))
  const common = {
    id,
    showSearch: { optionFilterProp: 'label' },
    options,
    className: 'choice',
  }
  if (!isMany)
    return <Select {...common} value={textOf(value)} onChange={one => parts.set(path, one, order)} />
  const held = Array.isArray(value) ? value.map(String) : []
  const isFree = schema.items?.enum === undefined
  return (
    <Select
      {...common}
      mode={isFree ? 'tags' : 'multiple'}
      value={held}
      onChange={many => parts.set(path, many.length === 0 ? undefined : written(many), order)}
    />
  )
}

/** Which family of words a field's choices belong to. */
const familyOf = {
  on: 'triggers',
  kind: 'messageKinds',
  class: 'classes',
  'any-hour': 'classes',
  capped: 'classes',
  'once-per': 'oncePer',
  brands: 'brands',
  brand: 'brands',
  'pay-modes': 'payModes',
  roles: 'groupRoles',
  channel: 'channelNames',
  charging: 'charging',
  to: 'recipients',
} as const satisfies Readonly<Record<string, Family>>

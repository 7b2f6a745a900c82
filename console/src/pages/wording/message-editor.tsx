/** The text of a message: facts and conditions stand in it as chips, findings are underlined; facts are put in at a click. */
import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { setDiagnostics } from '@codemirror/lint'
import { EditorState, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { Select } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { differing } from '../../draft/source-editor.tsx'
import type { Names } from '../../draft/source-completion.ts'
import { useWordOf } from '../../parts/words-of.ts'
import type { Finding } from './preview.ts'

interface Asked {
  readonly text: string
  readonly label: string
  readonly findings: readonly Finding[]
  readonly names: Names | undefined
  readonly isReadOnly: boolean
  readonly onChange: (text: string) => void
}

export default function MessageEditor(asked: Asked): ReactNode {
  const { text, findings, isReadOnly } = asked
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(asked)
  useEffect(() => {
    latest.current = asked
  })
  useEffect(() => {
    const made = new EditorView({ parent: place.current!, state: stateOf(latest) })
    view.current = made
    return () => made.destroy()
  }, [])
  useEffect(() => {
    const editor = view.current
    // A blank at the end is typed here and not in the file; it stays until more follows.
    if (editor === null || editor.state.doc.toString().trim() === text) return
    editor.dispatch({ changes: differing(editor.state.doc, text) })
  }, [text])
  useEffect(() => {
    const editor = view.current
    if (editor === null) return
    const { length } = editor.state.doc
    const marks = findings.flatMap(({ offset, length: long, severity, message, hint }) =>
      offset === null || offset >= length
        ? []
        : [{ from: offset, to: Math.min(offset + long, length), severity, message: `${message}\n${hint}` }],
    )
    editor.dispatch(setDiagnostics(editor.state, marks))
  }, [findings])
  const insert = (written: string): void => {
    const editor = view.current
    if (editor === null) return
    editor.dispatch(editor.state.replaceSelection(written))
    editor.focus()
  }
  return (
    <>
      <div className="message-editor" ref={place} />
      {!isReadOnly && asked.names !== undefined && <FactPicker names={asked.names} onPick={insert} />}
    </>
  )
}

function FactPicker({
  names,
  onPick,
}: {
  readonly names: Names
  readonly onPick: (written: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const options = names.names
    .filter(({ filters }) => filters.length > 0)
    .map(name => ({ value: writtenOf(name), label: `${name.path} · ${wordOf('factKinds', name.kind)}` }))
  return (
    <Select
      className="fact-picker"
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      placeholder={t('wording.insertFact')}
      aria-label={t('wording.insertFact')}
      options={options}
      onSelect={(written: string | null) => written !== null && onPick(written)}
    />
  )
}

type Name = Names['names'][number]
const writtenOf = ({ path, filters: [filter] }: Name): string =>
  `{{ ${path}${filter === null || filter === undefined ? '' : ` | ${filter}`} }}`

function stateOf(latest: { readonly current: Asked }): EditorState {
  const { text, label, isReadOnly } = latest.current
  return EditorState.create({
    doc: text,
    extensions: [
      history(),
      EditorView.lineWrapping,
      chips,
      autocompletion({ override: [context => factsIn(context, latest.current.names)] }),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorState.readOnly.of(isReadOnly),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        const now = state.doc
          .toString()
          .replaceAll(/\s*\n\s*/g, ' ')
          .trim()
        if (docChanged && now !== latest.current.text) latest.current.onChange(now)
      }),
    ],
  })
}

const mark = /\{\{.*?\}\}|\{%.*?%\}/g

/** Within `{{` the facts of the event, each with the filter that fits it. */
function factsIn(context: CompletionContext, names: Names | undefined) {
  const before = context.state.sliceDoc(0, context.pos)
  const open = /\{\{\s*([\w.]*)$/.exec(before)
  if (open === null || names === undefined) return null
  return {
    from: context.pos - open[1]!.length,
    options: names.names
      .filter(({ filters }) => filters.length > 0)
      .map(name => ({ label: name.path, detail: name.kind, apply: writtenOf(name).slice(3) })),
    validFor: /^[\w.]*$/,
  }
}

const fact = Decoration.mark({ class: 'chip' })
const branch = Decoration.mark({ class: 'chip chip-branch' })

function chipsOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const match of view.state.doc.toString().matchAll(mark)) {
    const kind = match[0].startsWith('{{') ? fact : branch
    builder.add(match.index, match.index + match[0].length, kind)
  }
  return builder.finish()
}

class Chips {
  decorations: DecorationSet

  constructor(view: EditorView) {
    this.decorations = chipsOf(view)
  }

  update({ docChanged, view }: ViewUpdate): void {
    if (docChanged) this.decorations = chipsOf(view)
  }
}

const chips = ViewPlugin.fromClass(Chips, { decorations: ({ decorations }) => decorations })

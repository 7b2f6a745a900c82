/** The text of a file: coloured, completed by its schema, with the server's faults on their lines. Loaded when one opens. */
import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState, type Text } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Fault } from './check.ts'
import { completionFor, type Known } from './source-completion.ts'

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--jade)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.keyword], color: 'var(--amber)' },
  { tag: tags.punctuation, color: 'var(--muted)' },
])

interface Asked {
  readonly text: string
  readonly label: string
  readonly faults: readonly Fault[]
  readonly known: Known
  readonly isReadOnly: boolean
  /** The line (from 1) to bring into view. */
  readonly line: number | null
  readonly onChange: (text: string) => void
}

export default function SourceEditor(asked: Asked): ReactNode {
  const { text, faults, line } = asked
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
    if (editor === null || editor.state.doc.toString() === text) return
    editor.dispatch({ changes: differing(editor.state.doc, text) })
  }, [text])
  useEffect(() => {
    const editor = view.current
    if (editor === null) return
    editor.dispatch(
      setDiagnostics(
        editor.state,
        faults.map(fault => diagnosticOf(fault, editor.state.doc)),
      ),
    )
  }, [faults])
  useEffect(() => {
    const editor = view.current
    if (editor === null || line === null || line > editor.state.doc.lines) return
    const { from } = editor.state.doc.line(line)
    editor.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    })
  }, [line])
  return <div className="source-editor" ref={place} />
}

function stateOf(latest: { readonly current: Asked }): EditorState {
  const { text, label, isReadOnly } = latest.current
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      lintGutter(),
      yaml(),
      syntaxHighlighting(colours),
      EditorView.lineWrapping,
      autocompletion({ override: [completionFor(() => latest.current.known)] }),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorState.readOnly.of(isReadOnly),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        const now = state.doc.toString()
        if (docChanged && now !== latest.current.text) latest.current.onChange(now)
      }),
    ],
  })
}

/** Only what differs in the middle, so that cursor and marks keep their place. */
export function differing(doc: Text, text: string): { from: number; to: number; insert: string } {
  const held = doc.toString()
  let from = 0
  while (from < held.length && from < text.length && held[from] === text[from]) from += 1
  let [to, until] = [held.length, text.length]
  while (to > from && until > from && held[to - 1] === text[until - 1]) {
    to -= 1
    until -= 1
  }
  return { from, to, insert: text.slice(from, until) }
}

function diagnosticOf({ line, column, length, severity, message, hint }: Fault, doc: Text): Diagnostic {
  const own = doc.line(Math.min(Math.max(1, line), doc.lines))
  const from = Math.min(own.from + column - 1, own.to)
  return { from, to: Math.min(from + length, own.to), severity, message: `${message}\n${hint}` }
}

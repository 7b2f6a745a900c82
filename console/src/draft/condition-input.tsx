/** One condition: a small field that completes the names of its event. Loaded when a form with one opens. */
import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { type ReactNode, useEffect, useRef } from 'react'
import { conditionOptions, type Names } from './source-completion.ts'
import { differing } from './source-editor.tsx'

interface Asked {
  readonly value: string
  readonly label: string
  readonly names: Names | undefined
  readonly onChange: (value: string) => void
}

export default function ConditionInput(asked: Asked): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(asked)
  useEffect(() => {
    latest.current = asked
  })
  const { value } = asked
  useEffect(() => {
    const made = new EditorView({ parent: place.current!, state: stateOf(latest) })
    view.current = made
    return () => made.destroy()
  }, [])
  useEffect(() => {
    const editor = view.current
    // What is being typed here has come back; a blank at its end has not, and stays.
    if (editor === null || editor.state.doc.toString().trim() === value) return
    editor.dispatch({ changes: differing(editor.state.doc, value) })
  }, [value])
  return <div className="condition-input" ref={place} />
}

function stateOf(latest: { readonly current: Asked }): EditorState {
  const { value, label } = latest.current
  return EditorState.create({
    doc: value,
    extensions: [
      history(),
      bracketMatching(),
      closeBrackets(),
      EditorView.lineWrapping,
      autocompletion({
        override: [
          context => {
            const { names } = latest.current
            const written = context.state.sliceDoc(0, context.pos)
            const word = /[\w.']*$/.exec(written)![0]
            if (names === undefined || (word === '' && !context.explicit)) return null
            return {
              from: context.pos - word.length,
              options: conditionOptions(names, written),
              validFor: /^[\w.']*$/,
            }
          },
        ],
      }),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        const now = state.doc
          .toString()
          .replaceAll(/\s*\n\s*/g, ' ')
          .trim()
        if (docChanged && now !== latest.current.value) latest.current.onChange(now)
      }),
    ],
  })
}

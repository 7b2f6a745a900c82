/**
 * The YAML files of a version; whoever may write changes them here and submits the whole as a new draft. The server
 * checks it: what is wrong is told with its line and what to write instead, and a click leads there.
 */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Empty, Input, Menu, Skeleton } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { Problem } from '../../client/problem.ts'
import { useMay } from '../../client/session.ts'
import { Fault } from '../../parts/fault.tsx'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { faultsOf, offsetOf, type Place } from './places.ts'

export function Files({ version }: { readonly version: string }): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['version', version, 'files'],
    queryFn: () => ask(api.GET('/rulebook/versions/{version}/files', { params: { path: { version } } })),
    staleTime: Infinity,
  })
  if (error !== null) return <Fault error={error} />
  return data === undefined ? <Skeleton active /> : <Editor files={data.files} />
}

type Texts = Readonly<Record<string, string>>

function Editor({ files }: { readonly files: Texts }): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const names = Object.keys(files).toSorted()
  const [changed, setChanged] = useState<Texts>({})
  const [open, setOpen] = useState(names[0] ?? '')
  const [isSubmitting, setSubmitting] = useState(false)
  const [places, setPlaces] = useState<readonly Place[]>([])
  const area = useRef<HTMLTextAreaElement | null>(null)
  const now = { ...files, ...changed }
  const text = now[open] ?? ''
  const dirty = Object.keys(changed).filter(name => changed[name] !== files[name])
  const goTo = ({ file, line }: Place): void => {
    setOpen(file)
    requestAnimationFrame(() => {
      const at = offsetOf(now[file] ?? '', line)
      area.current?.focus()
      area.current?.setSelectionRange(at.from, at.until)
    })
  }
  if (names.length === 0) return <Empty />
  return (
    <>
      {places.length > 0 && <Faults places={places} onGo={goTo} />}
      <div className="editor">
        <Menu
          selectedKeys={[open]}
          onClick={({ key }) => setOpen(key)}
          items={names.map(key => ({ key, label: dirty.includes(key) ? `${key} •` : key }))}
        />
        <div>
          <Input.TextArea
            ref={field => {
              area.current = field?.resizableTextArea?.textArea ?? null
            }}
            className="source"
            aria-label={open}
            readOnly={!may('rulebook:write')}
            rows={28}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setChanged(before => ({ ...before, [open]: target.value }))}
          />
          {may('rulebook:write') && (
            <div className="toolbar">
              <span className="quiet">{t('rules.changedFiles', { count: dirty.length })}</span>
              <Button disabled={dirty.length === 0} onClick={() => setChanged({})}>
                {t('rules.undo')}
              </Button>
              <Button type="primary" disabled={dirty.length === 0} onClick={() => setSubmitting(true)}>
                {t('rules.submit')}
              </Button>
            </div>
          )}
        </div>
      </div>
      {isSubmitting && <Submit files={now} onClose={() => setSubmitting(false)} onFaults={setPlaces} />}
    </>
  )
}

interface SubmitAsked {
  readonly files: Texts
  readonly onClose: () => void
  readonly onFaults: (places: readonly Place[]) => void
}

function Submit({ files, onClose, onFaults }: SubmitAsked): ReactNode {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const submitting = useMutation({
    mutationFn: (note: string) => ask(api.POST('/rulebook/versions', { body: { note, files } })),
  })
  return (
    <ReasonDialog
      title={t('rules.submit')}
      label={t('rules.submitNote')}
      confirm={t('rules.submit')}
      onClose={onClose}
      onConfirm={async note => {
        try {
          const { version } = await submitting.mutateAsync(note)
          onFaults([])
          await navigate({ to: '/rules/$version', params: { version: version.version }, search: {} })
        } catch (error) {
          if (!(error instanceof Problem) || error.code !== 'rulebook-faulty') throw error
          onFaults(faultsOf(error.body))
        }
      }}
    >
      <p className="quiet">{t('rules.submitMeaning')}</p>
    </ReasonDialog>
  )
}

function Faults({
  places,
  onGo,
}: {
  readonly places: readonly Place[]
  readonly onGo: (place: Place) => void
}): ReactNode {
  const { t } = useTranslation()
  return (
    <Alert
      className="fault"
      type="error"
      role="alert"
      title={t('rules.faults', { count: places.length })}
      description={
        <ul className="plain">
          {places.map(place => (
            <li key={`${place.file} ${place.line} ${place.column} ${place.code}`}>
              <Button type="link" size="small" onClick={() => onGo(place)}>
                {place.file}:{place.line}
              </Button>{' '}
              {place.message} <span className="quiet">{place.hint}</span>
            </li>
          ))}
        </ul>
      }
    />
  )
}

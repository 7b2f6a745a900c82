/** Hands the draft in: it becomes a version, which another person reviews. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../client/api.ts'
import { Problem } from '../client/problem.ts'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import type { Book } from './book.ts'
import type { Fault } from './check.ts'
import { useDraft } from './draft.ts'
import { FaultList } from './fault-list.tsx'

export function SubmitDraft({
  book,
  onClose,
}: {
  readonly book: Book
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { store } = useDraft()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const submitting = useMutation({
    mutationFn: (note: string) =>
      ask(api.POST('/rulebook/versions', { body: { note, files: { ...book.files } } })),
  })
  const submit = async (note: string): Promise<void> => {
    try {
      const { version } = await submitting.mutateAsync(note)
      store.done()
      void message.success(t('draft.created', { version: version.version }))
      await queries.invalidateQueries({ queryKey: ['versions'] })
      await navigate({ to: '/rules/$version', params: { version: version.version }, search: {} })
    } catch (error) {
      if (error instanceof Problem) setFaults(error.body?.places ?? [])
      throw error
    }
  }
  return (
    <ReasonDialog
      title={t('draft.submit')}
      label={t('draft.submitNote')}
      confirm={t('draft.submit')}
      onClose={onClose}
      onConfirm={submit}
    >
      <p className="quiet">{t('draft.submitMeaning')}</p>
      {faults.length > 0 && <FaultList faults={faults} onGo={onClose} />}
    </ReasonDialog>
  )
}

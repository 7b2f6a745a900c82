import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'

interface Asked {
  readonly ids: readonly string[]
  readonly onDone: () => void
}

/** Gives up all that were chosen, with one reason. Each stands by itself in the audit log. */
export function DiscardMany({ ids, onDone }: Asked): ReactNode {
  const { t } = useTranslation()
  const may = useMay()
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  if (!may('operate') || ids.length === 0) return null
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t('aside.discardMany', { count: ids.length })}
      </Button>
      {isAsking && (
        <ReasonDialog
          isDanger
          title={t('aside.discardMany', { count: ids.length })}
          label={t('aside.discardWhy')}
          confirm={t('aside.discard')}
          onClose={() => setAsking(false)}
          onConfirm={async reason => {
            try {
              for (const id of ids)
                await ask(api.POST('/set-aside/{id}/discard', { params: { path: { id } }, body: { reason } }))
              onDone()
            } finally {
              await queries.invalidateQueries({ queryKey: ['set-aside'] })
            }
          }}
        />
      )}
    </>
  )
}

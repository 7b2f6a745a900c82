/** Taking a published version back: what it planned is withheld, and the one before is in force again. */
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../client/api.ts'
import { useMay } from '../../client/session.ts'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { useRenewal } from './renewal.ts'

export function RecallButton({ version }: { readonly version: string }): ReactNode {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const mayRecall = useMay()('rulebook:write')
  const renew = useRenewal()
  const [isAsking, setAsking] = useState(false)
  const params = { path: { version } }
  if (!mayRecall) return null
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t('rules.recall')}
      </Button>
      {isAsking && (
        <ReasonDialog
          isDanger
          title={t('rules.recall')}
          label={t('rules.recallWhy')}
          confirm={t('rules.recall')}
          onClose={() => setAsking(false)}
          onConfirm={async reason => {
            const done = await ask(
              api.POST('/rulebook/versions/{version}/recall', { params, body: { reason } }),
            )
            void message.success(t('rules.recalledCount', { count: done.withheld }))
            await renew()
          }}
        >
          <p className="quiet">{t('rules.recallMeaning')}</p>
        </ReasonDialog>
      )}
    </>
  )
}

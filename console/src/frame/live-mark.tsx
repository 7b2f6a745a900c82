/** Whether what is on screen goes on by itself; pressing it holds it still. */
import { PauseCircleOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { live, useLive } from '../client/live.ts'

export function LiveMark(): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { state } = useLive()
  useEffect(() => live.start(queries), [queries])
  const isPaused = state === 'paused'
  return (
    <Tooltip title={t(`live.${state}Hint`)}>
      <Button
        type="text"
        className={`live live-${state}`}
        aria-pressed={isPaused}
        aria-label={t(`live.${state}`)}
        icon={isPaused ? <PauseCircleOutlined /> : <i className="live-dot" />}
        onClick={() => (isPaused ? live.resume() : live.pause())}
      >
        <span className="wide">{t(`live.${state}`)}</span>
      </Button>
    </Tooltip>
  )
}

/** Whom one plays: somebody invented, or a simulated customer of the month. */
import { UserAddOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Modal, Radio, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'
import { inventOne, type Person } from './stage.ts'

interface Asked {
  readonly people: readonly Person[]
  readonly account: string | undefined
  readonly onPlay: (account: string) => void
}

export function Chooser({ people, account, onPlay }: Asked): ReactNode {
  const { t } = useTranslation()
  const [isInventing, setInventing] = useState(false)
  const optionsOf = (isInvented: boolean) =>
    people
      .filter(one => one.isInvented === isInvented)
      .map(one => ({
        value: one.account,
        label: `${one.name} · ${t(`tryIt.brands.${one.brand}`)} · ${one.number}`,
      }))
  const groups = [
    { label: t('tryIt.invented'), options: optionsOf(true) },
    { label: t('tryIt.ofMonth'), options: optionsOf(false) },
  ].filter(({ options }) => options.length > 0)
  return (
    <div className="chooser">
      <Select
        className="chooser-select"
        aria-label={t('tryIt.whom')}
        placeholder={t('tryIt.whom')}
        {...(account === undefined ? {} : { value: account })}
        options={groups}
        onChange={(value: string) => onPlay(value)}
      />
      <Button icon={<UserAddOutlined />} onClick={() => setInventing(true)}>
        {t('tryIt.invent')}
      </Button>
      {isInventing && (
        <Invent
          onDone={made => {
            setInventing(false)
            onPlay(made)
          }}
          onCancel={() => setInventing(false)}
        />
      )}
    </div>
  )
}

type Wish = Shape<'InventBody'>

const brands = ['gotone', 'easyown', 'm-zone'] as const
const languages = ['zh-CN', 'en'] as const

function Invent({
  onDone,
  onCancel,
}: {
  readonly onDone: (account: string) => void
  readonly onCancel: () => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const [form] = Form.useForm<Wish>()
  const inventing = useMutation({ mutationFn: inventOne, onSuccess: ({ account }) => onDone(account) })
  const language = i18n.language === 'en' ? 'en' : 'zh-CN'
  return (
    <Modal
      open
      title={t('tryIt.invent')}
      okText={t('tryIt.invent')}
      confirmLoading={inventing.isPending}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <p className="quiet">{t('tryIt.inventHint')}</p>
      <Form<Wish>
        form={form}
        layout="vertical"
        initialValues={{ brand: 'gotone', language }}
        onFinish={wish => inventing.mutate(wish)}
      >
        <Form.Item name="brand" label={t('tryIt.brand')}>
          <Radio.Group options={brands.map(value => ({ value, label: t(`tryIt.brands.${value}`) }))} />
        </Form.Item>
        <Form.Item name="language" label={t('tryIt.language')}>
          <Radio.Group options={languages.map(value => ({ value, label: t(`tryIt.languages.${value}`) }))} />
        </Form.Item>
      </Form>
      {inventing.error !== null && <Fault error={inventing.error} />}
    </Modal>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask, type Shape } from '../../client/api.ts'
import { Fault } from '../../parts/fault.tsx'

type Body = Shape<'WhatIfBody'>

/** Versions of which one could be tried. */
const versionsMax = 200

export function NewRun({ isBusy }: { readonly isBusy: boolean }): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['versions', 'all'],
    queryFn: () => ask(api.GET('/rulebook/versions', { params: { query: { limit: versionsMax } } })),
  })
  const starting = useMutation({
    mutationFn: (body: Body) => ask(api.POST('/what-if', { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['what-if'] }),
  })
  if (error !== null) return <Fault error={error} />
  if (data === undefined) return <Skeleton active />
  const options = data.items.map(({ version, note, inForce }) => ({
    value: version,
    label: `${version} · ${inForce ? t('whatIf.inForce') : note}`,
  }))
  if (options.length < 2) return <p className="card">{t('whatIf.oneVersion')}</p>
  const inForce = data.items.find(one => one.inForce)?.version
  const other = data.items.find(one => !one.inForce)?.version
  return (
    <Form<Body>
      className="card"
      layout="vertical"
      disabled={isBusy}
      initialValues={{ version: other, against: inForce, customers: 300, months: 1, seed: 'what-if' }}
      onFinish={body => starting.mutate(body)}
    >
      <div className="fields">
        <Form.Item name="version" label={t('whatIf.version')} rules={[{ required: true }]}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="against" label={t('whatIf.against')} rules={[{ required: true }]}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="customers" label={t('whatIf.customers')} rules={[{ required: true }]}>
          <InputNumber min={10} max={2_000} step={100} />
        </Form.Item>
        <Form.Item name="months" label={t('whatIf.months')} rules={[{ required: true }]}>
          <InputNumber min={1} max={3} />
        </Form.Item>
        <Form.Item
          name="seed"
          label={t('whatIf.seed')}
          tooltip={t('whatIf.seedHint')}
          rules={[{ required: true, pattern: /^[\w-]{1,40}$/ }]}
        >
          <Input />
        </Form.Item>
      </div>
      {starting.error !== null && <Fault error={starting.error} />}
      <Button type="primary" htmlType="submit" loading={starting.isPending}>
        {t('whatIf.start')}
      </Button>
    </Form>
  )
}

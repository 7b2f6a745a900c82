/** A new rule with what it cannot do without; the rest is written in its form. */
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Book, contentOf } from '../../draft/book.ts'
import { wordsOf } from '../../draft/known-words.ts'
import { valueAt } from '../../draft/yaml-edit.ts'
import { useChoices } from '../../frame/choices.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { triggers } from '../../words/zh-CN/book.ts'
import { touchpointFiles } from './rule-rows.ts'

interface Given {
  readonly file: string
  readonly id: string
  readonly on: string
  readonly template: string
  readonly source: string
}

export function NewRule({ book, onClose }: { readonly book: Book; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { language } = useChoices()
  const navigate = useNavigate()
  const [form] = Form.useForm<Given>()
  const words = wordsOf(book.files)
  const needed = { required: true, message: t('rules.needed') }
  const create = ({ file, id, on, template, source }: Given): void => {
    book.add(file, ['rules'], {
      id,
      on,
      send: { template, kind: 'notice', class: 'notice' },
      source: [source],
    })
    void navigate({ to: '/rules/rule/$rule', params: { rule: id } })
  }
  const isFree = (id: string): boolean => !(words['rules'] ?? []).includes(id)
  return (
    <Modal
      open
      title={t('rules.newRule')}
      okText={t('rules.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={create}>
        <Form.Item name="file" label={t('rules.touchpoint')} rules={[needed]}>
          <Select
            options={touchpointFiles(book.files).map(file => ({
              value: file,
              label: String(valueAt(contentOf(book.files, file), ['title', language]) ?? file),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="id"
          label={t('rules.ruleId')}
          rules={[
            { ...needed, pattern: /^[a-z][a-z0-9-]{0,59}$/, message: t('rules.idShape') },
            {
              validator: (_, id: string) =>
                isFree(id) ? Promise.resolve() : Promise.reject(new Error(t('rules.idTaken'))),
            },
          ]}
        >
          <Input />
        </Form.Item>
        <Start templates={words['template'] ?? []} />
      </Form>
    </Modal>
  )
}

/** What it starts from, what it sends, and what it serves. */
function Start({ templates }: { readonly templates: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const needed = { required: true, message: t('rules.needed') }
  return (
    <>
      <Form.Item name="on" label={t('rules.starts')} rules={[needed]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={Object.keys(triggers).map(on => ({
            value: on,
            label: `${wordOf('triggers', on)} · ${on}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="template" label={t('rules.template')} rules={[needed]}>
        <Select showSearch options={templates.map(value => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('rules.source')}
        rules={[{ ...needed, pattern: /^[A-Z]{2}\d{0,2}-\d{2}$/, message: t('rules.sourceShape') }]}
      >
        <Input placeholder="TP10-11" />
      </Form.Item>
    </>
  )
}

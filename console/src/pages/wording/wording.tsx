/** Every message by touchpoint, found by its words; whoever may opens one to write it. */
import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Form, Input, Modal, Select, Skeleton } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Book, useBook } from '../../draft/book.ts'
import { DraftBar } from '../../draft/draft-bar.tsx'
import { useChoices } from '../../frame/choices.ts'
import { ListSearch } from '../../parts/list-search.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useNumber } from '../../parts/time.ts'
import { type RuleFigures, useRuleFigures } from '../rules/figures.ts'
import { shortened } from '../rules/shortened.ts'
import { matches, ruleRows, templateRows, type TemplateRow } from '../rules/rule-rows.ts'

/** By its name, its texts, or the title above it. */
const isSought = (
  q: string,
  { id, text }: TemplateRow,
  title?: Readonly<Record<'zh-CN' | 'en', string>>,
): boolean => matches(q, id, text['zh-CN'], text.en, title?.['zh-CN'] ?? '', title?.en ?? '')

export function Wording(): ReactNode {
  const { t } = useTranslation()
  const { language } = useChoices()
  const { q = '' } = useSearch({ from: '/wording' })
  const navigate = useNavigate({ from: '/wording' })
  const { book, error, retry } = useBook()
  const figures = useRuleFigures()
  const [isNew, setNew] = useState(false)
  const files = book?.files
  const rows = useMemo(() => (files === undefined ? [] : templateRows(files)), [files])
  const rules = useMemo(() => (files === undefined ? [] : ruleRows(files)), [files])
  if (error !== null) return <PageFault error={error} onRetry={retry} />
  if (book === null) return <Skeleton active />
  const senders = Map.groupBy(rules, ({ template }) => template)
  const titles = new Map(rules.map(({ file, title }) => [file.slice('touchpoints/'.length, -5), title]))
  const shown = rows.filter(row => isSought(q, row, titles.get(row.touchpoint)))
  return (
    <>
      <PageHead title={t('wording.title')}>
        <span className="quiet">{t('wording.hint')}</span>
      </PageHead>
      <DraftBar
        book={book}
        onGo={({ file, line }) => void navigate({ to: '/catalogue', search: { file, line: `${line}` } })}
      />
      <ListSearch
        label={t('wording.search')}
        q={q}
        count={shown.length}
        onSearch={looked => void navigate({ search: { q: looked }, replace: true })}
      >
        {book.mayWrite && (
          <Button icon={<PlusOutlined />} onClick={() => setNew(true)}>
            {t('wording.newTemplate')}
          </Button>
        )}
      </ListSearch>
      {shown.length === 0 && <Empty description={t('wording.noMatch')} />}
      {[...Map.groupBy(shown, row => row.touchpoint)].map(([touchpoint, own]) => (
        <details className="card rule-group" key={touchpoint} open>
          <summary>
            <b>{titles.get(touchpoint)?.[language] ?? touchpoint}</b>{' '}
            <span className="quiet">{t('rules.count', { count: own.length })}</span>
          </summary>
          <ul className="plain template-list">
            {own.map(row => (
              <TemplateLine
                key={row.id}
                row={row}
                figures={(senders.get(row.id) ?? []).map(({ id }) => figures(id))}
              />
            ))}
          </ul>
        </details>
      ))}
      {isNew && <NewTemplate book={book} rows={rows} onClose={() => setNew(false)} />}
    </>
  )
}

interface LineAsked {
  readonly row: TemplateRow
  readonly figures: readonly RuleFigures[]
}

function TemplateLine({ row: { id, text }, figures }: LineAsked): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  const sent = figures.reduce((sum, { month }) => sum + (month?.sent ?? 0), 0)
  return (
    <li>
      <div className="spread">
        <Link to="/wording/$template" params={{ template: id }}>
          {id}
        </Link>
        <span className="quiet">{t('wording.saidMonth', { count: sent, n: count(sent) })}</span>
      </div>
      <div lang="zh-CN">{shortened(text['zh-CN'])}</div>
      <div lang="en" className="quiet">
        {shortened(text.en)}
      </div>
    </li>
  )
}

interface NewAsked {
  readonly book: Book
  readonly rows: readonly TemplateRow[]
  readonly onClose: () => void
}

function NewTemplate({ book, rows, onClose }: NewAsked): ReactNode {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [form] = Form.useForm<{ readonly file: string; readonly id: string }>()
  const names = [...new Set(rows.map(({ touchpoint }) => touchpoint))]
  const create = ({ file, id }: { readonly file: string; readonly id: string }): void => {
    for (const [language, text] of [
      ['zh-CN', '（请写文案）'],
      ['en', 'Write the message.'],
    ] as const) {
      book.set(`wording/${language}/${file}.yaml`, ['templates', id], { text })
    }
    void navigate({ to: '/wording/$template', params: { template: id } })
  }
  return (
    <Modal
      open
      title={t('wording.newTemplate')}
      okText={t('rules.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={create}>
        <Form.Item
          name="file"
          label={t('rules.touchpoint')}
          rules={[{ required: true, message: t('rules.needed') }]}
        >
          <Select options={names.map(value => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item
          name="id"
          label={t('rules.ruleId')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{0,59}$/, message: t('rules.idShape') }]}
        >
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** One rule: its form beside its file, what it sends, what became of it. */
import { DeleteOutlined } from '@ant-design/icons'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Popconfirm, Result, Skeleton } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Book, useBook } from '../../draft/book.ts'
import { DraftBar } from '../../draft/draft-bar.tsx'
import { EntryEditor } from '../../draft/entry-editor.tsx'
import { useChoices } from '../../frame/choices.ts'
import { OutcomeBar } from '../../parts/outcome-bar.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useNumber } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { useRuleFigures } from './figures.ts'
import { ruleRows, type RuleRow } from './rule-rows.ts'
import { shortened } from './shortened.ts'
import { Trial } from './trial.tsx'
import './rules.css'

export function OneRule(): ReactNode {
  const { t } = useTranslation()
  const { rule } = useParams({ from: '/rules/rule/$rule' })
  const { book, error, retry } = useBook()
  const files = book?.files
  const row = useMemo(() => {
    return files === undefined ? undefined : ruleRows(files).find(({ id }) => id === rule)
  }, [files, rule])
  if (error !== null) return <PageFault error={error} onRetry={retry} />
  if (book === null) return <Skeleton active />
  if (row === undefined) {
    return (
      <>
        <DraftBar book={book} onGo={() => undefined} />
        <Result
          status="404"
          title={t('rules.ruleGone', { rule })}
          subTitle={t('rules.ruleGoneHint')}
          extra={<Link to="/rules">{t('rules.allRules')}</Link>}
        />
      </>
    )
  }
  return <Written book={book} row={row} />
}

function Written({ book, row }: { readonly book: Book; readonly row: RuleRow }): ReactNode {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { language } = useChoices()
  const wordOf = useWordOf()
  const { file, at } = row
  return (
    <>
      <Link to="/rules">{t('rules.allRules')}</Link>
      <PageHead title={row.id}>
        <Tag>{row.title[language]}</Tag>
        <Tag tone="jade">{wordOf('classes', row.class)}</Tag>
        <span className="quiet">
          {wordOf('triggers', row.on)} →{' '}
          {row.channels.map(channel => wordOf('channelNames', channel)).join(' → ')}
        </span>
      </PageHead>
      <DraftBar
        book={book}
        onGo={fault =>
          void navigate({ to: '/catalogue', search: { file: fault.file, line: `${fault.line}` } })
        }
      />
      <Outcome row={row} />
      <EntryEditor book={book} file={file} path={['rules', at]} on={row.on}>
        {book.mayWrite && (
          <Popconfirm
            title={t('rules.removeRuleSure')}
            onConfirm={() => {
              book.set(file, ['rules', at], undefined)
              void navigate({ to: '/rules' })
            }}
          >
            <Button danger type="text" icon={<DeleteOutlined />}>
              {t('rules.removeRule')}
            </Button>
          </Popconfirm>
        )}
      </EntryEditor>
      <Trial book={book} row={row} />
    </>
  )
}

function Outcome({ row }: { readonly row: RuleRow }): ReactNode {
  const { t } = useTranslation()
  const { language } = useChoices()
  const { count } = useNumber()
  const { today, month } = useRuleFigures()(row.id)
  const ended = month === undefined ? 0 : month.delivered + month.failed + month.expired + month.unconfirmed
  const inFlight = Math.max(0, (month?.sent ?? 0) - ended)
  return (
    <section className="card rule-says">
      <p>
        <Link to="/wording/$template" params={{ template: row.template }}>
          {t('rules.says')}
        </Link>{' '}
        {shortened(row.text[language])}
      </p>
      {month === undefined ? (
        <p className="quiet">{t('rules.quiet')}</p>
      ) : (
        <>
          <p className="quiet">
            {t('rules.outcome', {
              today: count(today?.sent ?? 0),
              sent: count(month.sent),
              delivered: count(month.delivered),
              withheld: count(month.withheld),
            })}
          </p>
          <OutcomeBar outcomes={{ ...month, inFlight }} />
        </>
      )}
    </section>
  )
}

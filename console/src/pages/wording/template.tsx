/** One message: both languages side by side, checked while it is written, and as customers' phones would show it. */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Result, Segmented, Skeleton } from 'antd'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { type Book, useBook } from '../../draft/book.ts'
import { DraftBar } from '../../draft/draft-bar.tsx'
import { namesQuery } from '../../draft/entry-editor.tsx'
import { Fault } from '../../parts/fault.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useNumber } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { useRuleFigures } from '../rules/figures.ts'
import { type Language, ruleRows, type RuleRow, templateRows, type TemplateRow } from '../rules/rule-rows.ts'
import { Findings } from './findings.tsx'
import { Phones } from './phones.tsx'
import { type Channel, channels, type PreviewText, usePreview } from './preview.ts'

const MessageEditor = lazy(() => import('./message-editor.tsx'))

export function OneTemplate(): ReactNode {
  const { t } = useTranslation()
  const { template } = useParams({ from: '/wording/$template' })
  const navigate = useNavigate()
  const { book, error, retry } = useBook()
  const files = book?.files
  const row = useMemo(() => {
    return files === undefined ? undefined : templateRows(files).find(({ id }) => id === template)
  }, [files, template])
  const senders = useMemo(() => {
    return files === undefined ? [] : ruleRows(files).filter(one => one.template === template)
  }, [files, template])
  if (error !== null) return <PageFault error={error} onRetry={retry} />
  if (book === null) return <Skeleton active />
  return (
    <>
      <Link to="/wording">{t('wording.all')}</Link>
      <PageHead title={template}>
        <Senders rules={senders} />
      </PageHead>
      <DraftBar
        book={book}
        onGo={({ file, line }) => void navigate({ to: '/catalogue', search: { file, line: `${line}` } })}
      />
      {row === undefined ? (
        <Result status="404" title={t('wording.gone', { template })} />
      ) : (
        <Desk book={book} row={row} on={senders[0]?.on} />
      )}
    </>
  )
}

function Senders({ rules }: { readonly rules: readonly RuleRow[] }): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumber()
  const figures = useRuleFigures()
  if (rules.length === 0) return <Tag tone="amber">{t('wording.unused')}</Tag>
  const said = rules.map(({ id }) => figures(id))
  const today = said.reduce((sum, one) => sum + (one.today?.sent ?? 0), 0)
  const month = said.reduce((sum, one) => sum + (one.month?.sent ?? 0), 0)
  return (
    <span className="quiet">
      {t('wording.sentBy')}{' '}
      {rules.map(({ id }) => (
        <Link key={id} to="/rules/rule/$rule" params={{ rule: id }}>
          {id}{' '}
        </Link>
      ))}
      · {t('wording.saidTo', { today: count(today), month: count(month) })}
    </span>
  )
}

interface DeskAsked {
  readonly book: Book
  readonly row: TemplateRow
  readonly on: string | undefined
}

function Desk({ book, row, on }: DeskAsked): ReactNode {
  const { t } = useTranslation()
  const wordOf = useWordOf()
  const { channel: wanted } = useSearch({ from: '/wording/$template' })
  const navigate = useNavigate({ from: '/wording/$template' })
  const channel = channels.find(one => one === wanted) ?? 'sms'
  const { preview, error, isBehind } = usePreview(row.id, channel, book.mayWrite)
  return (
    <>
      <div className="message-sides">
        {(['zh-CN', 'en'] as const).map(language => (
          <Side
            key={language}
            book={book}
            row={row}
            on={on}
            language={language}
            shown={preview?.texts.find(one => one.language === language)}
            isBehind={isBehind}
          />
        ))}
      </div>
      {error !== null && <Fault error={error} />}
      {preview !== undefined && (
        <section className={isBehind ? 'behind' : ''} aria-live="polite">
          <div className="toolbar">
            <h2 className="grow">{t('wording.preview')}</h2>
            <Segmented<Channel>
              aria-label={t('wording.channel')}
              value={channel}
              options={channels.map(value => ({ value, label: wordOf('channelNames', value) }))}
              onChange={value => void navigate({ search: { channel: value }, replace: true })}
            />
          </div>
          <p className="quiet">
            {t('wording.partsRule', { norm: preview.partsNorm ?? '–', max: preview.partsMax })}
          </p>
          <Phones preview={preview} />
        </section>
      )}
    </>
  )
}

interface SideAsked extends DeskAsked {
  readonly language: Language
  readonly shown: PreviewText | undefined
  readonly isBehind: boolean
}

function Side({ book, row, on, language, shown, isBehind }: SideAsked): ReactNode {
  const { t } = useTranslation()
  const names = useQuery(namesQuery(on)).data
  const file = row.files[language]
  const text = row.text[language]
  const before = useMemo(
    () => templateRows(book.original).find(({ id }) => id === row.id)?.text[language],
    [book.original, row.id, language],
  )
  if (file === undefined) return <section className="card">{t('wording.missing', { language })}</section>
  const write = (next: string): void => book.set(file, ['templates', row.id, 'text'], next)
  return (
    <section className="card message-side" lang={language}>
      <h2>{language === 'zh-CN' ? '中文' : 'English'}</h2>
      <Suspense fallback={<Skeleton active />}>
        <MessageEditor
          key={`${row.id} ${language} ${book.mayWrite}`}
          text={text}
          label={`${row.id} ${language}`}
          findings={shown?.findings ?? []}
          names={names}
          isReadOnly={!book.mayWrite}
          onChange={write}
        />
      </Suspense>
      {shown !== undefined && <Findings shown={shown} text={text} isBehind={isBehind} onWrite={write} />}
      {before !== undefined && before !== text && (
        <div className="before-after">
          <b>{t('wording.inForce', { version: book.base })}</b>
          <del>{before}</del>
        </div>
      )}
    </section>
  )
}

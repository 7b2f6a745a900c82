import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Skeleton } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../draft/book.ts'
import { DraftBar } from '../../draft/draft-bar.tsx'
import { useChoices } from '../../frame/choices.ts'
import { ListSearch } from '../../parts/list-search.tsx'
import { PageFault } from '../../parts/page-fault.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useNumber } from '../../parts/time.ts'
import { useWordOf } from '../../parts/words-of.ts'
import { type RuleFigures, useRuleFigures } from './figures.ts'
import { NewRule } from './new-rule.tsx'
import { matches, ruleRows, type RuleRow } from './rule-rows.ts'
import { shortened } from './shortened.ts'

export function RuleList(): ReactNode {
  const { t } = useTranslation()
  const { language } = useChoices()
  const { q = '' } = useSearch({ from: '/rules' })
  const navigate = useNavigate({ from: '/rules' })
  const { book, error, retry } = useBook()
  const figures = useRuleFigures()
  const wordOf = useWordOf()
  const [isNew, setNew] = useState(false)
  const files = book?.files
  const rows = useMemo(() => (files === undefined ? [] : ruleRows(files)), [files])
  if (error !== null) return <PageFault error={error} onRetry={retry} />
  if (book === null) return <Skeleton active />
  const shown = rows.filter(row =>
    matches(
      q,
      row.id,
      row.text['zh-CN'],
      row.text.en,
      row.on,
      wordOf('triggers', row.on),
      row.template,
      ...row.source,
    ),
  )
  const groups = [...Map.groupBy(shown, row => row.file)]
  return (
    <>
      <DraftBar
        book={book}
        onGo={({ file, line }) => void navigate({ to: '/catalogue', search: { file, line: `${line}` } })}
      />
      <ListSearch
        label={t('rules.search')}
        q={q}
        count={shown.length}
        onSearch={looked => void navigate({ search: before => ({ ...before, q: looked }), replace: true })}
      >
        {book.mayWrite && (
          <Button icon={<PlusOutlined />} onClick={() => setNew(true)}>
            {t('rules.newRule')}
          </Button>
        )}
      </ListSearch>
      {shown.length === 0 && <Empty description={t('rules.noMatch')} />}
      {groups.map(([file, own]) => (
        <details className="card rule-group" key={file} open>
          <summary>
            <b>{own[0]!.title[language]}</b>{' '}
            <span className="quiet">{t('rules.count', { count: own.length })}</span>
          </summary>
          <RuleTable rows={own} figures={figures} />
        </details>
      ))}
      {isNew && <NewRule book={book} onClose={() => setNew(false)} />}
    </>
  )
}

interface TableAsked {
  readonly rows: readonly RuleRow[]
  readonly figures: (rule: string) => RuleFigures
}

function RuleTable({ rows, figures }: TableAsked): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="wide-table">
      <table className="figures rule-table">
        <thead>
          <tr>
            <th>{t('rules.rule')}</th>
            <th>{t('rules.starts')}</th>
            <th>{t('rules.how')}</th>
            <th className="number">{t('rules.today')}</th>
            <th className="number">{t('rules.month')}</th>
            <th className="number">{t('rules.withheldMonth')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <RuleLine key={`${row.file} ${row.at}`} row={row} figures={figures(row.id)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RuleLine({ row, figures }: { readonly row: RuleRow; readonly figures: RuleFigures }): ReactNode {
  const { language } = useChoices()
  const { count } = useNumber()
  const wordOf = useWordOf()
  const { today, month } = figures
  const dates = [row.from, row.until].some(day => day !== null)
    ? `${row.from ?? ''} – ${row.until ?? ''}`
    : null
  return (
    <tr>
      <td className="rule-name">
        <Link to="/rules/rule/$rule" params={{ rule: row.id }}>
          {row.id}
        </Link>
        {dates !== null && <Tag tone="amber">{dates}</Tag>}
        {row.scope !== null && <Tag>{row.scope}</Tag>}
        <div className="quiet clipped">{shortened(row.text[language])}</div>
      </td>
      <td>{wordOf('triggers', row.on)}</td>
      <td>
        <Tag tone="jade">{wordOf('classes', row.class)}</Tag>{' '}
        <span className="quiet">
          {row.channels.map(channel => wordOf('channelNames', channel)).join(' → ')}
        </span>
      </td>
      <td className="number">{count(today?.sent ?? 0)}</td>
      <td className="number">{count(month?.sent ?? 0)}</td>
      <td className="number">{count(month?.withheld ?? 0)}</td>
    </tr>
  )
}

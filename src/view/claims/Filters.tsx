import { type RefObject } from 'react'
import type { ClaimRow } from '../../course/claims/board'
import { documents, verdicts } from '../../course/claims/claim'
import { Select } from '../ui/Select'
import { chosen, type Choice } from './choose'
import { ClaimMark, verdictNames } from './ClaimMark'
import styles from './Filters.module.css'

interface FiltersProps {
  rows: readonly ClaimRow[]
  choice: Choice
  onChange: (choice: Choice) => void
  search: RefObject<HTMLInputElement | null>
}

const sentence = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const documentOptions = [
  { value: 'all' as const, title: 'All documents' },
  ...documents.map((document) => ({ value: document, title: sentence(document) })),
]

const runOptions = [
  { value: 'all' as const, title: 'Run or not' },
  { value: 'run' as const, title: 'Run by the engine' },
  { value: 'not-run' as const, title: 'Not run' },
]

/** One button for each verdict, with how many rows it would leave. */
function Verdicts({ rows, choice, onChange }: Omit<FiltersProps, 'search'>) {
  const countOf = (verdict: Choice['verdict']) => chosen(rows, { ...choice, verdict }).length
  return (
    <fieldset className={styles['verdicts']}>
      <legend className={styles['unseen']}>Verdict</legend>
      {(['all', ...verdicts] as const).map((verdict) => (
        <label key={verdict} className={styles['verdict']}>
          <input
            type="radio"
            name="verdict"
            className={styles['radio']}
            checked={choice.verdict === verdict}
            onChange={() => onChange({ ...choice, verdict })}
          />
          {verdict === 'all' ? <span>all</span> : <ClaimMark verdict={verdict} />}
          <span className={styles['count']}>{countOf(verdict)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What is shown of the board, and how much that is. */
export function Filters({ rows, choice, onChange, search }: FiltersProps) {
  const count = chosen(rows, choice).length
  const shown = count === rows.length ? `${count} claims` : `${count} of ${rows.length} claims`
  return (
    <search className={styles['filters']}>
      <label className={styles['field']}>
        <span className={styles['label']}>Find a word, a pattern, a guard or a number such as A28</span>
        <input
          ref={search}
          type="search"
          className={styles['query']}
          value={choice.query}
          placeholder="lease, stale, replica …"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...choice, query: event.currentTarget.value })}
        />
      </label>
      <Select
        label="Document"
        value={choice.document}
        options={documentOptions}
        onChange={(document) => onChange({ ...choice, document })}
        className={styles['select']}
      />
      <Select
        label="Run by the engine"
        value={choice.run}
        options={runOptions}
        onChange={(run) => onChange({ ...choice, run })}
        className={styles['select']}
      />
      <Verdicts rows={rows} choice={choice} onChange={onChange} />
      <p role="status" className={styles['shown']}>
        {shown}
        {choice.verdict === 'all' ? '' : `, ${verdictNames[choice.verdict]}`}
      </p>
    </search>
  )
}

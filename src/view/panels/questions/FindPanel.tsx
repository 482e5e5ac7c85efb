/** "Show me a run where ...": a question in words, and the shortest run that answers it. */
import { useId, useState, type SubmitEvent } from 'react'
import type { Found } from '../../../model/explore/find/find'
import { exampleOf, parseQuery, QUERY_MAX, type QueryProblem } from '../../../model/explore/find/parseQuery'
import { clientPhrases, thingPhrases } from '../../../model/explore/find/phrases'
import type { Query } from '../../../model/explore/find/query'
import type { Scenario } from '../../../model/scenario/scenario'
import { Button } from '../../ui/Button'
import styles from './Questions.module.css'
import { foundWords } from './words'

interface Props {
  readonly scenario: Scenario
  /** Answers a question; what it says last is shown. */
  readonly onAsk: (query: Query, text: string) => void
  /** What was asked last; null before the first question. */
  readonly asked: string | null
  /** Null while it is looked for. */
  readonly found: Found | null
  readonly problem: string | null
  readonly onShow: (schedule: readonly string[]) => void
}

const examplesOf = (scenario: Scenario): readonly string[] => [
  exampleOf(scenario),
  'the cache ends empty',
  'the database writes twice',
  'a fill is refused',
]

/** Everything that can be asked, by whom it is about. */
function Vocabulary() {
  const groups = [['T1, somebody, nobody', clientPhrases], ...Object.entries(thingPhrases)] as const
  return (
    <details>
      <summary className={styles['line']}>What can be asked</summary>
      <p className={styles['dim']}>
        Join parts with “and”, order them with “then” or “before”. Add “twice” or “3 times”, “on x” for one key, “never”
        for what does not happen. A property is asked for by name: “converges is violated”.
      </p>
      <dl className={styles['list']}>
        {groups.map(([name, phrases]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {Object.entries(phrases)
                .map(([phrase, meaning]) => ('version' in meaning ? `${phrase} 2` : phrase))
                .join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Answer({ found, asked, problem, onShow }: Omit<Props, 'scenario' | 'onAsk'>) {
  if (problem !== null) return <p className={styles['problem']}>{problem}</p>
  if (asked === null) return null
  if (found === null) return <p>Looking for a run where {asked}.</p>
  return (
    <div className={styles['row']}>
      <p>
        <b>{asked}</b>: {foundWords(found)}
      </p>
      {found.outcome === 'found' && found.schedule.length > 0 && (
        <Button onClick={() => onShow(found.schedule)}>Show this run</Button>
      )}
    </div>
  )
}

export function FindPanel({ scenario, onAsk, ...answer }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<QueryProblem | null>(null)
  const ask = (wanted: string) => {
    const query = parseQuery(wanted, scenario)
    const isQuery = 'stages' in query
    setProblem(isQuery ? null : query)
    if (isQuery) onAsk(query, wanted.trim())
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    ask(text)
  }
  return (
    <>
      <form className={styles['ask']} onSubmit={submit}>
        <label htmlFor={id} className={styles['dim']}>
          Show me a run where
        </label>
        <input
          id={id}
          value={text}
          maxLength={QUERY_MAX}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={exampleOf(scenario)}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit">Find</Button>
      </form>
      {problem !== null && (
        <p id={`${id}-problem`} className={styles['problem']}>
          Column {problem.column}: {problem.message}
        </p>
      )}
      <div className={styles['examples']} role="group" aria-label="Examples">
        {examplesOf(scenario).map((example) => (
          <Button
            key={example}
            onClick={() => {
              setText(example)
              ask(example)
            }}
          >
            {example}
          </Button>
        ))}
      </div>
      <div aria-live="polite">
        <Answer {...answer} />
      </div>
      <Vocabulary />
    </>
  )
}

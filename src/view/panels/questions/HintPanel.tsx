/** Hints for this moment, one at a time; the last one can be taken. */
import { useState } from 'react'
import { Button } from '../../ui/Button'
import styles from './Questions.module.css'

interface Props {
  /** What there is to say, the least first; null while it is looked for. */
  readonly sentences: readonly string[] | null
  readonly problem: string | null
  /** What would do what the second sentence says; null where there is nothing to do. */
  readonly action: { readonly title: string; readonly run: () => void } | null
}

export function HintPanel({ sentences, problem, action }: Props) {
  const [given, setGiven] = useState(1)
  if (problem !== null) return <p className={styles['problem']}>{problem}</p>
  if (sentences === null) return <p>Looking ahead.</p>
  return (
    <>
      <ol className={styles['list']} aria-live="polite" aria-label="Hints so far">
        {sentences.slice(0, given).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <div className={styles['row']}>
        {given < sentences.length && <Button onClick={() => setGiven(given + 1)}>Another hint</Button>}
        {given > 1 && action !== null && <Button onClick={action.run}>{action.title}</Button>}
      </div>
    </>
  )
}

import { useRef, type UIEvent } from 'react'
import { problemText, type Problem } from '../../../model/scenario/problem'
import { Button } from '../../ui/Button'
import styles from './Builder.module.css'

interface ScenarioTextProps {
  readonly text: string
  readonly problems: readonly Problem[]
  readonly onChange: (text: string) => void
}

/** Where a line and a column stand in a text, counted from its beginning. */
function offsetOf(text: string, { line, column }: Problem): number {
  const before = text.split('\n').slice(0, line - 1)
  return Math.min(text.length, before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1)
}

/** The scenario's file, with its lines numbered. What is wrong is marked at its line, said below, and leads there. */
export function ScenarioText({ text, problems, onChange }: ScenarioTextProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const wrong = new Set(problems.map(({ line }) => line))
  const keepBeside = (event: UIEvent<HTMLTextAreaElement>) => {
    if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop
  }
  const show = (problem: Problem) => {
    const at = offsetOf(text, problem)
    area.current?.focus()
    area.current?.setSelectionRange(at, at)
  }
  return (
    <div className={styles['stack']}>
      <div className={styles['editor']}>
        <div ref={gutter} className={styles['gutter']} aria-hidden="true">
          {text.split('\n').map((_, index) => (
            <span key={index} data-wrong={wrong.has(index + 1) || undefined}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          className={styles['text']}
          aria-label="The scenario as text"
          aria-invalid={problems.length > 0 || undefined}
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          onScroll={keepBeside}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <ul className={styles['said']} aria-label="What is wrong in the text">
        {problems.map((problem) => (
          <li key={problemText(problem)}>
            <Button look="quiet" className={styles['goto']} onClick={() => show(problem)}>
              {problem.line}:{problem.column}
            </Button>{' '}
            {problem.message}
          </li>
        ))}
      </ul>
    </div>
  )
}

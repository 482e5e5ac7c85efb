/** One line of a program: its text in tones, the mark of the next step, and the guard that changed it. */
import { useState } from 'react'
import { classes } from '../../ui/classes'
import { Hidden } from '../Panel'
import styles from './CodePanel.module.css'
import { guardExcerpts } from './guardExcerpt'
import type { ProgramSource, Token } from './programSource'

const Text = ({ tokens }: { readonly tokens: readonly Token[] }) => (
  <code className={styles['text']}>
    {tokens.map(({ text, tone }, index) => (
      <span key={index} className={styles[tone]}>
        {text}
      </span>
    ))}
    {'\n'}
  </code>
)

/** What a guard does in place of what the line asks. */
interface Replacement {
  readonly text: ProgramSource
  /** What the line calls. */
  readonly operation: string
  /** The guard's line that asks next, from 1; null when it does not. */
  readonly line: number | null
}

export function CodeLine(props: {
  readonly tokens: readonly Token[]
  readonly isNext: boolean
  readonly isLast: boolean
  /** Where a guard changed the line. */
  readonly guard: Replacement | null
}) {
  const { tokens, isNext, isLast, guard } = props
  return (
    <li
      className={classes(
        styles['line'],
        isNext && styles['next'],
        isLast && styles['last'],
        guard !== null && styles['changed'],
      )}
      aria-current={isNext ? 'step' : undefined}
    >
      {isNext && <Hidden>next line: </Hidden>}
      {isLast && !isNext && <Hidden>line of the last step: </Hidden>}
      <Text tokens={tokens} />
      {guard && <GuardLines {...guard} how="changed by" />}
    </li>
  )
}

/** The tag that names the guard; opened, what the guard asks itself, with the line that asks next. */
export function GuardLines({ text, operation, line, how }: Replacement & { readonly how: 'changed by' | 'inside' }) {
  const [wantsOpen, setIsOpen] = useState(false)
  // Around a program no other line is marked, so that the guard's own has to be seen.
  const isOpen = wantsOpen || (how === 'inside' && line !== null)
  const title = text.title.toLowerCase()
  return (
    <>
      <button type="button" className={styles['tag']} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {how} {title}
      </button>
      {isOpen &&
        guardExcerpts(text, operation).map((excerpt) => (
          <ol
            key={excerpt[0]?.number}
            className={styles['guard']}
            aria-label={`What ${title} does${how === 'inside' ? '' : ' instead'}`}
          >
            {excerpt.map(({ number, tokens }) => (
              <li
                key={number}
                className={classes(styles['line'], number === line && styles['next'])}
                aria-current={number === line ? 'step' : undefined}
              >
                {number === line && <Hidden>next line: </Hidden>}
                <Text tokens={tokens} />
              </li>
            ))}
          </ol>
        ))}
    </>
  )
}

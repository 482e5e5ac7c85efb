import { problemText, type Problem } from '../../../model/scenario/problem'
import type { BuilderState } from './useBuilder'
import styles from './Builder.module.css'

/** What is wrong at a place of the form, and at all places inside of it where `isDeep`. */
export function problemsAt(
  { byPlace }: Pick<BuilderState, 'byPlace'>,
  place: string,
  isDeep = false,
): readonly Problem[] {
  return [...byPlace].flatMap(([at, problems]) =>
    at === place || (isDeep && at.startsWith(`${place}.`)) ? problems : [],
  )
}

/** Problems where they are, each with its line. */
export function Said({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <ul className={styles['said']}>
      {problems.map((problem) => (
        <li key={problemText(problem)}>
          {problem.message} <span className={styles['line']}>Line {problem.line}.</span>
        </li>
      ))}
    </ul>
  )
}

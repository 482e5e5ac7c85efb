/**
 * The frame that the panels of the columns share: a heading, sometimes something beside it, and the content. A panel takes
 * props and nothing else, so that the Lab, a lesson and a test can all show it.
 */
import { useId, type ReactNode } from 'react'
import styles from './Panel.module.css'

export function Panel(props: {
  readonly title: ReactNode
  /** What stands at the right of the heading. */
  readonly aside?: ReactNode
  /** The content is the last answer, and a newer one is on its way. */
  readonly isBusy?: boolean
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles['panel']} aria-labelledby={id} aria-busy={props.isBusy ?? false}>
      <header className={styles['header']}>
        <h2 id={id} className={styles['title']}>
          {props.title}
        </h2>
        {props.aside}
      </header>
      {props.children}
    </section>
  )
}

/** Words that only a screen reader says. */
export const Hidden = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles['hidden']}>{children}</span>
)

/** A place that content will take, in its size, without movement. */
export const Skeleton = ({ lines }: { readonly lines: number }) => (
  <div className={styles['skeleton']} aria-hidden="true">
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} />
    ))}
  </div>
)

/** The run on paper: while this is open, printing the page prints the handout and nothing else. */
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button'
import styles from './ExportDialog.module.css'
import { Handout, STEPS_MAX } from './handout/Handout'
import { takenInWords, takenOf } from './picture/range'
import type { ExportedRun } from './run'

/** Puts a copy beside the page, where paper finds it: a dialog lies over the page, and paper has nothing to lie over. */
function usePrinted(run: ExportedRun) {
  const made = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const copy = made.current?.firstElementChild?.cloneNode(true)
    if (!(copy instanceof HTMLElement)) return undefined
    document.body.append(copy)
    return () => copy.remove()
  }, [run])
  return made
}

export function HandoutTab({ run }: { readonly run: ExportedRun }) {
  const printed = usePrinted(run)
  const count = run.trace.steps.length
  const taken = takenOf(count, run.playhead, STEPS_MAX)
  return (
    <div className={styles['export']}>
      <p className={styles['about']}>
        An A4 page with {takenInWords(taken, count)} and empty boxes to predict them in, and the answers on a page of
        their own.
      </p>
      <div className={styles['sheet']} tabIndex={0} role="group" aria-label="Preview of the handout">
        <Handout run={run} />
      </div>
      <div className={styles['actions']}>
        <Button
          look="primary"
          reason={count === 0 ? 'there is nothing to print yet: take a step' : null}
          onClick={() => window.print()}
        >
          Print the handout
        </Button>
      </div>
      <div ref={printed} hidden>
        <Handout run={run} isPrinted />
      </div>
    </div>
  )
}

/** Where the runs part and what differs at the playhead, in words. */
import { differenceInWords, type Difference } from '../../course/narration/sideBySide'
import { useLab } from '../lab/labContext'
import { Button } from '../ui/Button'
import styles from './Compare.module.css'

interface DifferencesProps {
  readonly names: readonly string[]
  readonly differences: readonly Difference[]
  readonly playhead: number
}

const laterWords = (count: number): string =>
  count === 0 ? '' : count === 1 ? ' One later step differs.' : ` ${count} later steps differ.`

/** The way from one difference to the next. */
export function DifferenceButtons({ differences, playhead }: Omit<DifferencesProps, 'names'>) {
  const { player } = useLab()
  const before = differences.findLast(({ step }) => step < playhead)
  const after = differences.find(({ step }) => step > playhead)
  return (
    <>
      <Button
        reason={before === undefined ? 'no step before this one differs' : null}
        onClick={() => before !== undefined && player.seek(before.step)}
      >
        Difference before
      </Button>
      <Button
        reason={after === undefined ? 'no step after this one differs' : null}
        onClick={() => after !== undefined && player.seek(after.step)}
      >
        Next difference
      </Button>
    </>
  )
}

export function Differences({ names, differences, playhead }: DifferencesProps) {
  const [first] = differences
  if (first === undefined)
    return <p className={styles['differences']}>Nothing differs: every step of this schedule comes out alike.</p>
  const here = differences.find(({ step }) => step === playhead)
  return (
    <section className={styles['differences']} aria-label="What differs">
      <p>
        <strong>They part at step {first.step}.</strong> {differenceInWords(names, first)}
        {laterWords(differences.length - 1)}
      </p>
      {here !== undefined && here !== first && (
        <p>
          <strong>Step {here.step} differs.</strong> {differenceInWords(names, here)}
        </p>
      )}
    </section>
  )
}

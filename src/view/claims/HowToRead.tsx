import { Disclosure } from '../ui/Disclosure'
import styles from './HowToRead.module.css'

/** What each verdict means, for those who ask. */
export const HowToRead = () => (
  <Disclosure title="How to read the board">
    <dl className={styles['key']}>
      <dt>holds</dt>
      <dd>The engine finds it true wherever it was asked.</dd>
      <dt>fails</dt>
      <dd>The engine finds it false wherever it was asked. What is true instead stands beside it.</dd>
      <dt>depends</dt>
      <dd>True in one setting and false in another. The assumption says what tells them apart.</dd>
      <dt>opinion, not run</dt>
      <dd>Advice, or something that the engine does not measure. Each says why.</dd>
    </dl>
    <p className={styles['note']}>
      A statement about every run is shown by all runs and refuted by one. That something can happen is shown by one run
      and refuted by all. Interleavings are counted, and a count is never a probability.
    </p>
  </Disclosure>
)

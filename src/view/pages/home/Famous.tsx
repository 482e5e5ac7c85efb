import { famous } from '../../../model/scenario/catalogue/famous'
import { Cards } from '../../gallery/Cards'
import { pairsOf } from '../../gallery/pairs'
import { useVerdicts } from '../../gallery/useVerdicts'
import { ButtonLink } from '../../ui/Button'
import styles from './Famous.module.css'

const pairs = pairsOf(famous)

/** The anomalies that the product is best met with, and the way to all the others. */
export function Famous() {
  const reports = useVerdicts(famous)
  return (
    <section aria-labelledby="gallery" className={styles['gallery']}>
      <h2 id="gallery" className={styles['heading']}>
        What goes wrong, and what stops it
      </h2>
      <p className={styles['lead']}>
        Each card opens a run. Its marks are not written down anywhere: every interleaving is searched here, in your
        browser, while you read.
      </p>
      <Cards pairs={pairs} reports={reports} />
      <p className={styles['all']}>
        <ButtonLink href="#/scenarios">See all scenarios</ButtonLink>
      </p>
    </section>
  )
}

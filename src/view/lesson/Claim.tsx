import type { ClaimBlock } from '../../course/lesson/lesson'
import { withRun } from '../../model/scenario/linkRun'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { VerdictMark } from '../ui/VerdictMark'
import styles from './Claim.module.css'
import { countText, searchedText, verdictWord } from './claimText'
import { Inlines } from './Prose'

/** `onShow` plays the witness on the scene's stage; without one the witness opens in the Lab. */
export function Claim({ claim, onShow }: { claim: ClaimBlock; onShow?: () => void }) {
  const { finding, verdict, statement } = claim
  return (
    <div
      className={classes(styles['claim'], styles[verdict])}
      role="group"
      aria-label={`Claim: ${claim.propertyTitle}`}
    >
      <p className={styles['line']}>
        <VerdictMark verdict={verdict} />
        <strong className={styles['verdict']}>{verdictWord(claim)}</strong> “<Inlines inlines={statement} />”
      </p>
      <p className={styles['count']}>{countText(claim)}</p>
      <p className={styles['searched']}>{searchedText(finding)}</p>
      <Witness claim={claim} {...(onShow === undefined ? {} : { onShow })} />
    </div>
  )
}

function Witness({ claim: { finding, link }, onShow }: { claim: ClaimBlock; onShow?: () => void }) {
  if (finding.witness.length === 0) return null
  if (onShow !== undefined) {
    return (
      <Button look="quiet" className={styles['show']} onClick={onShow}>
        Show it
      </Button>
    )
  }
  if (link === null) return null
  return (
    <a className={styles['show']} href={withRun(link, finding.witness, 0)}>
      Show it in the Lab
    </a>
  )
}

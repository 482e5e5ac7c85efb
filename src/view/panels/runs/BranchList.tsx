import { classes } from '../../ui/classes'
import { branchAt } from '../../player/branches'
import { EndMark } from './EndMark'
import { endWords, type RunTreeProps } from './runTreeProps'
import styles from './RunTreePanel.module.css'

/** The branches as a list, for small screens: each leads to its end. */
export function BranchList({ tree, branches, ends, tip, onGo }: RunTreeProps) {
  const present = branchAt(tree, tip)?.id
  const nameOf = (id: number | null) => branches.find((branch) => branch.id === id)?.name ?? ''
  return (
    <ul className={styles['list']} aria-label="Runs">
      {branches.map((branch) => {
        const { id, name, parent, shared, nodes } = branch
        const steps = shared + nodes.length - (parent === null ? 1 : 0)
        const origin = parent === null ? '' : `, leaves ${nameOf(parent)} after step ${shared}`
        return (
          <li key={id}>
            <button
              type="button"
              className={classes(styles['branch'], id === present && styles['present'])}
              aria-current={id === present || undefined}
              onClick={() => onGo(branch.tip)}
            >
              <svg className={styles['mark']} viewBox="-10 -10 20 20" aria-hidden="true">
                <EndMark kind={ends.get(id)?.kind ?? 'open'} x={0} y={0} />
              </svg>
              <span className={styles['name']}>{name}</span>
              <span className={styles['says']}>
                {steps === 1 ? '1 step' : `${steps} steps`}
                {origin}, {endWords(ends, branch)}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/**
 * Everything that was tried from one start, as a tree: each branch with a name that can be changed and with how it
 * ends, each node a place to go to. Where there is no room for a drawing the branches are a list.
 */
import { IconButton } from '../../ui/Button'
import { Panel } from '../Panel'
import { BranchList } from './BranchList'
import { BranchTools } from './BranchTools'
import type { RunTreeProps } from './runTreeProps'
import styles from './RunTreePanel.module.css'
import { TreeView } from './TreeView'

export function RunTreePanel(props: RunTreeProps & { readonly isList: boolean; readonly onClose: () => void }) {
  const { isList, onClose, branches } = props
  const count = branches.length === 1 ? 'one run' : `${branches.length} runs`
  return (
    <Panel
      title={`Run tree: ${count} from this start`}
      aside={<IconButton icon="close" label="Close the run tree" look="quiet" onClick={onClose} />}
    >
      {isList ? <BranchList {...props} /> : <TreeView {...props} />}
      {branches.length === 1 && (
        <p className={styles['hint']}>Go back and take another step: the run forks, and both futures stay here.</p>
      )}
      <BranchTools {...props} />
    </Panel>
  )
}

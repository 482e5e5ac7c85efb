import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { writeLink } from '../../model/scenario/link'
import { linkLosses } from '../../model/scenario/linkLosses'
import { ShareDialog } from '../panels/share/ShareDialog'
import { mermaidOf } from '../scene/mermaidOf'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { headingOf } from './heading'
import { useLabState } from './labContext'
import { labTools } from './labTools'
import { momentShown } from './opening'
import { stateInWords } from './SentenceCard'
import styles from './ShareButton.module.css'

/** A longer run makes a diagram that nobody reads in a document. */
const DIAGRAM_STEPS_MAX = 20

function OpenDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { base, scenario, tree, tip, playhead, beside, trace } = useLabState((state) => state)
  const moment = useMemo(
    () => momentShown({ base, scenario, tree, tip, playhead, beside }),
    [base, scenario, tree, tip, playhead, beside],
  )
  const shared = useMemo(
    () => ({
      link: new URL(writeLink(moment), location.href).href,
      title: headingOf({ base, scenario }).title,
      sentence: stateInWords(trace, playhead),
      mermaid: trace.steps.length > 0 && trace.steps.length <= DIAGRAM_STEPS_MAX ? mermaidOf(trace) : '',
    }),
    [moment, base, scenario, trace, playhead],
  )
  const losses = useMemo(() => linkLosses(moment), [moment])
  return <ShareDialog moment={shared} losses={losses} isOpen={isOpen} onClose={onClose} />
}

/** Offers this moment to others. The dialog is made when it is first asked for, and stays so that the focus comes back here. */
export function ShareButton() {
  const isOpen = useStore(labTools.store, ({ isSharing }) => isSharing)
  const [isWanted, setIsWanted] = useState(false)
  if (isOpen && !isWanted) setIsWanted(true)
  return (
    <>
      <Button className={styles['share']} onClick={() => labTools.share(true)}>
        <Icon name="link" />
        <span className={styles['words']}>Share this moment</span>
      </Button>
      {isWanted && <OpenDialog isOpen={isOpen} onClose={() => labTools.share(false)} />}
    </>
  )
}

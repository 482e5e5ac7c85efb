/** This moment, to be passed on: as a link, as Markdown, and as a frame for a page. */
import { useState } from 'react'
import { copyText } from '../../shell/copyText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import styles from './ShareDialog.module.css'
import { frameOf, markdownOf, type SharedMoment } from './shareTexts'

interface ShareProps {
  readonly moment: SharedMoment
  /** What the link leaves out, in words; empty where it restores all. */
  readonly losses: readonly string[]
}

export const ShareDialog = (props: ShareProps & { readonly isOpen: boolean; readonly onClose: () => void }) => (
  <Dialog title="Share this moment" isOpen={props.isOpen} onClose={props.onClose} width="wide">
    <Contents moment={props.moment} losses={props.losses} />
  </Dialog>
)

function Way(props: {
  readonly title: string
  readonly says: string
  readonly text: string
  readonly isPrimary?: boolean
  readonly onCopy: () => void
}) {
  const { title, says, text, isPrimary = false, onCopy } = props
  return (
    <section className={styles['way']} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles['says']}>{says}</p>
      <textarea
        className={styles['text']}
        aria-label={`${title}, to copy`}
        value={text}
        rows={text.includes('\n') ? 5 : 2}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
        <Button look={isPrimary ? 'primary' : 'plain'} onClick={onCopy}>
          Copy the {title.toLowerCase()}
        </Button>
      </div>
    </section>
  )
}

function Contents({ moment, losses }: ShareProps) {
  const [said, setSaid] = useState('')
  const copy = (text: string, what: string) => () =>
    void copyText(text).then((isCopied) =>
      setSaid(isCopied ? `The ${what} is copied.` : 'Copying is not allowed here. Select the text and copy it.'),
    )
  const [markdown, frame] = [markdownOf(moment), frameOf(moment)]
  return (
    <div className={styles['ways']}>
      <Way
        isPrimary
        title="Link"
        says={`${moment.link.length} characters. It opens this scenario, this run and this step.`}
        text={moment.link}
        onCopy={copy(moment.link, 'link to this moment')}
      />
      {losses.length > 0 && (
        <p className={styles['says']}>
          The link leaves out {losses.join(', ')}. Edit the scenario to download its file, which has all of it.
        </p>
      )}
      <Way
        title="Markdown"
        says={`The link and what happened at this step${moment.mermaid === '' ? '; the run is too long for a diagram' : ', with the run as a Mermaid diagram'}.`}
        text={markdown}
        onCopy={copy(markdown, 'Markdown')}
      />
      <Way
        title="Frame"
        says="For a page of your own or of a learning platform: the picture, its steps and the verdicts."
        text={frame}
        onCopy={copy(frame, 'frame')}
      />
      <p className={styles['said']} role="status">
        {said}
      </p>
    </div>
  )
}

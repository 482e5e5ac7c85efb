import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { Button, IconButton } from '../../ui/Button'
import { Disclosure } from '../../ui/Disclosure'
import { Note } from '../../ui/Note'
import styles from './Builder.module.css'
import { savedScenarios, type SavedScenario, type SavedScenarios } from './saved'

/** A saved scenario: opened, renamed in its place, deleted. */
function SavedRow(props: {
  readonly item: SavedScenario
  readonly saved: SavedScenarios
  readonly onOpen: (item: SavedScenario) => void
}) {
  const { item, saved, onOpen } = props
  const [name, setName] = useState<string | null>(null)
  const [isTaken, setIsTaken] = useState(false)
  const rename = () => {
    const isDone = name === null || saved.rename(item.name, name)
    setIsTaken(!isDone)
    if (isDone) setName(null)
  }
  if (name === null)
    return (
      <li className={styles['row']}>
        <Button look="quiet" className={styles['open']} onClick={() => onOpen(item)}>
          {item.name}
        </Button>
        <Button look="quiet" aria-label={`Rename ${item.name}`} onClick={() => setName(item.name)}>
          Rename
        </Button>
        <IconButton icon="close" look="quiet" label={`Delete ${item.name}`} onClick={() => saved.remove(item.name)} />
      </li>
    )
  return (
    <li className={styles['row']}>
      <form
        className={styles['row']}
        onSubmit={(event) => {
          event.preventDefault()
          rename()
        }}
      >
        <input
          className={styles['input']}
          aria-label={`New name of ${item.name}`}
          value={name}
          autoFocus
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setName(null)
          }}
        />
        <Button type="submit">Rename</Button>
        {isTaken && <span className={styles['says']}>Choose a name that no other one has.</span>}
      </form>
    </li>
  )
}

/** Keeps the text by name, and brings kept ones back. */
export function SavedBar(props: {
  readonly name: string
  readonly onSave: (name: string) => void
  readonly onOpen: (item: SavedScenario) => void
  readonly saved?: SavedScenarios
}) {
  const { name, onSave, onOpen, saved = savedScenarios } = props
  const { items, deleted, note } = useStore(saved.store)
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const wanted = typed ?? name
  const isKnown = items.some((item) => item.name === wanted.trim())
  return (
    <div className={styles['stack']}>
      <form
        className={styles['row']}
        onSubmit={(event) => {
          event.preventDefault()
          onSave(wanted)
        }}
      >
        <label htmlFor={id} className={styles['says']}>
          Keep as
        </label>
        <input
          id={id}
          className={styles['input']}
          value={wanted}
          maxLength={60}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" reason={wanted.trim() === '' ? 'it needs a name' : null}>
          {isKnown ? 'Save again' : 'Save'}
        </Button>
      </form>
      {note !== null && (
        <Note tone="bad" onDismiss={saved.dismissNote}>
          {note}
        </Note>
      )}
      {deleted !== null && (
        <Note onDismiss={saved.dismissNote} actions={<Button onClick={saved.restore}>Bring it back</Button>}>
          “{deleted.item.name}” is deleted.
        </Note>
      )}
      {items.length > 0 && (
        <Disclosure title={`Your scenarios (${items.length})`}>
          <ul className={styles['rows']}>
            {items.map((item) => (
              <SavedRow key={item.name} {...{ item, saved, onOpen }} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

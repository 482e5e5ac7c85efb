import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Opening } from '../player/moment'
import { announcer } from '../shell/announcer'
import { fileDialog } from './fileDialog'
import { useLab } from './labContext'
import styles from './OpenFile.module.css'

const ImportDialog = lazy(async () => ({ default: (await import('../panels/import/ImportDialog')).ImportDialog }))

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true

/** Takes files that are dropped anywhere on the page; says whether one is over it. */
function useDrop(): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) fileDialog.take(file)
    }
    const stop = new AbortController()
    addEventListener('dragover', over, { signal: stop.signal })
    addEventListener('dragleave', leave, { signal: stop.signal })
    addEventListener('drop', drop, { signal: stop.signal })
    return () => stop.abort()
  }, [])
  return isOver
}

/** Opens files: dropped onto the Lab, or chosen in the dialog. What was shown before comes back with undo. */
export function OpenFile() {
  const { player } = useLab()
  const { state, file } = useStore(fileDialog.store)
  const isOver = useDrop()
  useEffect(() => fileDialog.close, [])
  const open = useCallback(
    (opening: Opening, title: string) => {
      player.open(opening)
      fileDialog.close()
      announcer.announce(`${title} is open. Undo brings back what you had.`)
    },
    [player],
  )
  return (
    <>
      {isOver && (
        <div className={styles['over']} aria-hidden="true">
          <p>Drop the file to open it</p>
        </div>
      )}
      {state !== 'unasked' && (
        <Suspense>
          <ImportDialog isOpen={state === 'open'} file={file} onClose={fileDialog.close} onOpen={open} />
        </Suspense>
      )}
    </>
  )
}

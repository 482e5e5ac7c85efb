import { useEffect, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { Drawing } from '../../../stage/Drawing'
import { Heads } from '../../../stage/Heads'
import type { Studio } from './studio'
import styles from './StudioPlace.module.css'

/** Draws what a studio says, out of sight. */
export function StudioPlace({ studio }: { readonly studio: Studio }) {
  const place = useRef<HTMLDivElement>(null)
  const showing = useStore(studio.store)
  useLayoutEffect(() => {
    if (place.current !== null) studio.shown(place.current)
  }, [studio, showing])
  useEffect(() => () => studio.close(), [studio])
  const { scheme, drawing } = showing
  return (
    <div ref={place} className={styles['place']} data-theme={scheme} aria-hidden="true" inert>
      {drawing !== null && (
        <>
          <Heads lanes={drawing.scene.lanes} keys={drawing.scene.keys} geometry={drawing.geometry} />
          <Drawing
            scene={drawing.scene}
            geometry={drawing.geometry}
            rowWindow={drawing.rows}
            animates={false}
            onSeek={undefined}
            overlay={undefined}
          />
        </>
      )}
    </div>
  )
}

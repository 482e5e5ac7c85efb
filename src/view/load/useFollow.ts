import { useLayoutEffect, type RefObject } from 'react'
import type { Cursor } from './cursor'

/** Tells the style sheet the share of the run at the cursor, as `--at` of an element, without rendering anything anew. */
export function useFollow(element: RefObject<HTMLElement | null>, cursor: Cursor): void {
  useLayoutEffect(() => {
    const tell = () => {
      const { ms, endMs } = cursor.store.getState()
      element.current?.style.setProperty('--at', String(endMs === 0 ? 0 : ms / endMs))
    }
    tell()
    return cursor.store.subscribe(tell)
  }, [element, cursor])
}

/**
 * Which rows are drawn, and keeping the live one in view. A long run scrolls inside the stage; only
 * about forty rows exist at a time, and the page itself is never scrolled.
 */
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { heightOf, yOf, type Geometry } from './geometry'

/** Rows drawn before and after the first visible one; the window moves in strides, so that scrolling seldom draws. */
const BEFORE = 8
const ROWS = 40
const STRIDE = 8

export interface RowWindow {
  readonly first: number
  readonly last: number
}

const windowAt = (geometry: Geometry, scrollTop: number): RowWindow => {
  const first = Math.floor(scrollTop / geometry.rowHeight / STRIDE) * STRIDE - BEFORE
  return { first: Math.max(0, first), last: Math.max(0, first) + ROWS }
}

/** Where to scroll so that the live row and what it leads to are in view; null where they are. */
function scrollTopFor(element: HTMLElement, geometry: Geometry, rows: number, playhead: number): number | null {
  const { rowHeight, headHeight } = geometry
  const visible = element.clientHeight - headHeight
  if (heightOf(geometry, rows) <= visible) return null
  const y = yOf(geometry, playhead)
  const isAbove = y - rowHeight < element.scrollTop
  const isBelow = y + 1.1 * rowHeight > element.scrollTop + visible
  if (!isAbove && !isBelow) return null
  // The state after the row matters more than the row before it where there is no room for both.
  const lowest = Math.max(0, y + 1.2 * rowHeight - visible)
  return isAbove ? Math.max(lowest, y - 1.5 * rowHeight, 0) : lowest
}

export function useRowWindow(
  ref: RefObject<HTMLElement | null>,
  geometry: Geometry,
  rows: number,
  playhead: number,
  isSmooth: boolean,
): RowWindow {
  const [scrollTop, setScrollTop] = useState(0)
  const { first, last } = windowAt(geometry, scrollTop)

  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const onScroll = () =>
      setScrollTop((before) => {
        const after = element.scrollTop
        return windowAt(geometry, after).first === windowAt(geometry, before).first ? before : after
      })
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [ref, geometry])

  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const reveal = (behavior: 'smooth' | 'instant') => {
      const top = scrollTopFor(element, geometry, rows, playhead)
      if (top === null) return
      element.scrollTo({ top, behavior })
      if (behavior === 'instant') setScrollTop(element.scrollTop)
    }
    reveal(isSmooth ? 'smooth' : 'instant')
    // What stands around the picture may take room from it later: the live row stays in view then, too.
    let height = element.clientHeight
    const resize = new ResizeObserver(() => {
      if (element.clientHeight === height) return
      height = element.clientHeight
      reveal('instant')
    })
    resize.observe(element)
    return () => resize.disconnect()
  }, [ref, geometry, rows, playhead, isSmooth])

  return { first, last }
}

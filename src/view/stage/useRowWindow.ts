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
    if (!element) return
    const visible = element.clientHeight - geometry.headHeight
    if (heightOf(geometry, rows) <= visible) return
    const y = yOf(geometry, playhead)
    const above = y - geometry.rowHeight < element.scrollTop
    const below = y + 1.4 * geometry.rowHeight > element.scrollTop + visible
    if (!above && !below) return
    const top = Math.max(0, above ? y - 1.5 * geometry.rowHeight : y + 1.6 * geometry.rowHeight - visible)
    element.scrollTo({ top, behavior: isSmooth ? 'smooth' : 'instant' })
    if (!isSmooth) setScrollTop(element.scrollTop)
  }, [ref, geometry, rows, playhead, isSmooth])

  return { first, last }
}

/**
 * The drawing and the element around it: how wide it is laid out, so that text keeps its reading size, and which part of
 * it is in sight when it is larger than that.
 */
import { useLayoutEffect, useState, type RefObject } from 'react'

/** @param assumed pixels, until the element has been measured and where nothing is laid out */
export function useWidth(ref: RefObject<HTMLElement | null>, assumed: number): number {
  const [width, setWidth] = useState(assumed)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const measure = () => {
      if (element.clientWidth > 0) setWidth(element.clientWidth)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return width
}

/** Scrolls an element, and nothing around it, until a place in its content is in sight. */
export function useInSight(ref: RefObject<HTMLElement | null>, { left, top }: { left: number; top: number }): void {
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = element
    if (left < scrollLeft || left > scrollLeft + clientWidth) element.scrollLeft = left - clientWidth / 2
    if (top < scrollTop || top > scrollTop + clientHeight) element.scrollTop = top - clientHeight / 2
  }, [ref, left, top])
}

/**
 * The drawing and the element around it: how wide it is laid out, so that text keeps its reading size, and which part of
 * it is in sight when it is larger than that.
 */
import { useLayoutEffect, useState, type RefObject } from 'react'

export interface Sizes {
  /** Of the frame, in pixels. */
  readonly width: number
  /** Of one letter, in pixels. */
  readonly letter: number
}

/**
 * Measures a frame and, inside it, a ruler of `letters` letters; again whenever the page, the theme or the font changes
 * either of them.
 * @param assumed until they have been measured, and where nothing is laid out
 */
export function useSizes(
  frame: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
  letters: number,
  assumed: Sizes,
): Sizes {
  const [sizes, setSizes] = useState(assumed)
  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, ruler.current]
    if (!outer || !inner) return undefined
    const measure = () => {
      const letter = inner.getBoundingClientRect().width / letters
      if (outer.clientWidth > 0 && letter > 0) setSizes({ width: outer.clientWidth, letter })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    observer.observe(inner)
    return () => observer.disconnect()
  }, [frame, ruler, letters])
  return sizes
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

import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Where prose and picture stand side by side; the same width as in `SceneSection.module.css`. */
const SIDE_BY_SIDE = '(min-width: 68rem)'

/**
 * What crosses this line is being read: a third of the way down the screen, or, where the picture stands above the
 * prose, below the picture.
 */
const readingLine = (isWide: boolean): string => (isWide ? '-34% 0px -65% 0px' : '-68% 0px -31% 0px')

const subscribe = (onChange: () => void) => {
  const query = matchMedia(SIDE_BY_SIDE)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(SIDE_BY_SIDE).matches)

/**
 * Follows which of the elements with `data-beat` inside the returned ref is being read.
 * `onRead` gets the attribute's value each time another one reaches the reading line.
 * @param count changes when there are other elements to follow
 */
export function useReading<Element extends HTMLElement>(onRead: (beat: string) => void, count: number) {
  const isWide = useIsWide()
  const area = useRef<Element>(null)
  const read = useRef(onRead)
  const last = useRef('')
  useEffect(() => {
    read.current = onRead
  })
  useEffect(() => {
    if (area.current === null || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.findLast(({ isIntersecting }) => isIntersecting)
        const beat = entered?.target.getAttribute('data-beat')
        if (beat === undefined || beat === null || beat === last.current) return
        last.current = beat
        read.current(beat)
      },
      { rootMargin: readingLine(isWide) },
    )
    for (const element of area.current.querySelectorAll('[data-beat]')) observer.observe(element)
    return () => observer.disconnect()
  }, [count, isWide])
  return area
}

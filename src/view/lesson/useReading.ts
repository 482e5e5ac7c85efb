import { useEffect, useRef } from 'react'

/** A line a third of the way down the screen: what crosses it is being read. */
const READING_LINE = '-34% 0px -65% 0px'

/**
 * Follows which of the elements with `data-beat` inside the returned ref is being read.
 * `onRead` gets the attribute's value each time another one reaches the reading line.
 * @param count changes when there are other elements to follow
 */
export function useReading<Element extends HTMLElement>(onRead: (beat: string) => void, count: number) {
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
      { rootMargin: READING_LINE },
    )
    for (const element of area.current.querySelectorAll('[data-beat]')) observer.observe(element)
    return () => observer.disconnect()
  }, [count])
  return area
}

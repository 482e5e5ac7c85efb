/** The theme's colours and type as the canvas wants them: resolved, and again whenever the theme changes. */
import { useEffect, useState, type RefObject } from 'react'
import { STRATEGIES_MAX } from '../letters'

export interface Inks {
  /** By the place of a strategy. */
  readonly tones: readonly string[]
  readonly ink: string
  readonly dim: string
  readonly hairline: string
  readonly panel: string
  /** Of small type, in pixels, and its family. */
  readonly fontSize: number
  readonly fontFamily: string
  readonly lineWidth: number
}

/** Asks the style sheet through an element that is there for nothing else. */
function inksOf(probe: HTMLElement): Inks {
  const style = getComputedStyle(probe)
  const colourOf = (token: string): string => {
    probe.style.color = `var(--${token})`
    return style.color
  }
  const [ink, dim, hairline, panel] = ['ink', 'dim', 'hairline', 'panel'].map(colourOf)
  return {
    tones: Array.from({ length: STRATEGIES_MAX }, (_, index) => colourOf(`client-${index + 1}`)),
    ink: ink ?? '',
    dim: dim ?? '',
    hairline: hairline ?? '',
    panel: panel ?? '',
    fontSize: parseFloat(style.fontSize) || 13,
    fontFamily: style.fontFamily,
    lineWidth: Number(style.getPropertyValue('--line-scale')) > 1 ? 2.75 : 1.75,
  }
}

export function useInks(probe: RefObject<HTMLElement | null>): Inks | null {
  const [inks, setInks] = useState<Inks | null>(null)
  useEffect(() => {
    const read = () => {
      if (probe.current !== null) setInks(inksOf(probe.current))
    }
    read()
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', read)
    return () => {
      observer.disconnect()
      scheme.removeEventListener('change', read)
    }
  }, [probe])
  return inks
}

/**
 * What the stage is drawn on: how wide it is and how large text and lines are. Text in an SVG does not
 * grow with a viewBox here but by these numbers, so that it is as large as the text around it in every
 * theme and at every zoom.
 */
import { useLayoutEffect, useState, type RefObject } from 'react'

export interface Surface {
  /** CSS pixels. */
  readonly width: number
  /** 1 at a root font size of 16 px; the projector theme's 1.25 comes on top. */
  readonly textScale: number
  /** Thickness of lines; 1 but in the projector theme. */
  readonly lineScale: number
  /** Height of rows beside their usual one, where the page has more room than a run needs; 1 if it says nothing. */
  readonly rowScale?: number
}

const ROOT_FONT_SIZE = 16

const numberOf = (text: string, otherwise: number): number => {
  const value = Number.parseFloat(text)
  return Number.isFinite(value) && value > 0 ? value : otherwise
}

function measure(element: HTMLElement): Surface {
  const root = getComputedStyle(document.documentElement)
  const own = getComputedStyle(element)
  return {
    width: Math.round(element.clientWidth),
    textScale:
      numberOf(own.getPropertyValue('--text-scale'), 1) * (numberOf(root.fontSize, ROOT_FONT_SIZE) / ROOT_FONT_SIZE),
    lineScale: numberOf(own.getPropertyValue('--line-scale'), 1),
    rowScale: numberOf(own.getPropertyValue('--row-scale'), 1),
  }
}

const isSame = (one: Surface, other: Surface) =>
  one.width === other.width &&
  one.textScale === other.textScale &&
  one.lineScale === other.lineScale &&
  one.rowScale === other.rowScale

/** Measures an element now, whenever its width changes, and whenever the theme does. */
export function useSurface(ref: RefObject<HTMLElement | null>): Surface {
  const [surface, setSurface] = useState<Surface>({ width: 0, textScale: 1, lineScale: 1 })
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const update = () =>
      setSurface((last) => {
        const next = measure(element)
        return isSame(last, next) ? last : next
      })
    update()
    const resize = new ResizeObserver(update)
    resize.observe(element)
    const theme = new MutationObserver(update)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'style'] })
    return () => {
      resize.disconnect()
      theme.disconnect()
    }
  }, [ref])
  return surface
}

/** Pixels between a card and the edges of the window. */
const MARGIN = 8

/**
 * Keeps a fixed card below something, or above where there is more room, and inside the window, however the page
 * is scrolled. Returns what ends that. A narrow window has a place of its own for cards, which the styles know.
 */
export function placeBeside(card: HTMLElement, beside: HTMLElement): () => void {
  const place = () => {
    const cell = beside.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = card
    const below = innerHeight - cell.bottom
    const isBelow = below >= offsetHeight + MARGIN || below >= cell.top
    const top = isBelow ? cell.bottom : cell.top - offsetHeight
    card.style.setProperty(
      '--card-left',
      `${Math.max(MARGIN, Math.min(cell.left, innerWidth - offsetWidth - MARGIN))}px`,
    )
    card.style.setProperty('--card-top', `${Math.max(MARGIN, Math.min(top, innerHeight - offsetHeight - MARGIN))}px`)
  }
  place()
  addEventListener('scroll', place, true)
  addEventListener('resize', place)
  return () => {
    removeEventListener('scroll', place, true)
    removeEventListener('resize', place)
  }
}

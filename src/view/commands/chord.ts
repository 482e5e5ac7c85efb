/**
 * A pressed key in words: `u`, `?`, `ArrowLeft`, `Mod+k`, `Mod+Shift+z`. `Mod` is Ctrl, or Command on a Mac.
 * Shift is written with letters and named keys only: on another layout `?` is where it likes to be.
 */
export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The chord of a pressed key; null when it belongs to the system or to a screen reader. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (altKey || (ctrlKey && metaKey)) return null
  const isLetter = /^\p{L}$/u.test(key)
  const name = isLetter ? key.toLowerCase() : key
  const shift = shiftKey && (isLetter || key.length > 1) ? 'Shift+' : ''
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${shift}${name}`
}

/** Whether the chord is one printable character, which speech input may produce by accident (WCAG 2.1.4). */
export const isSingleKey = (chord: string): boolean => /^(Shift\+)?[^\s]$/u.test(chord)

const shown: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': 'Space',
  Mod: 'Ctrl',
}

/** The chord as it is printed on a keyboard. */
export const printed = (chord: string): string =>
  chord === ' '
    ? 'Space'
    : chord
        .split('+')
        .map((part) => shown[part] ?? (part.length === 1 ? part.toUpperCase() : part))
        .join(' ')

/** What has the focus, as far as keys care: `typing` takes all of them, `sliding` the arrows, `pressing` Space and Enter. */
type Focus = 'typing' | 'sliding' | 'pressing' | 'free'

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return 'free'
  if (target instanceof HTMLInputElement) {
    if (target.type === 'range' || target.type === 'radio') return 'sliding'
    return target.type === 'checkbox' ? 'pressing' : 'typing'
  }
  if (target.isContentEditable || target.matches('textarea, select')) return 'typing'
  return target.matches('button, a[href], summary, [role=tab]') ? 'pressing' : 'free'
}

const taken: Readonly<Record<Focus, (chord: string) => boolean>> = {
  typing: () => true,
  sliding: (chord) => /^(Shift\+)?(Arrow|Home|End|Page)|^ $/.test(chord),
  pressing: (chord) => chord === ' ' || chord === 'Enter',
  free: () => false,
}

/** Whether what has the focus needs this chord for itself. */
export const isTaken = (chord: string, target: EventTarget | null): boolean => taken[focusOf(target)](chord)

import { useEffect } from 'react'
import { preferences } from '../preferences/preferences'
import { commandDialogs } from './commandDialogs'
import { chordOf, isSingleKey, isTaken } from './chord'
import { registry, type Registry } from './registry'

/**
 * Turns pressed keys into commands, for the whole page. Leaves alone what somebody has handled already, what is typed
 * into a field, what an open dialog may need, and single keys where the reader has switched them off.
 */
export function listenToKeys(target: Window, { press }: Registry, areSingleKeysOn: () => boolean): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const chord = chordOf(event)
    if (chord === null || isTaken(chord, event.target)) return
    if (target.document.querySelector('dialog[open]') !== null) return
    // The palette is on its way: what is typed meanwhile is meant for it.
    if (commandDialogs.isOpening(event.key)) {
      event.preventDefault()
      return
    }
    if (isSingleKey(chord) && !areSingleKeysOn()) return
    if (press(chord)) event.preventDefault()
  }
  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}

/** Listens while the component is shown. */
export const useKeys = (): void => {
  useEffect(() => listenToKeys(window, registry, () => preferences.store.getState().singleKeys), [])
}

/** The colour of a client: its token by the place in the scenario, handed to CSS as `--client`. */
import type { CSSProperties } from 'react'

/** There are eight; a ninth client starts over. */
const COLOURS = 8

/** @param index the client's place in the scenario, from 0 */
export const clientColour = (index: number): string => `var(--client-${String((index % COLOURS) + 1)})`

/** Null is nobody's colour. */
export const clientStyle = (index: number | null): CSSProperties & Record<'--client', string> => ({
  '--client': index === null ? 'var(--dim)' : clientColour(index),
})

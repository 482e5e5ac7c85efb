/** Colours by token: a client's is its place in the scenario, a version's is its writer's. */
import type { CSSProperties } from 'react'

/** There are eight; a ninth client starts over. */
const COLOURS = 8

const clientColour = (client: number | null): string =>
  client === null ? 'var(--dim)' : `var(--client-${(client % COLOURS) + 1})`

const versionColour = (owner: number | null): string =>
  owner === null ? 'var(--version-initial)' : clientColour(owner)

type Painted = CSSProperties & Readonly<Record<'--paint', string>>

/** Hands a client's colour to the style sheet. */
export const clientPaint = (client: number | null): Painted => ({ '--paint': clientColour(client) })

/** Hands a version's colour to the style sheet. */
export const versionPaint = (owner: number | null): Painted => ({ '--paint': versionColour(owner) })

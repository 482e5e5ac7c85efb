/**
 * What the page and the preview document say to each other. The document has an origin of its own kind (opaque), so
 * everything that arrives from either side is unknown until it has been read here.
 */

/** Colours as `rgb(...)`, read from the page's theme. */
export interface PreviewColours {
  readonly background: string
  readonly raised: string
  readonly ink: string
  readonly dim: string
  readonly accent: string
}

/** The page asks for a drawing; `run` comes back with the answer, so that a late one can be told apart. */
export interface DrawRequest {
  readonly type: 'draw'
  readonly run: number
  readonly text: string
  readonly colours: PreviewColours
}

export type PreviewAnswer =
  /** The document listens. */
  | { readonly type: 'ready' }
  | { readonly type: 'drawn'; readonly run: number; readonly messages: number }
  /** `line` counts from 1 in the text; null when Mermaid named none. */
  | { readonly type: 'refused'; readonly run: number; readonly message: string; readonly line: number | null }

type Fields = Readonly<Record<string, unknown>>

const isFields = (data: unknown): data is Fields => typeof data === 'object' && data !== null

const colourNames = ['background', 'raised', 'ink', 'dim', 'accent'] as const

const isColours = (data: unknown): data is PreviewColours =>
  isFields(data) && colourNames.every((name) => typeof data[name] === 'string')

/** Reads what arrived in the document; null for anything else that is posted to it. */
export function readRequest(data: unknown): DrawRequest | null {
  if (!isFields(data) || data['type'] !== 'draw') return null
  const { run, text, colours } = data
  if (typeof run !== 'number' || typeof text !== 'string' || !isColours(colours)) return null
  return { type: 'draw', run, text, colours }
}

/** Reads what arrived in the page; null for anything else that is posted to it. */
export function readAnswer(data: unknown): PreviewAnswer | null {
  if (!isFields(data)) return null
  const { type, run, messages, message, line } = data
  if (type === 'ready') return { type }
  if (typeof run !== 'number') return null
  if (type === 'drawn' && typeof messages === 'number') return { type, run, messages }
  if (type === 'refused' && typeof message === 'string')
    return { type, run, message, line: typeof line === 'number' ? line : null }
  return null
}

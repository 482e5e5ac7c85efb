import type { Preview } from './usePreview'

/** The first line of what Mermaid's parser says; the rest is its own drawing of the place. */
const firstLine = (message: string) => message.split('\n', 1)[0]?.replace(/:$/, '') ?? ''

/** What the dialog says of the drawing, in one sentence. */
export function previewWords(preview: Preview): string {
  if (preview === 'waiting') return 'Mermaid is reading it.'
  if (preview === 'absent')
    return 'The preview did not load here, so Mermaid has not read the text. Copy it and paste it into a Mermaid editor.'
  if (preview.type === 'drawn')
    return `Mermaid reads it: ${String(preview.messages)} ${preview.messages === 1 ? 'message' : 'messages'}.`
  const place = preview.line === null ? '' : ` at line ${String(preview.line)}`
  return `Mermaid cannot read it${place}: ${firstLine(preview.message)}. Please report this run.`
}

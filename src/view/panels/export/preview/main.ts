/**
 * The preview document's script: draws what the page sends and says how it went.
 *
 * It is the only code of the project that holds Mermaid. Mermaid writes inline styles, which the page's policy refuses, so
 * it runs in a document of its own with a policy of its own, in a sandbox without the page's origin, and speaks in messages.
 */
import mermaid from 'mermaid'
import { readRequest, type DrawRequest, type PreviewAnswer, type PreviewColours } from '../previewMessages'

/** Longer texts are refused by Mermaid; a run of 200 steps has about 15,000 characters. */
const TEXT_MAX = 200_000

/** Narrower than this the labels could not be read any more; the frame scrolls instead. */
const WIDTH_MIN = '430px'

const fontFamily = 'system-ui, sans-serif'

const settingsFor = ({ background, raised, ink, dim, accent }: PreviewColours) => ({
  startOnLoad: false,
  securityLevel: 'strict' as const,
  deterministicIds: true,
  deterministicIDSeed: 'cachescope',
  maxTextSize: TEXT_MAX,
  suppressErrorRendering: true,
  fontFamily,
  sequence: {
    ...{ useMaxWidth: true, mirrorActors: false, showSequenceNumbers: false },
    ...{ width: 96, height: 40, actorMargin: 44, messageMargin: 30, diagramMarginX: 10, diagramMarginY: 10 },
  },
  theme: 'base' as const,
  themeVariables: {
    ...{ fontFamily, background, primaryColor: raised, primaryTextColor: ink, primaryBorderColor: dim, lineColor: dim },
    ...{ actorBkg: raised, actorBorder: dim, actorTextColor: ink, actorLineColor: dim },
    ...{ signalColor: ink, signalTextColor: ink, noteBkgColor: raised, noteBorderColor: accent, noteTextColor: ink },
  },
})

const say = (answer: PreviewAnswer): void => window.parent.postMessage(answer, '*')

/** The line that Mermaid's parser names, in the shapes in which it names it. */
function lineOf(error: unknown): number | null {
  const { hash } = error as { hash?: { line?: unknown; loc?: { first_line?: unknown } } }
  const line = hash?.loc?.first_line ?? hash?.line
  if (typeof line === 'number') return line
  const named = /line (\d+)/i.exec(String(error))?.[1]
  return named === undefined ? null : Number(named)
}

async function draw({ text, colours }: DrawRequest): Promise<number> {
  if (!text.startsWith('sequenceDiagram')) throw new Error('The text is not a sequence diagram.')
  mermaid.initialize(settingsFor(colours))
  await mermaid.parse(text)
  const { svg } = await mermaid.render('run', text)
  const drawing = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg')
  if (!drawing) throw new Error('Mermaid drew nothing.')
  drawing.style.minWidth = WIDTH_MIN
  document.documentElement.style.background = colours.background
  document.body.replaceChildren(document.importNode(drawing, true))
  return drawing.querySelectorAll('.messageText').length
}

// One drawing at a time, and of those that wait only the newest: Mermaid keeps its settings in one place.
let newest: DrawRequest | null = null
let isDrawing = false

async function drawNewest(): Promise<void> {
  if (isDrawing) return
  isDrawing = true
  while (newest) {
    const request: DrawRequest = newest
    newest = null
    try {
      say({ type: 'drawn', run: request.run, messages: await draw(request) })
    } catch (error) {
      document.body.replaceChildren()
      const message = error instanceof Error ? error.message : String(error)
      say({ type: 'refused', run: request.run, message, line: lineOf(error) })
    }
  }
  isDrawing = false
}

window.addEventListener('message', (event) => {
  const request = event.source === window.parent ? readRequest(event.data) : null
  if (!request) return
  newest = request
  void drawNewest()
})

say({ type: 'ready' })

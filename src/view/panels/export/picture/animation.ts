/**
 * A run as a GIF: one frame a step, the rows around the present one, and the sentence of the step below. Frames are drawn
 * here, because only the page can draw them, and encoded by a worker while the next ones are drawn.
 */
import { narrate, spoken } from '../../../../course/narration'
import { gifEncoder } from '../../../../workers/gif/client'
import { heightOf, yOf, type Geometry } from '../../../stage/geometry'
import { fontRules, withFonts } from './fonts'
import { imageOf, painterOf } from './paint'
import type { PictureOf } from './pictures'
import { takenOf } from './range'
import type { Colours, Session, Studio } from './studio'
import { sizeOf, svgOf } from './svgOf'

/** Steps of a GIF; more of them nobody waits for. */
export const FRAMES_MAX = 120

const WIDTH = 760
const ROWS = 8
const CAPTION = 58
const STEP_MILLISECONDS = 1100
const START_MILLISECONDS = 900
const END_MILLISECONDS = 3500

/** Frames that are painted at once at most. */
const TOGETHER = 6

/** Where the drawing is scrolled to so that the step and what it leads to are in view. */
function topFor(geometry: Geometry, step: number, count: number): number {
  const { rowHeight } = geometry
  const visible = ROWS * rowHeight
  const most = Math.max(0, heightOf(geometry, count) - visible)
  return Math.min(most, Math.max(0, yOf(geometry, step) - (ROWS - 2) * rowHeight))
}

/** Breaks a sentence into as many lines as there is room for; the last one ends in an ellipsis where more was said. */
export function linesOf(text: string, fits: (line: string) => boolean, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer) || line === '') line = longer
    else if (lines.length === most - 1) return [...lines, `${line} …`]
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** The drawing of one step, scrolled to it. */
async function frameOf(session: Session, { trace, title }: PictureOf, step: number) {
  const count = trace.steps.length
  const shot = await session.draw(step, { first: Math.max(0, step - ROWS - 2), last: step + ROWS + 2 })
  const height = Math.min(heightOf(shot.geometry, count), ROWS * shot.geometry.rowHeight)
  const view = { top: topFor(shot.geometry, step, count), height, below: CAPTION }
  return { step, ...sizeOf(shot, view), svg: svgOf(shot, session.colours, view, { title, description: '' }) }
}

export function runAsGif(studio: Studio, picture: PictureOf, signal: AbortSignal): Promise<Blob> {
  const { trace, playhead, scheme } = picture
  const { first, last } = takenOf(trace.steps.length, playhead, FRAMES_MAX)
  const delayOf = (step: number) =>
    step === last ? END_MILLISECONDS : step < first ? START_MILLISECONDS : STEP_MILLISECONDS
  return studio.session({ trace, width: WIDTH, scheme }, async (session) => {
    const rules = await fontRules()
    const encoder = gifEncoder()
    /** Takes the frames in their order; the next ones are drawn while the browser paints them. */
    const paint = async (frame: Awaited<ReturnType<typeof frameOf>>, image: Promise<HTMLImageElement>) => {
      const { step, width, height } = frame
      const { context } = painterOf(width, height)
      context.drawImage(await image, 0, 0)
      caption(context, { text: captionOf(picture, step), height, width, colours: session.colours })
      encoder.add({ pixels: context.getImageData(0, 0, width, height).data, width, height, delay: delayOf(step) })
    }
    try {
      let painted = Promise.resolve()
      for (let step = first - 1; step <= last; step++) {
        signal.throwIfAborted()
        const frame = await frameOf(session, picture, step)
        const image = imageOf(withFonts(frame.svg, rules))
        const before = painted
        painted = before.then(() => paint(frame, image))
        if (step % TOGETHER === 0) await painted
      }
      await painted
      return new Blob([await encoder.finish()], { type: 'image/gif' })
    } finally {
      encoder.dispose()
    }
  })
}

const captionOf = ({ trace, title }: PictureOf, step: number): string =>
  step === 0 ? `${title}. Nothing has happened yet.` : `${step}. ${spoken(narrate(trace, step))}`

interface Caption {
  readonly text: string
  readonly width: number
  readonly height: number
  readonly colours: Colours
}

function caption(context: CanvasRenderingContext2D, { text, width, height, colours }: Caption): void {
  context.font = "500 15px 'Inter Variable', system-ui, sans-serif"
  context.fillStyle = colours.ink
  const lines = linesOf(text, (line) => context.measureText(line).width <= width - 48, 2)
  lines.forEach((line, index) => context.fillText(line, 24, height - CAPTION + 24 + index * 21))
}

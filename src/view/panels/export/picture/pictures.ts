/** The files that show a run: an SVG, a PNG at twice its size, and a GIF that plays it. */
import type { Trace } from '../../../../model/engine/trace'
import { narrate, spoken } from '../../../../course/narration'
import { yOf } from '../../../stage/geometry'
import { fontRules, withFonts } from './fonts'
import { imageOf, painterOf, pngOf } from './paint'
import { takenOf } from './range'
import type { Scheme, Studio } from './studio'
import { sizeOf, svgOf, wholeOf } from './svgOf'

export interface PictureOf {
  readonly trace: Trace
  /** Where the reader stands in it. */
  readonly playhead: number
  readonly title: string
  readonly scheme: Scheme
}

const WIDTH = 960

/** Rows of a picture; at twice the size browsers paint no more. */
export const ROWS_MAX = 110

const PNG_SCALE = 2

/** Rows in which a picture shows how the run ends. */
const TAIL = 20

/** The steps of the picture in words. */
function descriptionOf({ trace }: PictureOf, first: number, last: number): string {
  const said = trace.steps.slice(first - 1, last).map(({ number }) => `${number}. ${spoken(narrate(trace, number))}`)
  return said.length === 0 ? 'Nothing has happened yet.' : said.join(' ')
}

function drawn(studio: Studio, picture: PictureOf) {
  const { trace, playhead, title, scheme } = picture
  const count = trace.steps.length
  const { first, last } = takenOf(count, playhead, ROWS_MAX)
  return studio.session({ trace, width: WIDTH, scheme }, async (session) => {
    // All of the run has happened in a picture that does not move.
    const shot = await session.draw(count, {
      first: first === 1 ? 0 : first,
      last: last === count ? last + TAIL : last,
    })
    const top = first === 1 ? 0 : yOf(shot.geometry, first - 0.5)
    const end = last === count ? shot.height : yOf(shot.geometry, last + 0.5)
    const view = { ...wholeOf(shot, top), height: end - top }
    const words = { title, description: descriptionOf(picture, first, last) }
    return { svg: svgOf(shot, session.colours, view, words), ...sizeOf(shot, view) }
  })
}

export const runAsSvg = async (studio: Studio, picture: PictureOf): Promise<string> =>
  (await drawn(studio, picture)).svg

export async function runAsPng(studio: Studio, picture: PictureOf): Promise<Blob> {
  const { svg, width, height } = await drawn(studio, picture)
  const image = await imageOf(withFonts(svg, await fontRules()))
  const { canvas, context } = painterOf(width * PNG_SCALE, height * PNG_SCALE)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return pngOf(canvas)
}

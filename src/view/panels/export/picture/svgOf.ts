/** A picture as an SVG document that needs nothing beside itself: its title and a description are in it, its text is text. */
import { SVG } from './flatten'
import type { Colours, Shot } from './studio'

export interface Words {
  readonly title: string
  readonly description: string
}

/** Characters that XML cannot hold. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Which part of the drawing is shown, from under the heads. */
interface View {
  readonly top: number
  readonly height: number
  /** Room under the drawing. */
  readonly below: number
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (text !== undefined) made.textContent = text.replace(unwritable, '\ufffd')
  return made
}

/** Between the heads and the drawing on the stage. */
const OVERLAP = 2

/** The size of a picture with this view, in CSS pixels. */
export const sizeOf = ({ geometry }: Shot, { height, below }: View) => ({
  width: Math.ceil(geometry.width),
  height: Math.ceil(geometry.headHeight - OVERLAP + height + below),
})

/** The whole of a shot. */
export const wholeOf = (shot: Shot, top = 0): View => ({ top, height: shot.height - top, below: 8 })

export function svgOf(shot: Shot, colours: Colours, view: View, words: Words): string {
  const { width, height } = sizeOf(shot, view)
  const start = shot.geometry.headHeight - OVERLAP
  const root = element('svg', {
    ...{ width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'title description' },
  })
  const body = element('g', { transform: `translate(0 ${start - view.top})` })
  body.append(shot.drawing)
  root.append(
    element('title', { id: 'title' }, words.title),
    element('desc', { id: 'description' }, words.description),
    element('rect', { width, height, fill: colours.ground }),
    body,
    ...(view.top > 0 ? [element('rect', { width, height: start, fill: colours.ground })] : []),
    ...(view.below > 0
      ? [element('rect', { y: height - view.below, width, height: view.below, fill: colours.ground })]
      : []),
    shot.heads,
  )
  return new XMLSerializer().serializeToString(root)
}

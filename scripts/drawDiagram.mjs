/**
 * One sequence diagram, drawn by Mermaid in a page and rewritten in our own few elements: no styles, no markers, no
 * identifiers, whole numbers, one element a line. What it looks like is the reading page's business, so that one
 * file follows every theme; where things stand is Mermaid's.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const fontFile = join(
  dirname(require.resolve('@fontsource-variable/inter/package.json')),
  'files/inter-latin-wght-normal.woff2',
)
const mermaidFile = join(dirname(require.resolve('mermaid')), 'mermaid.min.js')

/** Narrow lanes, so that four of them can still be read on a phone. */
const settings = {
  startOnLoad: false,
  securityLevel: 'strict',
  theme: 'base',
  fontFamily: 'Inter Variable',
  themeVariables: { fontFamily: 'Inter Variable', fontSize: '13px' },
  sequence: {
    ...{ mirrorActors: false, useMaxWidth: false, width: 60, height: 30, actorMargin: 10, messageMargin: 22 },
    ...{ diagramMarginX: 8, diagramMarginY: 8, boxMargin: 6, noteMargin: 6, actorFontSize: 13, messageFontSize: 12 },
    ...{ noteFontSize: 12, actorFontFamily: 'Inter Variable', messageFontFamily: 'Inter Variable' },
  },
}

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
/** @typedef {{ text: string, box: Box }} Label */
/** @typedef {{ from: string, to: string, text: string, isReply: boolean }} Message */
/**
 * Where Mermaid put things.
 * @typedef {object} Found
 * @property {{ name: string, x: number, top: number }[]} lifelines
 * @property {{ name: string, box: Box, label: Label }[]} participants
 * @property {{ box: Box, label: Label }[]} notes
 * @property {{ message: Message, x1: number, x2: number, y: number, label: Label }[]} arrows
 */

/**
 * @param {import('@playwright/test').Page} page a page that nothing else uses
 * @param {string} source Mermaid's text
 * @returns {Promise<{ svg: string, messages: Message[] }>}
 */
export async function drawDiagram(page, source) {
  await page.setContent('<!doctype html><title>Diagram</title><body></body>')
  await page.addScriptTag({ path: mermaidFile })
  const font = readFileSync(fontFile).toString('base64')
  await page.evaluate(renderInPage, { source, settings, font })
  const found = await page.evaluate(readInPage)
  return { svg: svgText(found), messages: found.arrows.map(({ message }) => message) }
}

/**
 * Runs in the page: lets Mermaid draw.
 * @param {{ source: string, settings: object, font: string }} input
 */
async function renderInPage({ source, settings, font }) {
  const face = new FontFace('Inter Variable', `url(data:font/woff2;base64,${font})`, { weight: '100 900' })
  document.fonts.add(await face.load())
  const { mermaid } = /** @type {any} */ (globalThis)
  mermaid.initialize(settings)
  const { svg } = await mermaid.render('diagram', source)
  document.body.append(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement)
}

/**
 * Runs in the page, so it holds everything it uses: reads off where things stand.
 * @returns {Found}
 */
function readInPage() {
  const all = (/** @type {string} */ selector) =>
    /** @type {SVGGraphicsElement[]} */ ([...document.querySelectorAll(`body > svg ${selector}`)])
  const boxOf = (/** @type {SVGGraphicsElement} */ element) => {
    const { x, y, width, height } = element.getBBox()
    return { x, y, width, height }
  }
  const labelOf = (/** @type {SVGGraphicsElement} */ element) => ({ text: element.textContent, box: boxOf(element) })
  const framed = (/** @type {Element} */ group) => {
    const [rect, text] = ['rect', 'text'].map(
      (tag) => /** @type {SVGGraphicsElement | null} */ (group.querySelector(tag)),
    )
    if (!rect || !text) throw new Error('only plain participants and notes can be drawn')
    return { box: boxOf(rect), label: labelOf(text) }
  }
  const participants = all('[data-et=participant]')
  const names = new Map(participants.map((group) => [group.getAttribute('data-id'), group.textContent.trim()]))
  const nameOf = (/** @type {Element} */ element, /** @type {string} */ name) =>
    names.get(element.getAttribute(name)) ?? ''
  const number = (/** @type {Element} */ element, /** @type {string} */ name) => Number(element.getAttribute(name))
  const texts = all('.messageText')
  return {
    // Mermaid draws from right to left; a reader of the text goes the other way.
    lifelines: all('[data-et=life-line]')
      .map((line) => ({ name: nameOf(line, 'data-id'), x: number(line, 'x1'), top: number(line, 'y1') }))
      .reverse(),
    participants: participants.map((group) => ({ name: nameOf(group, 'data-id'), ...framed(group) })).reverse(),
    notes: all('[data-et=note]').map(framed),
    arrows: all('[data-et=message]').map((line, index) => {
      const text = texts[index]
      if (text === undefined || line.tagName !== 'line') throw new Error('only arrows between two lanes can be drawn')
      const message = {
        from: nameOf(line, 'data-from'),
        to: nameOf(line, 'data-to'),
        text: text.textContent,
        isReply: line.classList.contains('messageLine1'),
      }
      return { message, x1: number(line, 'x1'), x2: number(line, 'x2'), y: number(line, 'y1'), label: labelOf(text) }
    }),
  }
}

/** @param {Found} found */
function svgText({ lifelines, participants, notes, arrows }) {
  const bottom = Math.round(Math.max(...arrows.map(({ y }) => y)) + 24)
  const left = Math.min(...participants.map(({ box }) => box.x))
  const right = Math.max(...participants.map(({ box }) => box.x + box.width))
  const [width, height] = [Math.round(right - left) + 8, bottom + 8]
  const parts = [
    ...lifelines.map(({ name, x, top }) => {
      const place = `x1="${Math.round(x)}" y1="${Math.round(top)}" x2="${Math.round(x)}" y2="${bottom}"`
      return `<line data-part="lifeline" data-name="${escaped(name)}" ${place}/>`
    }),
    ...participants.map(
      ({ name, box, label }) =>
        `<g data-part="participant" data-name="${escaped(name)}">${rectText(box)}${labelText(label)}</g>`,
    ),
    ...notes.map(({ box, label }) => `<g data-part="note">${rectText(box)}${labelText(label)}</g>`),
    ...arrows.map(arrowText),
  ]
  const root = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${Math.round(left) - 4} -4 ${width} ${height}" width="${width}" height="${height}">`
  return `${root}\n${parts.map((part) => `  ${part}\n`).join('')}</svg>\n`
}

/**
 * @param {Found['arrows'][number]} arrow
 * @param {number} index
 */
function arrowText({ message, x1, x2, y, label }, index) {
  const [start, tip, level] = [Math.round(x1), Math.round(x2), Math.round(y)]
  const direction = Math.sign(tip - start)
  const point = tip + 3 * direction
  const shaft = `<line x1="${start}" y1="${level}" x2="${tip - 4 * direction}" y2="${level}"/>`
  const back = point - 7 * direction
  const head = `<path d="M${point},${level} L${back},${level - 4} L${back},${level + 4} Z"/>`
  const marks = `data-part="${message.isReply ? 'reply' : 'message'}" data-message="${index + 1}" data-name="${escaped(message.from)}"`
  return `<g ${marks}>${shaft}${head}${labelText(label)}</g>`
}

/** @param {Box} box */
const rectText = ({ x, y, width, height }) =>
  `<rect x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(width)}" height="${Math.round(height)}" rx="6"/>`

/**
 * Text is set from its middle line: the renderer's own baseline tricks differ between browsers.
 * @param {Label} label
 */
const labelText = ({ text, box }) =>
  `<text x="${Math.round(box.x + box.width / 2)}" y="${Math.round(box.y + box.height / 2 + 4)}" text-anchor="middle">${escaped(text)}</text>`

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

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

/**
 * @param {import('@playwright/test').Page} page a page that nothing else uses
 * @param {string} source Mermaid's text
 * @returns {Promise<{ svg: string, messages: { from: string, to: string, text: string, isReply: boolean }[] }>}
 */
export async function drawDiagram(page, source) {
  await page.setContent('<!doctype html><title>Diagram</title><body></body>')
  await page.addScriptTag({ path: mermaidFile })
  const font = readFileSync(fontFile).toString('base64')
  return page.evaluate(drawInPage, { source, settings, font })
}

/**
 * Runs in the page, so it holds everything it uses.
 * @param {{ source: string, settings: object, font: string }} input
 */
async function drawInPage({ source, settings, font }) {
  const face = new FontFace('Inter Variable', `url(data:font/woff2;base64,${font})`, { weight: '100 900' })
  document.fonts.add(await face.load())
  const { mermaid } = /** @type {any} */ (globalThis)
  mermaid.initialize(settings)
  const { svg: markup } = await mermaid.render('diagram', source)
  document.body.innerHTML = markup

  const number = (/** @type {string | null} */ text) => String(Math.round(Number.parseFloat(text ?? '0')))
  const escaped = (/** @type {string} */ text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  const attribute = (/** @type {Element} */ element, /** @type {string[]} */ names) =>
    names.map((name) => ` ${name}="${number(element.getAttribute(name))}"`).join('')
  const rect = (/** @type {Element} */ element) => `<rect${attribute(element, ['x', 'y', 'width', 'height'])} rx="6"/>`
  /** Text is set from its middle line: the renderer's own baseline tricks differ between browsers. */
  const label = (/** @type {Element} */ element) => {
    const box = /** @type {SVGGraphicsElement} */ (/** @type {unknown} */ (element)).getBBox()
    const x = Math.round(box.x + box.width / 2)
    const y = Math.round(box.y + box.height / 2 + 4)
    return `<text x="${x}" y="${y}" text-anchor="middle">${escaped(element.textContent)}</text>`
  }
  const head = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ direction) =>
    `<path d="M${x},${y} L${x - 7 * direction},${y - 4} L${x - 7 * direction},${y + 4} Z"/>`

  const all = (/** @type {string} */ selector) => [...document.querySelectorAll(`body > svg ${selector}`)]
  const names = new Map(
    all('[data-et=participant]').map((group) => [group.getAttribute('data-id'), group.textContent.trim()]),
  )
  const lines = all('[data-et=message]')
  const bottom = Math.max(...lines.map((line) => /** @type {SVGGraphicsElement} */ (line).getBBox().y)) + 24
  const texts = all('.messageText')

  const lifelines = all('[data-et=life-line]').map((line) => {
    const x = number(line.getAttribute('x1'))
    const name = names.get(line.getAttribute('data-id'))
    return `<line data-part="lifeline" data-name="${name}" x1="${x}" y1="${number(line.getAttribute('y1'))}" x2="${x}" y2="${Math.round(bottom)}"/>`
  })
  const participants = all('[data-et=participant]').map((group) => {
    const box = group.querySelector('rect')
    const text = group.querySelector('text')
    if (box === null || text === null) throw new Error('only plain participants can be drawn')
    return `<g data-part="participant" data-name="${names.get(group.getAttribute('data-id'))}">${rect(box)}${label(text)}</g>`
  })
  const notes = all('[data-et=note]').map((group) => {
    const box = group.querySelector('rect')
    const text = group.querySelector('text')
    return box === null || text === null ? '' : `<g data-part="note">${rect(box)}${label(text)}</g>`
  })
  /** @type {{ from: string, to: string, text: string, isReply: boolean }[]} */
  const messages = []
  const arrows = lines.map((line, index) => {
    const text = texts[index]
    if (text === undefined || line.tagName !== 'line')
      throw new Error('only arrows from one lane to another can be drawn')
    const isReply = line.classList.contains('messageLine1')
    const from = names.get(line.getAttribute('data-from')) ?? ''
    const to = names.get(line.getAttribute('data-to')) ?? ''
    messages.push({ from, to, text: text.textContent, isReply })
    const [x1, y1, x2] = ['x1', 'y1', 'x2'].map((name) => Math.round(Number(line.getAttribute(name))))
    if (x1 === undefined || y1 === undefined || x2 === undefined) throw new Error('an arrow has no place')
    const direction = Math.sign(x2 - x1)
    const shaft = `<line x1="${x1}" y1="${y1}" x2="${x2 - 4 * direction}" y2="${y1}"/>`
    return `<g data-part="${isReply ? 'reply' : 'message'}" data-message="${index + 1}" data-name="${from}">${shaft}${head(x2 + 3 * direction, y1, direction)}${label(text)}</g>`
  })

  const left = Math.min(...all('[data-et=participant] rect').map((box) => Number(box.getAttribute('x'))))
  const right = Math.max(
    ...all('[data-et=participant] rect').map(
      (box) => Number(box.getAttribute('x')) + Number(box.getAttribute('width')),
    ),
  )
  const view = [left - 4, -4, right - left + 8, bottom + 8].map(Math.round)
  const size = `width="${view[2]}" height="${view[3]}"`
  // Mermaid draws from right to left; a reader of the text goes the other way.
  const parts = [...lifelines.reverse(), ...participants.reverse(), ...notes, ...arrows].map((part) => `  ${part}\n`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.join(' ')}" ${size}>\n${parts.join('')}</svg>\n`
  return { svg, messages }
}

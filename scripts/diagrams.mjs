/**
 * Draws the lessons' diagrams ahead of time: each named mermaid fence becomes an SVG and a list of its messages beside the
 * lesson, both committed, so that neither building nor reading a lesson needs a browser of its own or loads Mermaid.
 *
 * `npm run diagrams` writes them; `npm run diagrams -- --check` draws again and fails where a file differs.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { chromium } from '@playwright/test'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { chromiumFlags, ensureChromium } from './chromium.mjs'
import { drawDiagram } from './drawDiagram.mjs'
import { projectRoot } from './project.mjs'

/** @typedef {{ file: string, line: number, name: string, source: string }} Fence */

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkDirective)

/**
 * The named mermaid fences of a lesson.
 * @param {string} file
 * @returns {Fence[]}
 */
function fencesOf(file) {
  /** @type {Fence[]} */
  const fences = []
  /** @param {import('mdast').Nodes} node */
  const visit = (node) => {
    if (node.type === 'code' && node.lang === 'mermaid' && /^[a-z0-9-]+$/.test(node.meta ?? '')) {
      fences.push({ file, line: node.position?.start.line ?? 1, name: node.meta ?? '', source: node.value })
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(processor.parse(readFileSync(file, 'utf8')))
  return fences
}

/** @param {string} folder */
const lessonsIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|[\\/])lesson\.md$/.test(name))
    .map((name) => join(folder, name))
    .sort()

/**
 * Whether the file already holds the text; writes it unless only checking.
 * @param {string} file
 * @param {string} text
 * @param {boolean} isCheck
 */
function settle(file, text, isCheck) {
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === text
  if (isSame) return true
  if (!isCheck) writeFileSync(file, text)
  console.log(
    `${relative(projectRoot, file)} ${isCheck ? 'differs from its fence: run "npm run diagrams"' : 'written'}`,
  )
  return !isCheck
}

const isCheck = process.argv.includes('--check')
const fences = lessonsIn(join(projectRoot, 'lessons')).flatMap(fencesOf)
const executablePath = await ensureChromium()
if (executablePath === null) process.exit(1)

const browser = await chromium.launch({ executablePath, args: chromiumFlags })
let isGood = true
try {
  const page = await browser.newPage()
  for (const { file, line, name, source } of fences) {
    try {
      const { svg, messages } = await drawDiagram(page, source)
      const list = `${JSON.stringify({ source, messages }, null, 2)}\n`
      isGood = settle(join(dirname(file), `${name}.svg`), svg, isCheck) && isGood
      isGood = settle(join(dirname(file), `${name}.json`), list, isCheck) && isGood
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
      console.error(`${relative(projectRoot, file)}:${line}:1 diagram Mermaid cannot draw "${name}": ${why}`)
      isGood = false
    }
  }
} finally {
  await browser.close()
}
if (isGood) console.log(`${fences.length} ${fences.length === 1 ? 'diagram is' : 'diagrams are'} as their lessons say.`)
process.exitCode = isGood ? 0 : 1

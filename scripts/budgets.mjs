/**
 * The budget gate: what each route of the built page loads before anything is clicked, in KiB after gzip -9.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { measure } from './closure.mjs'
import { ensurePage, pageFolder } from './outputs.mjs'

/** Big things that load on demand: diagram engines, the YAML parser, the Markdown pipeline, interpreters. */
const onDemandOnly = [
  /^mermaid$/,
  /^@mermaid-js\//,
  /^elkjs/,
  /^katex$/,
  /^cytoscape/,
  /^yaml$/,
  /^(unified|remark-.*|micromark|mdast-util-from-markdown)$/,
  /(quickjs|wasmoon|fengari|sval)/,
]

/** @type {import('./closure.mjs').Route[]} */
const routes = [
  { name: 'home', sources: ['src/view/pages/HomePage.tsx'], scriptKiB: 85, styleKiB: 12, forbids: onDemandOnly },
  { name: 'lesson', sources: ['src/view/pages/LessonPage.tsx'], scriptKiB: 130, forbids: onDemandOnly },
  { name: 'claims', sources: ['src/view/pages/ClaimsPage.tsx'], scriptKiB: 130, forbids: onDemandOnly },
  // Beyond what the matrix loads too, the page and the chart library, which comes with the first chart, are 60 KiB.
  { name: 'load', sources: ['src/view/pages/LoadPage.tsx'], scriptKiB: 155, forbids: [...onDemandOnly, /^uplot$/] },
  { name: 'lab', sources: ['src/view/pages/LabPage.tsx'], forbids: onDemandOnly },
]

/** The page for frames is loaded as a whole. */
const EMBED_KIB = 300

if (!(await ensurePage())) process.exit(1)

const readJson = (/** @type {string} */ path) => JSON.parse(readFileSync(join(pageFolder, '.vite', path), 'utf8'))
const packedBytes = (/** @type {string} */ file) => gzipSync(readFileSync(join(pageFolder, file)), { level: 9 }).length

const measured = routes.map((route) =>
  measure(readJson('manifest.json'), readJson('contents.json'), packedBytes, route),
)
console.log('route   script KiB  budget   style KiB  budget  files')
for (const [index, { route, scriptKiB, styleKiB, files }] of measured.entries()) {
  const limits = [routes[index]?.scriptKiB, routes[index]?.styleKiB].map((limit) => String(limit ?? '-'))
  const cells = [scriptKiB.toFixed(1).padStart(10), limits[0]?.padStart(6), styleKiB.toFixed(1).padStart(10)]
  console.log(
    `${route.padEnd(7)} ${cells.join('  ')}  ${String(limits[1]).padStart(6)}  ${String(files.length).padStart(5)}`,
  )
}
const embedKiB = ['embed.js', 'embed.css'].reduce((sum, file) => sum + packedBytes(file), 0) / 1024
console.log(
  `embed   ${embedKiB.toFixed(1).padStart(10)}  ${String(EMBED_KIB).padStart(6)}  (script, worker and styles together)`,
)
for (const { route, problems } of measured) {
  for (const problem of problems) console.error(`${route}: ${problem}.`)
}
if (embedKiB > EMBED_KIB) console.error(`embed: ${embedKiB.toFixed(1)} KiB are over the budget of ${EMBED_KIB} KiB.`)
process.exitCode = measured.some(({ problems }) => problems.length > 0) || embedKiB > EMBED_KIB ? 1 : 0

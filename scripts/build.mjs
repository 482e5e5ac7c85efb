/** `npm run build`: the page and the command line, whether or not they look fresh. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildPage, commandLinePath, ensureCommandLine } from './outputs.mjs'
import { projectRoot, requireNode } from './project.mjs'

requireNode()
const isPageBuilt = await buildPage()
const isCommandLineBuilt = await ensureCommandLine()
if (!isPageBuilt || !isCommandLineBuilt || !existsSync(join(projectRoot, 'dist', 'index.html'))) process.exitCode = 1
else console.log(`Built dist and ${commandLinePath.slice(projectRoot.length + 1)}.`)

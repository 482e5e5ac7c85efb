/**
 * `npm run --silent cachescope -- ...`: builds the command line when it is missing or older than its sources, then runs it.
 * Everything said on the way goes to stderr; stdout carries the answer alone.
 */
import { pathToFileURL } from 'node:url'
import { commandLinePath, ensureCommandLine } from './outputs.mjs'
import { ensureInstalled, requireNode } from './project.mjs'

requireNode()
await ensureInstalled()
if (!(await ensureCommandLine())) {
  console.error('The command line could not be built: see the lines above.')
  process.exit(2)
}
// npm runs scripts in the project's folder; file names are meant from where the command was typed.
const typedIn = process.env['INIT_CWD']
if (process.env['npm_lifecycle_event'] === 'cachescope' && typedIn !== undefined) process.chdir(typedIn)
process.argv[1] = commandLinePath
await import(pathToFileURL(commandLinePath).href)

/**
 * Stamps the programs with their own lines, and hands their text to the page.
 *
 * Every `yield*` of a protocol or guard is wrapped in `at({ source, line }, ...)`, so that a request says which line asked
 * it; `virtual:program-sources` carries the same lines for the code panel. One list of files, one text: what is shown is
 * what runs.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'
import { programText, shownSource, stamped } from './programText'

const MODULE = 'virtual:program-sources'
const kinds = ['protocols', 'guards'] as const

/** Files that hold no program of their own. */
const isProgramFile = (file: string): boolean =>
  file.endsWith('.ts') && !file.endsWith('.test.ts') && !['index.ts', 'guard.ts'].includes(basename(file))

/** The kind and the path from the project's root of a module that holds a program. */
function programFile(id: string): { kind: (typeof kinds)[number]; path: string } | null {
  const path = id.split('?', 1)[0]?.replaceAll('\\', '/') ?? ''
  const found = /\/(src\/model\/(protocols|guards)\/[^/]+)$/.exec(path)
  if (!found?.[1] || !isProgramFile(found[1])) return null
  return { kind: found[2] === 'guards' ? 'guards' : 'protocols', path: found[1] }
}

/**
 * The texts of all programs under `root`, by name.
 * @param watch is told each file that was read
 */
export function readSources(root: string, watch: (file: string) => void = () => {}) {
  const sources = kinds.flatMap((kind) => {
    const folder = join(root, 'src/model', kind)
    return readdirSync(folder)
      .filter(isProgramFile)
      .sort()
      .map((name) => {
        watch(join(folder, name))
        return shownSource(programText(kind, `src/model/${kind}/${name}`, readFileSync(join(folder, name), 'utf8')))
      })
  })
  return Object.fromEntries(sources.flatMap((source) => (source ? [[source.source, source]] : [])))
}

export function protocolSources(): Plugin {
  let root = process.cwd()
  return {
    name: 'cachescope-protocol-sources',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load(id) {
      if (id !== `\0${MODULE}`) return null
      const sources = readSources(root, (file) => {
        this.addWatchFile(file)
      })
      return `export const sources = ${JSON.stringify(sources)}`
    },
    transform(code, id) {
      const file = programFile(id)
      // Lines do not move, so the map that is there stays right.
      return file ? { code: stamped(programText(file.kind, file.path, code)), map: null } : null
    },
  }
}

/**
 * Compiles `src/course/claims/sheets`: a sheet becomes its rows, and `virtual:claims` the board, every row decided by the
 * engine. The YAML parser and the explorer run here, so that neither travels with the page. A row whose stated verdict is
 * not what the engine finds stops the build with file, line and id.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { readCatalogue } from './lessons'
import { readPresets } from './workloads'
import { boardOf, type ClaimRow } from '../src/course/claims/board'
import type { Claim } from '../src/course/claims/claim'
import { readClaims, type Shelf } from '../src/course/claims/readClaims'
import { problemText, type Problem } from '../src/model/scenario/problem'

const MODULE = 'virtual:claims'
const FOLDER = 'src/course/claims/sheets'

const refusal = (problems: readonly Problem[]) => new Error(problems.map(problemText).join('\n'))

/** What sheets may refer to, read once for all of them. */
function shelfOf(root: string): Shelf {
  const recordings = join(root, 'src/model/recordings/fixtures')
  return {
    catalogue: readCatalogue(root),
    presets: readPresets(root),
    recording(name) {
      const file = join(recordings, `${name}.json`)
      return /^[a-z0-9-]+$/i.test(name) && existsSync(file)
        ? (JSON.parse(readFileSync(file, 'utf8')) as unknown)
        : undefined
    },
  }
}

/** The rows of one sheet; throws one line a problem. */
export function sheetRows(root: string, file: string, shelf = shelfOf(root)): readonly Claim[] {
  const name = relative(root, file).replaceAll('\\', '/')
  const read = readClaims(readFileSync(file, 'utf8'), name, shelf)
  if ('problems' in read) throw refusal(read.problems)
  return read.claims
}

/** The board; throws one line for each row that is not as it is stated. */
export function decidedBoard(root: string, watch: (file: string) => void = () => {}): readonly ClaimRow[] {
  const folder = join(root, FOLDER)
  const files = readdirSync(folder).filter((name) => name.endsWith('.claims.yaml'))
  const shelf = shelfOf(root)
  const claims = files.sort().flatMap((name) => {
    watch(join(folder, name))
    return sheetRows(root, join(folder, name), shelf)
  })
  const { rows, problems } = boardOf(claims, shelf.catalogue)
  if (problems.length > 0) throw refusal(problems)
  return rows
}

export function claims(): Plugin {
  let root = process.cwd()
  // Thirteen sheets refer to one catalogue; it is read anew once a file has changed.
  let shelf: Shelf | null = null
  return {
    name: 'cachescope-claims',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    handleHotUpdate() {
      shelf = null
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load(id) {
      const watch = (file: string) => {
        this.addWatchFile(file)
      }
      const moduleOf = (rows: unknown, name: string) => ({
        code: `${name} ${JSON.stringify(rows)}\n`,
        map: null,
        moduleType: 'js' as const,
      })
      if (id === `\0${MODULE}`) return moduleOf(decidedBoard(root, watch), 'export const board =')
      const path = id.split('?', 1)[0] ?? id
      if (!path.endsWith('.claims.yaml')) return null
      watch(path)
      shelf ??= shelfOf(root)
      return moduleOf(sheetRows(root, path, shelf), 'export default')
    },
  }
}

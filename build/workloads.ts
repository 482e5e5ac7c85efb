import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Plugin } from 'vite'
import { parseWorkload } from '../src/model/load/workload/parse'
import { problemText } from '../src/model/scenario/problem'

/**
 * Turns an import of a `*.workload.yaml` into plain data, as `scenarios.ts` does: no YAML parser travels with the page,
 * and a workload that is wrong stops the build with its sentence and place.
 */
export function workloads(): Plugin {
  let root = process.cwd()
  return {
    name: 'cachescope-workloads',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    load(id) {
      const path = id.split('?', 1)[0] ?? id
      if (!path.endsWith('.workload.yaml')) return null
      this.addWatchFile(path)
      return { code: workloadModule(readFileSync(path, 'utf8'), relative(root, path)), map: null, moduleType: 'js' }
    },
  }
}

/** The module's code; throws one line a problem, `file:line:column sentence`. */
export function workloadModule(text: string, file: string): string {
  const parsed = parseWorkload(text, file)
  if ('problems' in parsed) throw new Error(parsed.problems.map(problemText).join('\n'))
  return `export default ${JSON.stringify(parsed.experiment)}\n`
}

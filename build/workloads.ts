import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'
import type { Experiment } from '../src/model/load/workload/experiment'
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

/** The workloads that come with the product, for what is compiled before there is a page. */
export function readPresets(root: string): readonly Experiment[] {
  const folder = join(root, 'src/model/load/workload/presets')
  const names = readdirSync(folder).filter((name) => name.endsWith('.workload.yaml'))
  return names.sort().flatMap((name) => {
    const parsed = parseWorkload(readFileSync(join(folder, name), 'utf8'), name)
    return 'experiment' in parsed ? [parsed.experiment] : []
  })
}

import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Plugin } from 'vite'
import { parseScenario } from '../src/model/scenario/parse'
import { problemText } from '../src/model/scenario/problem'

/**
 * Turns an import of a `*.scenario.yaml` into plain data. The parser runs here, so that no YAML parser travels with the
 * page, and a scenario that is wrong stops the build with its sentence and place.
 */
export function scenarios(): Plugin {
  let root = process.cwd()
  return {
    name: 'cachescope-scenarios',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    load(id) {
      const path = id.split('?', 1)[0] ?? id
      if (!path.endsWith('.scenario.yaml')) return null
      this.addWatchFile(path)
      return { code: scenarioModule(readFileSync(path, 'utf8'), relative(root, path)), map: null, moduleType: 'js' }
    },
  }
}

/** The module's code; throws one line a problem, `file:line:column sentence`. */
export function scenarioModule(text: string, file: string): string {
  const parsed = parseScenario(text, file)
  if ('problems' in parsed) throw new Error(parsed.problems.map(problemText).join('\n'))
  return `export default ${JSON.stringify(parsed.scenario)}\n`
}

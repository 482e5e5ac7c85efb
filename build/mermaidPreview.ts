/**
 * Builds the script of `public/mermaid-preview.html`: Mermaid and the few lines that drive it, as one classic script.
 *
 * The document is sandboxed without an origin, where module scripts are refused, so nothing can be loaded piece by piece;
 * what Mermaid would load on demand for other diagrams is left out instead. A run is always a sequence diagram.
 */
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const entry = fileURLToPath(new URL('../src/view/panels/export/preview/main.ts', import.meta.url))
const scriptName = 'mermaid-preview.js'

/** Mermaid's other diagrams, layouts and formulas become empty modules. */
const sequenceOnly = (): Plugin => ({
  name: 'cachescope-sequence-only',
  enforce: 'pre',
  resolveId(source, importer, { kind }) {
    const isOfMermaid = importer?.replaceAll('\\', '/').includes('/node_modules/mermaid/') === true
    return isOfMermaid && kind === 'dynamic-import' && !source.includes('sequenceDiagram') ? '\0left-out' : null
  },
  load: (id) => (id === '\0left-out' ? 'export const diagram = undefined\nexport default undefined' : null),
})

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [sequenceOnly()],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  })
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  const script = outputs.find((output) => output.type === 'chunk')
  if (!script) throw new Error(`${entry} made no script, so the Mermaid preview would stay empty: look at its imports.`)
  return script.code
}

/** Emits the script beside the page; in development it is made at the first request and again when the server restarts. */
export function mermaidPreview(): Plugin {
  let made: Promise<string> | undefined
  return {
    name: 'cachescope-mermaid-preview',
    apply: (_config, { isSsrBuild, command }) => command === 'serve' || isSsrBuild !== true,
    configureServer(server) {
      server.middlewares.use(`/${scriptName}`, (_request, response, next) => {
        made ??= bundle()
        made.then((code) => response.setHeader('Content-Type', 'text/javascript').end(code), next)
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: scriptName, source: await bundle() })
    },
  }
}

/**
 * Builds the script and the style sheet of `public/embed.html`: the small page for frames, as one classic script with its
 * worker inside. A frame in a sandbox has no origin of its own, and modules, workers and typefaces are loaded from none.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type Plugin, type PluginOption } from 'vite'

const file = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url))
const names = { script: 'embed.js', style: 'embed.css' } as const
const virtualScript = 'virtual:explorer-script'

interface Bundle {
  readonly script: string
  readonly style: string
}

async function bundle(entry: string, plugins: PluginOption[]): Promise<Bundle> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins,
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      rolldownOptions: {
        input: entry,
        checks: { bundlerTimings: false },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  const script = outputs.find((output) => output.type === 'chunk')?.code
  if (script === undefined) throw new Error(`${entry} made no script, so frames would stay empty: look at its imports.`)
  const styles = outputs.flatMap((output) =>
    output.type === 'asset' && output.fileName.endsWith('.css') ? output.source : [],
  )
  return { script, style: styles.map(String).join('\n') }
}

/** The worker's script as a text, and the way to start it. */
const workerInside = (script: string): Plugin => ({
  name: 'cachescope-worker-inside',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source === virtualScript) return `\0${virtualScript}`
    const isOfClient = importer?.replaceAll('\\', '/').endsWith('/src/workers/client.ts') === true
    return isOfClient && source === './startExplorer'
      ? await this.resolve(file('workers/embed/startExplorer.ts'))
      : null
  },
  load: (id) => (id === `\0${virtualScript}` ? `export default ${JSON.stringify(script)}` : null),
})

async function bundleAll(sourcePlugins: () => PluginOption[]): Promise<Bundle> {
  const worker = await bundle(file('workers/embed/check.worker.ts'), sourcePlugins())
  return bundle(file('view/embed/main.tsx'), [...sourcePlugins(), react(), workerInside(worker.script)])
}

/** Emits both files beside the page; in development they are made at the first request and again when the server restarts. */
export function embed(sourcePlugins: () => PluginOption[]): Plugin {
  let made: Promise<Bundle> | undefined
  return {
    name: 'cachescope-embed',
    apply: (_config, { isSsrBuild, command }) => command === 'serve' || isSsrBuild !== true,
    configureServer(server) {
      const types = { script: 'text/javascript', style: 'text/css' } as const
      for (const kind of ['script', 'style'] as const)
        server.middlewares.use(`/${names[kind]}`, (_request, response, next) => {
          made ??= bundleAll(sourcePlugins)
          made.then((files) => response.setHeader('Content-Type', types[kind]).end(files[kind]), next)
        })
    },
    async generateBundle() {
      const files = await bundleAll(sourcePlugins)
      for (const kind of ['script', 'style'] as const)
        this.emitFile({ type: 'asset', fileName: names[kind], source: files[kind] })
    },
  }
}

import { basename } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Writes down, for every chunk, which packages and which project files went into it. The manifest knows files only; the
 * budget gate must be able to say "the parser is in the home page's script" by name.
 */
export function chunkPackages(): Plugin {
  return {
    name: 'cachescope-chunk-packages',
    apply: (_config, { isSsrBuild }) => isSsrBuild !== true,
    generateBundle(_options, bundle) {
      const contents: Record<string, string[]> = {}
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        contents[chunk.fileName] = [...new Set(Object.keys(chunk.modules).map(contentName))].sort()
      }
      this.emitFile({ type: 'asset', fileName: '.vite/contents.json', source: JSON.stringify(contents, null, 2) })
    },
  }
}

/** A package's name, or a project file's path from `src` or `lessons` on; of anything else the last part of its name. */
function contentName(moduleId: string): string {
  const path = moduleId.split('?', 1)[0]?.replaceAll('\\', '/') ?? moduleId
  const inPackages = path.lastIndexOf('/node_modules/')
  if (inPackages === -1) return /\/((?:src|lessons)\/.*)$/.exec(path)?.[1] ?? basename(path)
  const [scope = '', name = ''] = path.slice(inPackages + '/node_modules/'.length).split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

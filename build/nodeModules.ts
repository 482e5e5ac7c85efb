import type { Plugin } from 'vite'

const EMPTY = '\0cachescope-no-node'

/**
 * The Lua interpreter asks for modules of Node where it runs in Node. In the browser it never does; giving it nothing,
 * instead of a stand-in that the build warns of, keeps `npm start` quiet.
 */
export function nodeModules(): Plugin {
  return {
    name: 'cachescope-node-modules',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    enforce: 'pre',
    resolveId: (source, importer) =>
      /^(url|module|fs|path|crypto)$/.test(source) && importer?.includes('/wasmoon/') === true ? EMPTY : null,
    load: (id) => (id === EMPTY ? 'export default {}' : null),
  }
}

import react from '@vitejs/plugin-react'
import type { PluginOption } from 'vite'
import { defineConfig } from 'vitest/config'
import { chunkPackages } from './build/chunkPackages'
import { claims } from './build/claims'
import { cspMeta } from './build/cspMeta'
import { embed } from './build/embed'
import { lessons } from './build/lessons'
import { mermaidPreview } from './build/mermaidPreview'
import { nodeModules } from './build/nodeModules'
import { protocolSources } from './build/protocolSources'
import { scenarios } from './build/scenarios'
import { workloads } from './build/workloads'

/**
 * Plugins that turn project files into code. The page, the workers, the command line and the unit tests all go through
 * this one list, so that none of them can see a different model.
 */
const sourcePlugins = (): PluginOption[] => [protocolSources(), scenarios(), workloads(), lessons(), claims()]

export default defineConfig(({ isSsrBuild = false }) => ({
  base: './',
  plugins: [...sourcePlugins(), react(), cspMeta(), chunkPackages(), mermaidPreview(), embed(sourcePlugins)],
  worker: { format: 'es', plugins: () => [...sourcePlugins(), nodeModules()] },
  build: {
    target: 'es2023',
    manifest: !isSsrBuild,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: {
      // A slow machine is no news to whoever types `npm start`.
      checks: { bundlerTimings: false },
      // Every page names all chunks, so their names are as short as can be; the manifest says what is in which.
      output: { chunkFileNames: 'assets/[hash:6].js', assetFileNames: 'assets/[hash:6][extname]' },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          setupFiles: ['./vitest.seed.ts'],
          environment: 'node',
          include: ['src/{model,course,workers,cli}/**/*.test.ts', 'scripts/**/*.test.ts', 'build/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'view',
          environment: 'happy-dom',
          include: ['src/view/**/*.test.{ts,tsx}'],
          setupFiles: ['./vitest.seed.ts', './vitest.setup.ts'],
        },
      },
    ],
  },
}))

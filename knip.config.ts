import type { KnipConfig } from 'knip'

export default {
  entry: [
    'src/cli/main.ts',
    'src/view/panels/export/preview/main.ts',
    'src/view/embed/main.tsx',
    'src/workers/embed/*.ts',
    'scripts/{start,test,serve,cachescope,budgets,notices,bench}.mjs',
    'scripts/bench/frames/main.tsx',
    'scripts/**/*.test.ts',
  ],
  project: ['src/**/*.{ts,tsx}', 'build/**/*.ts', 'scripts/**/*.{mjs,ts}', 'e2e/**/*.ts'],
  // Style sheets and the page's preload name the fonts; knip reads neither.
  ignoreDependencies: [/^@fontsource-variable\//],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig

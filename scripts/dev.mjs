/**
 * `npm run dev`: Vite's own server with hot reload. It needs inline scripts and styles, so it runs without the strict
 * policy; what must hold under the policy is judged on the built page.
 */
import { spawn } from 'node:child_process'
import { ensureInstalled, projectRoot, requireNode, toolEnvironment, toolPath } from './project.mjs'

requireNode()
await ensureInstalled()
spawn(process.execPath, [toolPath('vite'), ...process.argv.slice(2)], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: toolEnvironment(),
}).on('close', (code) => {
  process.exitCode = code ?? 1
})

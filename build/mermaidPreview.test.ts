import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { contentSecurityPolicy, previewPolicy } from '../scripts/csp.mjs'
import { serve } from '../scripts/serve.mjs'

const root = fileURLToPath(new URL('../public', import.meta.url))

it('the preview document repeats its policy for hosts that send no headers', () => {
  const page = readFileSync(`${root}/mermaid-preview.html`, 'utf8')
  const meta = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1]
  expect(meta).toBe(previewPolicy)
})

it('only the preview document may use inline styles, and it is sandboxed wherever it is opened', async () => {
  const server = await serve({ root, port: 0 })
  const policyOf = async (path: string) => (await fetch(server.url + path)).headers.get('content-security-policy')
  expect(await policyOf('mermaid-preview.html')).toBe(`${previewPolicy}; sandbox allow-scripts`)
  expect(await policyOf('mermaid-preview.html.txt')).toBe(contentSecurityPolicy)
  expect(contentSecurityPolicy).not.toContain('unsafe-inline')
  await server.close()
})

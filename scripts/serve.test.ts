import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './csp.mjs'
import { fileFor, serve } from './serve.mjs'

const folder = mkdtempSync(join(tmpdir(), 'cachescope-serve-'))
const root = join(folder, 'dist')
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(root, '.vite'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(root, '.vite', 'manifest.json'), '{}')
  writeFileSync(join(root, 'index.html'), '<!doctype html>'.repeat(50))
  writeFileSync(join(root, 'assets', 'run.js'), 'export {}')
  writeFileSync(join(root, 'assets', 'font.woff2'), 'font')
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'))
  server = await serve({ root, port: 0 })
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe('every response', () => {
  it.each([
    ['the page', 'GET', '', 200, 'text/html; charset=utf-8'],
    ['a script', 'GET', 'assets/run.js', 200, 'text/javascript; charset=utf-8'],
    ['a font', 'GET', 'assets/font.woff2', 200, 'font/woff2'],
    ['a missing file', 'GET', 'nothing.js', 404, 'text/plain; charset=utf-8'],
    ['a refused method', 'POST', '', 405, 'text/plain; charset=utf-8'],
  ])('carries the policy and its type: %s', async (_what, method, path, status, type) => {
    const response = await fetch(server.url + path, { method })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('is packed when it is text and the browser can unpack it', async () => {
    const page = await fetch(server.url)
    expect(page.headers.get('content-encoding')).toBe('gzip')
    expect(await page.text()).toBe('<!doctype html>'.repeat(50))
    expect((await fetch(`${server.url}assets/font.woff2`)).headers.get('content-encoding')).toBeNull()
  })

  it('is empty when the browser has the file already', async () => {
    const tag = (await fetch(server.url)).headers.get('etag') ?? ''
    expect((await fetch(server.url, { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })
})

describe('what lies outside the folder', () => {
  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '/assets/../../secret.txt', '/link.txt'])(
    'stays unread: %s',
    (path) => {
      expect(fileFor(root, path)).toBeNull()
    },
  )

  it.each(['/.vite/manifest.json', '/%00', '/%', '//etc/passwd'])('is no file: %s', (path) => {
    expect(fileFor(root, path)).toBeNull()
  })
})

describe('a taken port', () => {
  const port = (): number => Number(new URL(server.url).port)

  it('means a later one', async () => {
    const second = await serve({ root, port: port() })
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port())
    await second.close()
  })

  it('is an error when exactly that one was asked for', async () => {
    await expect(serve({ root, port: port(), isPortFixed: true })).rejects.toThrow('EADDRINUSE')
  })
})

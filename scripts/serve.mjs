/**
 * The one web server of the project: static files on the loopback address, the content security policy on every response.
 * `npm start`, the browser tests and the benches all use it, so that nothing is ever seen without the policy.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, extname, join, resolve, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { contentSecurityPolicy, embedPolicy, previewPolicy } from './csp.mjs'

/** @type {Record<string, string>} */
const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
}

const alwaysSent = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
}

/**
 * The documents with a policy of their own; the Mermaid preview is in a sandbox even when it is opened by itself.
 * @type {Record<string, Record<string, string>>}
 */
const ownPolicy = {
  'mermaid-preview.html': { 'Content-Security-Policy': `${previewPolicy}; sandbox allow-scripts` },
  'embed.html': { 'Content-Security-Policy': embedPolicy },
}

/**
 * The file that a request names, or nothing. Names that begin with a dot are never served, and a link that leaves the
 * folder is not followed.
 * @param {string} root
 * @param {string} url
 * @returns {string | null}
 */
export function fileFor(root, url) {
  try {
    const pathname = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
    if (pathname.includes('\0') || pathname.split(/[/\\]/).some((part) => part.startsWith('.'))) return null
    const named = join(root, pathname)
    const file = realpathSync(statSync(named).isDirectory() ? join(named, 'index.html') : named)
    const inside = file.startsWith(realpathSync(root) + sep)
    return inside && statSync(file).isFile() ? file : null
  } catch {
    return null
  }
}

/**
 * @typedef {{ status: number, headers: Record<string, string | number>, body: Buffer }} Answer
 */

/**
 * @param {number} status
 * @param {string} sentence
 * @returns {Answer}
 */
const refusal = (status, sentence) => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: Buffer.from(`${sentence}\n`),
})

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {Map<string, Buffer>} compressed
 * @returns {Answer}
 */
function answer(root, request, compressed) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Only GET and HEAD are answered here.')
  const file = fileFor(root, request.url ?? '/')
  if (file === null) return refusal(404, 'There is no such file here.')
  const { mtimeMs, size } = statSync(file)
  const tag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`
  if (request.headers['if-none-match'] === tag) return { status: 304, headers: { ETag: tag }, body: Buffer.alloc(0) }
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream'
  const headers = { ...ownPolicy[basename(file)], 'Content-Type': type, ETag: tag, Vary: 'Accept-Encoding' }
  const asIs = readFileSync(file)
  const isText = type.includes('charset') || type === 'application/wasm'
  if (!isText || !/\bgzip\b/.test(String(request.headers['accept-encoding'])))
    return { status: 200, headers, body: asIs }
  const key = file + tag
  const body = compressed.get(key) ?? gzipSync(asIs, { level: 9 })
  compressed.set(key, body)
  return { status: 200, headers: { ...headers, 'Content-Encoding': 'gzip' }, body }
}

/**
 * Serves a folder and resolves once it listens. A taken port means the next one, unless exactly this one is asked for.
 * @param {{ root: string, port?: number, isPortFixed?: boolean }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ root, port = 4173, isPortFixed = false }) {
  const folder = resolve(root)
  const compressed = new Map()
  const server = createServer((request, response) => {
    const { status, headers, body } = answer(folder, request, compressed)
    response.writeHead(status, { ...alwaysSent, ...headers, 'Content-Length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  return new Promise((done, fail) => {
    let candidate = port
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || isPortFixed || candidate >= port + 100) return void fail(error)
      candidate += 1
      server.listen(candidate, '127.0.0.1')
    })
    server.on('listening', () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : candidate
      done({ url: `http://127.0.0.1:${String(actual)}/`, close: () => closeServer(server) })
    })
    server.listen(candidate, '127.0.0.1')
  })
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<void>}
 */
const closeServer = (server) =>
  new Promise((done) => {
    server.close(() => {
      done()
    })
    server.closeAllConnections()
  })

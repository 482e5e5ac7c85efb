/**
 * The content security policy, in one place. The server sends it as a header on every response; the build repeats it in a
 * meta element for hosts that send no headers. A worker is covered by the header alone, never by the meta element.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types cachescope',
].join('; ')

/**
 * The policy of the Mermaid preview, the one document with inline styles. It has no origin of its own, loads nothing but
 * its script and talks to nobody but the page that frames it. Its meta element repeats all but the sandbox, which a meta
 * element cannot carry.
 */
export const previewPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The policy of the page for frames: one script, one style sheet, and a worker that comes with the script. It shows what its
 * address says, loads nothing else and talks to nobody.
 */
export const embedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types cachescope',
].join('; ')

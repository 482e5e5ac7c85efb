import type { Plugin } from 'vite'
import { contentSecurityPolicy } from '../scripts/csp.mjs'

/**
 * Repeats the policy inside the built page. Only the built page: in development Vite injects inline styles and scripts,
 * which the policy rightly refuses.
 */
export function cspMeta(): Plugin {
  return {
    name: 'cachescope-csp-meta',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/**
 * Lies about explorer.
 * @type {readonly import('./lie.mjs').Lie[]}
 */
export const explorer = []

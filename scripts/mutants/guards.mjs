/**
 * Lies about guards.
 * @type {readonly import('./lie.mjs').Lie[]}
 */
export const guards = []

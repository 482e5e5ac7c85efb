/**
 * Lies about properties.
 * @type {readonly import('./lie.mjs').Lie[]}
 */
export const properties = []

/**
 * Lies about faults.
 * @type {readonly import('./lie.mjs').Lie[]}
 */
export const faults = []

/**
 * Lies about atomic operations.
 * @type {readonly import('./lie.mjs').Lie[]}
 */
export const requests = [
  {
    of: 'database.update',
    says: 'a commit adds two to the version',
    file: 'src/model/engine/resources/database.ts',
    from: 'const version = cells[at]! + 1',
    to: 'const version = cells[at]! + 2',
    tests: ['src/model/engine/resources'],
  },
]

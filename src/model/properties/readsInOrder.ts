/** Reads in order: each client sees the versions of a key in non-decreasing order (monotonic reads). */
import { sessionGuarantee } from './session'

export const readsInOrder = sessionGuarantee(
  {
    name: 'reads-in-order',
    title: 'Each client sees versions in order',
    says: 'No client reads a version older than one that it has read before.',
    violatedSays: 'show a client an older version after a newer one',
  },
  'seen',
  'read',
)

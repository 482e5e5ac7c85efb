/** Read your writes: a client never reads a version older than one that it was itself told is written. */
import { sessionGuarantee } from './session'

export const readYourWrites = sessionGuarantee(
  {
    name: 'read-your-writes',
    title: 'A writer sees its own writes',
    says: 'No client reads a version older than its own acknowledged write.',
    violatedSays: 'show a client less than it has written itself',
  },
  'own',
  'write',
)

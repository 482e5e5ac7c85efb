/** How much a scenario may hold. Past a bound there is a clear refusal, never a slow answer. */
import { runBounds } from '../explore/bounds'

/** Characters of a scenario file. */
export const FILE_MAX = 256 * 1024

/** Characters of a link. */
export const LINK_MAX = 8 * 1024

/** Words of a schedule in a link; written out, more do not fit into one. */
export const LINKED_WORDS_MAX = 4_000

/** How often a client may go through its operations. */
export const REPEAT_MAX = runBounds.operations

export const SEED_MAX = 999_999

/** Versions at the start; there is room above for what the clients write. */
export const VERSION_MAX = 200

/** Times that one kind of fault may happen. */
export const FAULTS_MAX = 200

/** Words of a schedule. */
export const SCHEDULE_MAX = 10_000

export const NAME_MAX = 60
export const TITLE_MAX = 120
export const ABOUT_MAX = 600

export const namePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const clientPattern = /^[A-Z][A-Za-z0-9]{0,11}$/
export const keyPattern = /^[a-z][a-z0-9_]{0,15}$/i

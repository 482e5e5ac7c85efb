/** How much a recording may hold. Past a bound there is a clear refusal, never a slow answer. */

/** Characters of a file. */
export const RECORDING_MAX = 2 * 1024 * 1024

export const STEPS_MAX = 5000

/** Operations that clients saw: whether some order explains them is a search that more of them can make endless. */
export const OPERATIONS_MAX = 100

/** Keys of one server. */
export const KEYS_MAX = 100

export const PROCESSES_MAX = 100

/** Characters of a name, a key or a value. */
export const TEXT_MAX = 2000

/** Items of a list inside a reply. */
export const ITEMS_MAX = 5000

/** Lists and objects inside each other in a reply. */
export const DEPTH_MAX = 4

/** Milliseconds that may pass at once: a year. */
export const SLEEP_MAX = 366 * 24 * 3600 * 1000

/** Versions below this stand for themselves; what is stored under no version is numbered from here. */
export const VERSION_LIMIT = 2 ** 31

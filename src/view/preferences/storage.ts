/**
 * Storage that may not be there. In an opaque frame every access throws, in a private window writing may;
 * either way the page goes on, and what was to be kept is kept for this visit only.
 */
export interface Storage {
  read(key: string): string | null
  /** Says whether it was kept. */
  write(key: string, value: string): boolean
}

/** Wraps a storage that may throw, or not exist, at any access. */
export const guardedStorage = (open: () => globalThis.Storage): Storage => ({
  read(key) {
    try {
      return open().getItem(key)
    } catch {
      return null
    }
  },
  write(key, value) {
    try {
      open().setItem(key, value)
      return true
    } catch {
      return false
    }
  },
})

export const browserStorage: Storage = guardedStorage(() => localStorage)

/** What a learner was writing, kept in this browser. A kept text is unknown until it has been read field by field. */
import { roles, TEXT_MAX, type Role } from '../../model/own/own'
import { protocols } from '../../model/protocols'
import type { Storage } from '../preferences/storage'

export interface Draft {
  readonly text: string
  /** The pattern whose text it began with, which says what world is around it. */
  readonly begunFrom: string
}

export type Drafts = Readonly<Partial<Record<Role, Draft>>>

export const DRAFTS_KEY = 'cachescope.own'

/** Two texts, with room for the signs that JSON escapes. */
const SIZE_MAX = 16 * TEXT_MAX

function draftIn(role: Role, value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null
  const { text, begunFrom } = value as Readonly<Record<string, unknown>>
  if (typeof text !== 'string' || text.length > TEXT_MAX || typeof begunFrom !== 'string') return null
  return Object.hasOwn(protocols[role], begunFrom) ? { text, begunFrom } : null
}

export function readDrafts(storage: Storage): Drafts {
  const kept = storage.read(DRAFTS_KEY)
  if (kept === null || kept.length > SIZE_MAX) return {}
  try {
    const value: unknown = JSON.parse(kept)
    if (typeof value !== 'object' || value === null) return {}
    const found = roles.map((role) => [role, draftIn(role, Reflect.get(value, role))] as const)
    return Object.fromEntries(found.filter(([, draft]) => draft !== null))
  } catch {
    return {}
  }
}

/** Says whether they were kept. */
export const keepDrafts = (storage: Storage, drafts: Drafts): boolean =>
  storage.write(DRAFTS_KEY, JSON.stringify(drafts))

/** The browser's storage, which may throw at any access; on its own here, because home must not load one more script for it. */
export const draftStorage: Storage = {
  read(key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value)
      return true
    } catch {
      return false
    }
  },
}

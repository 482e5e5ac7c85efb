/**
 * What the course document’s table says, in our words, and where the claims board looks at it. It knows three ways to
 * write; of durability, pollution and complexity it says too little to be held against a run.
 */
export interface Said {
  readonly words: string
  /** On the claims board. */
  readonly claim: string
}

export type SourceRow = 'write-latency' | 'read-back' | 'consistency' | 'loss' | 'database'

const said: Readonly<Record<SourceRow, Readonly<Record<string, Said>>>> = {
  'write-latency': {
    'write-behind': { words: 'the shortest wait', claim: 'C19' },
    'write-around': { words: 'in between', claim: 'C19' },
    'write-through': { words: 'the longest wait', claim: 'C19' },
  },
  'read-back': {
    'write-through': { words: 'fast: it hits', claim: 'C20' },
    'write-behind': { words: 'fast: it hits', claim: 'C20' },
    'write-around': { words: 'slow: it misses', claim: 'C20' },
  },
  consistency: {
    'write-through': { words: 'strong', claim: 'C15' },
    'write-behind': { words: 'eventual', claim: 'C8' },
    'write-around': { words: 'strong', claim: 'C16' },
  },
  loss: {
    'write-through': { words: 'none', claim: 'C17' },
    'write-behind': { words: 'what waits when the cache crashes', claim: 'C10' },
    'write-around': { words: 'none', claim: 'C17' },
  },
  database: {
    'write-through': { words: 'every write', claim: 'C18' },
    'write-behind': { words: 'fewer than were made', claim: 'C18' },
    'write-around': { words: 'every write', claim: 'C18' },
  },
}

export const saidOf = (row: SourceRow, write: string): Said | null => said[row][write] ?? null

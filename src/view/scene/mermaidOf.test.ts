import fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '../../course/narration/runs.fixture'
import { anyTrace } from './anyTrace.fixture'
import { mermaidOf } from './mermaidOf'
import { escapeMermaid } from './mermaidOf'

test('the stale fill is written as a sequence diagram', () => {
  expect(mermaidOf(run({}, 'T1 T1 T2 T2 T1'))).toBe(`sequenceDiagram
    actor p0 as T1
    participant p1 as Cache
    participant p2 as Database
    actor p3 as T2
    p0->>p1: GET x
    p1-->>p0: miss
    p0->>p2: SELECT x
    p2-->>p0: v1
    p3->>p2: UPDATE x
    p2-->>p3: v2
    p3->>p1: DEL x
    p1-->>p3: no entry
    p0->>p1: SET x v1
    p1-->>p0: stale
    Note over p1: The cache now disagrees with the database.
`)
})

test('every line of any run is a participant, a message or a note', () => {
  const line = /^ {4}((actor|participant) p\d as .+|p\d(->>|-->>|-x|--x|-\))p\d: .+|Note over p\d: .+)$/
  fc.assert(
    fc.property(anyTrace, (trace) => {
      const [first, ...rest] = mermaidOf(trace).trimEnd().split('\n')
      expect(first).toBe('sequenceDiagram')
      for (const text of rest) expect(text).toMatch(line)
      expect(rest.filter((text) => text.includes('->>') && !text.includes('-->>')).length).toBeLessThanOrEqual(
        trace.steps.length,
      )
    }),
  )
})

test('escaped text has no sign that Mermaid reads', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeMermaid(text)
      expect(escaped.replace(/#\d+;/g, '')).toMatch(/^[\p{L}\p{N} ._,'()-]*$/u)
      expect(escaped).not.toMatch(/\bend\b/i)
    }),
  )
})

test('a line break, a semicolon and "end" are character codes', () => {
  expect(escapeMermaid('a\nend; b')).toBe('a#10;#101;nd#59; b')
})

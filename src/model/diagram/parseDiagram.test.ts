import { expect, test } from 'vitest'
import { isDiagram, parseDiagram } from './parseDiagram'

const read = (...lines: readonly string[]) => parseDiagram(['sequenceDiagram', ...lines].join('\n'))

test('participants, messages and notes are read with their lines', () => {
  expect(
    read(
      '  actor r as Reader',
      '  participant Cache',
      '  r->>+Cache: GET x',
      '  Cache-->>-r: miss',
      '  Note over r,Cache: it #59; ends',
    ),
  ).toEqual({
    diagram: {
      title: '',
      participants: [
        { id: 'r', label: 'Reader', line: 2 },
        { id: 'Cache', label: 'Cache', line: 3 },
      ],
      statements: [
        { kind: 'message', line: 4, from: 'r', to: 'Cache', arrow: '->>', text: 'GET x' },
        { kind: 'message', line: 5, from: 'Cache', to: 'r', arrow: '-->>', text: 'miss' },
        { kind: 'note', line: 6, over: ['r', 'Cache'], text: 'it ; ends' },
      ],
    },
  })
})

test('whoever is not declared takes part from where it is first spoken of', () => {
  expect(read('B->>A: hi', 'participant A as Alpha')).toMatchObject({
    diagram: {
      participants: [
        { id: 'B', label: 'B', line: 2 },
        { id: 'A', label: 'Alpha', line: 2 },
      ],
    },
  })
})

test('comments, directives, front matter and a fence leave every line its number', () => {
  const text = '```mermaid\n---\ntitle: A\n---\n%%{init: {\n}}%%\n%% nothing\nsequenceDiagram\nA->>B: x # why\n```\n'
  expect(isDiagram(text)).toBe(true)
  expect(parseDiagram(text)).toMatchObject({ diagram: { statements: [{ line: 9, text: 'x' }] } })
})

test('a semicolon ends a statement, and one of a character code does not', () => {
  expect(read('A->>B: a#59;b; B->>A: c')).toMatchObject({ diagram: { statements: [{ text: 'a;b' }, { text: 'c' }] } })
})

test.each([
  [['A->>B'], 2, '"A->>B" says nothing. Write what is asked behind a colon, e.g. T1->>Cache: GET x.'],
  [['loop ever', 'A->>B: x'], 2, 'The block "loop" is never closed. Write "end" after its last line.'],
  [['A->>B: x', 'end'], 3, '"end" closes no block here. Delete the line.'],
  [['else never'], 2, '"else" stands in no block "alt". Open one above it, or delete the line.'],
  [['partisipant A'], 2, '"partisipant A" is no line of a sequence diagram. Did you mean "participant"?'],
  [
    ['A-|\\B: x'],
    2,
    '"A-|\\B: x" cannot be read: half arrows are not part of the subset. Delete the line, or write it plainer.',
  ],
])('%j is refused in one sentence with its line', (lines, line, message) => {
  expect(read(...lines)).toEqual({ problem: { line, message } })
})

test('what is no diagram, nothing at all and too much are refused', () => {
  expect(parseDiagram('flowchart LR')).toEqual({
    problem: { line: 1, message: 'The text begins with "flowchart LR". Begin with "sequenceDiagram".' },
  })
  expect(parseDiagram('')).toEqual({
    problem: { line: 1, message: 'There is nothing to read. Begin with "sequenceDiagram".' },
  })
  expect(parseDiagram(`sequenceDiagram\n${'A->>B: x\n'.repeat(3000)}`)).toMatchObject({ problem: { line: 2002 } })
  expect(parseDiagram('x'.repeat(70_000))).toMatchObject({ problem: { line: 1 } })
})

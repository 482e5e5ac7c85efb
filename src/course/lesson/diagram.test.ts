import { describe, expect, test } from 'vitest'
import { replay } from '../../model/engine/replay'
import { catalogue, scenarioNamed } from '../../model/scenario/catalogue'
import { checkLesson } from './checkLessons'
import { drawnSteps, printMessage } from './messages'

const file = 'lessons/01-part/01-drawn/lesson.md'
const source = 'sequenceDiagram\n  T1->>Cache: GET x\n  Cache-->>T1: miss\n  T1->>Database: SELECT x'
const text = `---
title: A drawn lesson
part: Races
minutes: 5
summary: It draws.
objectives:
  - see a gate fail
prerequisites: []
---

::::scene{title="The run" scenario=stale-fill schedule="T1 T1"}

1. T1 misses.
2. T1 selects.

\`\`\`mermaid the-run
${source}
\`\`\`

::::
`

const messages = [
  { from: 'T1', to: 'Cache', text: 'GET x', isReply: false },
  { from: 'Cache', to: 'T1', text: 'miss', isReply: true },
  { from: 'T1', to: 'Database', text: 'SELECT x', isReply: false },
]

const problemsWith = (list: unknown, svg = '<svg viewBox="0 0 1 1"/>') => {
  const files: Readonly<Record<string, string>> = { 'the-run.json': JSON.stringify(list), 'the-run.svg': svg }
  return checkLesson(text, file, { scenarios: catalogue, readBeside: (name) => files[name] ?? null }).map(
    ({ line, rule, message }) => `${line} ${rule} ${message}`,
  )
}

describe('a diagram', () => {
  test('that draws what the run does is accepted, with or without the last reply', () => {
    expect(problemsWith({ source, messages })).toEqual([])
    expect(
      problemsWith({ source, messages: [...messages, { from: 'Database', to: 'T1', text: 'v1', isReply: true }] }),
    ).toEqual([])
  })

  test('that draws something else is refused at the line of its arrow, with what the run does', () => {
    const wrong = messages.map((message) => (message.isReply ? { ...message, text: 'v1' } : message))
    expect(problemsWith({ source, messages: wrong })).toEqual([
      '19 diagram The diagram draws "Cache-->>T1: v1", and step 1 of the run is "Cache-->>T1: miss": draw what the run does.',
    ])
  })

  test('that draws more than the run does, or less, is refused', () => {
    expect(problemsWith({ source, messages: [...messages, messages[0]] })).toEqual([
      expect.stringContaining('and the run has nothing there: draw what the run does.'),
    ])
    expect(problemsWith({ source, messages: messages.slice(0, 2) })).toEqual([
      '16 diagram The diagram leaves out step 2 of the run, "T1->>Database: SELECT x": draw it.',
    ])
  })

  test('that was drawn from an older text is refused', () => {
    expect(problemsWith({ source: `${source}\n`, messages })).toEqual([
      '16 diagram The drawing of "the-run" is of an older text: run "npm run diagrams".',
    ])
  })

  test('whose files are not what they should be is refused', () => {
    expect(problemsWith({ source, messages: [{ from: 1 }] })).toEqual([
      '16 diagram "the-run.json" is no list of messages: run "npm run diagrams".',
    ])
    expect(problemsWith({ source, messages }, '<svg>\n<script/></svg>')).toEqual([
      '16 diagram "the-run.svg" line 2: <script> has no place in a drawing. To repair it, run "npm run diagrams".',
    ])
  })
})

test('a run under a lease is drawn with its tokens: the miss hands one out, and the late fill is refused', () => {
  const steps = drawnSteps(replay(scenarioNamed('stale-fill-lease')!, ['T1', 'T1', 'T2', 'T2', 'T1']))
  expect(steps.map(({ request, reply }) => [printMessage(request), reply?.text])).toEqual([
    ['T1->>Cache: GET x', 'token'],
    ['T1->>Database: SELECT x', 'v1'],
    ['T2->>Database: UPDATE x', 'v2'],
    ['T2->>Cache: DEL x', 'ok'],
    ['T1->>Cache: SET x v1', 'refused'],
  ])
})

/** Held against Mermaid's own parser: what the own one reads is what Mermaid reads, and every export is a diagram to both. */
import fc from 'fast-check'
import mermaid from 'mermaid'
import { beforeAll, expect, test } from 'vitest'
import { replay } from '../../model/engine/replay'
import { arrows, type ArrowSign } from '../../model/diagram/diagram'
import { plainText } from '../../model/diagram/lines'
import { parseDiagram } from '../../model/diagram/parseDiagram'
import { openingOf } from '../../model/run/course'
import { catalogue } from '../../model/scenario/catalogue'
import { anyTrace } from './anyTrace.fixture'
import { mermaidOf } from './mermaidOf'

interface Read {
  readonly participants: readonly (readonly [id: string, label: string])[]
  readonly said: readonly (readonly string[])[]
}

/** What Mermaid numbers as the kinds of its messages. */
const kinds: Readonly<Record<number, ArrowSign | 'note'>> = {
  ...{ 0: '->>', 1: '-->>', 2: 'note', 3: '-x', 4: '--x', 5: '->', 6: '-->', 24: '-)', 25: '--)' },
  ...{ 33: '<<->>', 34: '<<-->>' },
}

interface Database {
  getActors(): Map<string, { name: string; description: string }>
  getMessages(): readonly { from: string; to: string; message: unknown; type: number }[]
}

/** Its only way to what it has read, without a promise that it stays. */
const oracle = (mermaid as unknown as { mermaidAPI: { getDiagramFromText(text: string): Promise<{ db: Database }> } })
  .mermaidAPI

/** Character codes as Mermaid keeps them until it draws. */
const decoded = (text: unknown) =>
  plainText(
    String(text)
      .replace(/ﬂ°°(\d+)¶ß/g, '#$1;')
      .replace(/ﬂ°(\w+)¶ß/g, '#$1;'),
  )

async function readByMermaid(text: string): Promise<Read | null> {
  try {
    const { db } = await oracle.getDiagramFromText(text)
    return {
      participants: [...db.getActors().values()].map(({ name, description }) => [name, decoded(description)]),
      said: db.getMessages().flatMap(({ from, to, message, type }) => {
        const kind = kinds[type]
        return kind === undefined ? [] : [[kind, from, to, decoded(message)]]
      }),
    }
  } catch {
    return null
  }
}

function readHere(text: string): Read | null {
  const parsed = parseDiagram(text)
  if ('problem' in parsed) return null
  const { participants, statements } = parsed.diagram
  return {
    participants: participants.map(({ id, label }) => [id, label]),
    said: statements.flatMap((each) => {
      if (each.kind === 'message') return [[each.arrow, each.from, each.to, each.text]]
      return each.kind === 'note' ? [['note', each.over[0] ?? '', each.over[1] ?? each.over[0] ?? '', each.text]] : []
    }),
  }
}

beforeAll(async () => {
  await mermaid.parse('sequenceDiagram\nA->>B: x')
})

const ids = fc.constantFrom('A', 'p0', 'Cache', 'Data_Base', 'the reader', 'user-service', 'T.1', 'Ünal', 'endless')
const texts = fc.constantFrom(
  'GET x',
  'a, b',
  '#35;1',
  '#quot;no#quot;',
  'x # y',
  'wrap: long',
  'end',
  'loop',
  '',
  'a<br/>b',
)
const message = fc
  .tuple(
    ids,
    fc.constantFrom(...arrows, '-X' as const),
    fc.constantFrom('', '+', '-'),
    ids,
    texts,
    fc.constantFrom('', ' '),
  )
  .map(([from, arrow, sign, to, text, space]) => `${from}${space}${arrow}${sign}${space}${to}${space}: ${text}`)
const note = fc
  .tuple(fc.constantFrom('over', 'left of', 'right of'), ids, texts)
  .map(([where, id, text]) => `Note ${where} ${id}: ${text}`)
const participant = fc
  .tuple(
    fc.constantFrom('participant', 'actor', 'PARTICIPANT'),
    ids,
    fc.option(fc.constantFrom('Label', 'a #amp; b', 'Two words')),
  )
  .map(([word, id, label]) => `${word} ${id}${label === null ? '' : ` as ${label}`}`)
const other = fc.constantFrom(
  'autonumber',
  '%% nothing',
  '',
  'end',
  'else',
  'and',
  'loop ever',
  'alt a',
  'par b',
  'opt',
  'rect rgb(0,0,0)',
  'title The title',
  'nonsense',
  'A->>B',
  'A B',
  '# only',
  'Note over A, Cache: both',
)
const line = fc.oneof({ arbitrary: message, weight: 5 }, note, participant, { arbitrary: other, weight: 2 })
const diagram = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\n  ', ';', ' ; '))
  .map(([lines, joint]) => `sequenceDiagram\n${lines.join(joint)}\n`)

test('whatever both read, they read alike, and what Mermaid refuses is refused', async () => {
  const counts = { both: 0, neither: 0, stricter: 0 }
  await fc.assert(
    fc.asyncProperty(diagram, async (text) => {
      const [theirs, ours] = [await readByMermaid(text), readHere(text)]
      if (theirs === null) expect({ text, ours }).toEqual({ text, ours: null })
      else if (ours !== null) expect({ text, ...ours }).toEqual({ text, ...theirs })
      counts[ours !== null ? 'both' : theirs === null ? 'neither' : 'stricter']++
    }),
    { numRuns: 600 },
  )
  expect(counts.both).toBeGreaterThan(100)
  expect(counts.neither).toBeGreaterThan(50)
})

test('every run of the catalogue is a diagram that Mermaid reads, and reads as it is read here', async () => {
  for (const scenario of catalogue) {
    const trace = replay(scenario, openingOf(scenario).slice(0, 400))
    const text = mermaidOf(trace)
    const theirs = await readByMermaid(text)
    expect([scenario.scenario, theirs === null]).toEqual([scenario.scenario, false])
    expect(readHere(text)).toEqual(theirs)
  }
}, 60_000)

test('any run of any scenario is a diagram to both', async () => {
  await fc.assert(
    fc.asyncProperty(anyTrace, async (trace) => {
      const text = mermaidOf(trace)
      const theirs = await readByMermaid(text)
      expect(theirs).not.toBeNull()
      expect(readHere(text)).toEqual(theirs)
    }),
    { numRuns: 60 },
  )
}, 60_000)

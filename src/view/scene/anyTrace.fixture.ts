/** Any run of any scenario of the first catalogue's vocabulary, for properties that must hold of all of them. */
import fc from 'fast-check'
import { sketched } from '../../course/narration/runs.fixture'
import { guards } from '../../model/guards'
import { replay } from '../../model/engine/replay'
import type { Trace } from '../../model/engine/trace'
import { withProtocol } from '../../model/scenario/edits'
import { protocols } from '../../model/protocols'

const names = ['T1', 'T2', 'T3', 'T4']

const operations = fc.array(fc.constantFrom('read x', 'write x', 'read y', 'write y', 'any'), {
  minLength: 1,
  maxLength: 3,
})

/** A few guards at a time: of many together some pair nearly always means nothing. */
const guardChoice = fc
  .subarray(
    guards.filter(({ values }) => values.length > 0),
    { maxLength: 3 },
  )
  .chain((some) => fc.tuple(...some.map(({ name, values }) => fc.tuple(fc.constant(name), fc.constantFrom(...values)))))
  .map((pairs) => Object.fromEntries(pairs))

const set = (chosen: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as Record<string, string>

const scenario = fc
  .record({
    read: fc.constantFrom(...Object.keys(protocols.read)),
    write: fc.constantFrom(...Object.keys(protocols.write)),
    guards: guardChoice,
    cache: fc.constantFrom({}, { x: 1 }, { x: 1, y: 1 }),
    database: fc.constantFrom({ x: 1 }, { x: 1, y: 2 }),
    clients: fc.array(operations, { minLength: 1, maxLength: 4 }),
    crashes: fc.boolean(),
    evict: fc.integer({ min: 0, max: 2 }),
    expire: fc.constantFrom<(number | 'any')[]>(0, 1, 'any'),
    replica: fc.constantFrom('current', 'lagging'),
    redeliver: fc.integer({ min: 0, max: 1 }),
    'lost-delete': fc.constantFrom<(number | 'true')[]>(0, 1, 'true'),
    'lost-store': fc.constantFrom<(number | 'true')[]>(0, 1, 'true'),
    'late-request': fc.integer({ min: 0, max: 2 }),
    'database-write-fails': fc.integer({ min: 0, max: 1 }),
    'lost-answer': fc.integer({ min: 0, max: 1 }),
  })
  .map(({ clients, crashes, guards: chosen, ...rest }) => {
    const named = Object.fromEntries(clients.map((list, index) => [names[index] ?? 'T9', list]))
    return sketched({ ...rest, guards: set(chosen), clients: named, crash: crashes ? Object.keys(named) : [] })
  })
  // Choosing the same pattern again takes away whatever means nothing beside the rest.
  .map((chosen) => withProtocol(chosen, 'write', chosen.protocol.write))

/** A run that takes, at each of up to 12 points, one of the steps that are enabled there. */
export const anyTrace: fc.Arbitrary<Trace> = fc
  .tuple(scenario, fc.array(fc.nat(30), { maxLength: 12 }))
  .map(([chosen, picks]) => {
    let trace = replay(chosen, [])
    const words: string[] = []
    for (const pick of picks) {
      const word = trace.enabled[pick % Math.max(1, trace.enabled.length)]
      if (word === undefined) break
      words.push(word)
      trace = replay(chosen, words)
    }
    return trace
  })

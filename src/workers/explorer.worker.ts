/**
 * The explorer off the main thread. Checks run in slices with a pause between them, so that a cancel is
 * heard; the clock for the budget is brought here, since the model has none.
 */
import { replay } from '../model/engine/replay'
import { checking } from '../model/explore/check'
import { gathering } from '../model/explore/find/facts'
import { finding } from '../model/explore/find/find'
import { hinting } from '../model/explore/hints/hint'
import { mapOf } from '../model/explore/mapOf'
import { memory } from '../model/own/memory'
import { propertyNamed } from '../model/properties'
import type { Property } from '../model/properties/property'
import type { Answer, Question } from './messages'
import { now, runSliced } from './runSliced'

const cancelled = new Set<number>()

/** Answers, after whatever learners' programs were seen to do: the page can follow only what it has been told. */
function answer(message: Answer): void {
  const ways = memory.taken()
  if (ways.length > 0) self.postMessage({ type: 'ways', run: message.run, ways } satisfies Answer)
  self.postMessage(message)
}

const desk = { answer, cancelled }

function known(name: string): Property {
  const property = propertyNamed(name)
  if (property === undefined) throw new Error(`There is no property "${name}".`)
  return property
}

/** Each kind of question that is worked on in slices, and the answer it gets; null for the others. */
function sliced(question: Question): Promise<void> | null {
  const { run } = question
  switch (question.type) {
    case 'check': {
      const { scenario, isSymmetric = true } = question
      return runSliced(desk, run, checking(scenario, { now, isSymmetric }), (report) => ({
        type: 'report',
        run,
        report,
      }))
    }
    case 'find':
      return runSliced(desk, run, finding(question.scenario, question.query, { now }), (found) => ({
        type: 'found',
        run,
        found,
      }))
    case 'facts':
      return runSliced(desk, run, gathering(question.scenario, known(question.property), { now }), (facts) => ({
        type: 'facts',
        run,
        facts,
      }))
    case 'hint':
      return runSliced(desk, run, hinting(question.scenario, question.schedule, { now }), (hint) => ({
        type: 'hint',
        run,
        hint,
      }))
    default:
      return null
  }
}

/** Learners' programs need an interpreter, which nobody else has to load. */
const own = () => import('./own/prepared')

async function answerTo(question: Exclude<Question, { type: 'cancel' }>): Promise<void> {
  const { run } = question
  if (question.type === 'read') {
    const { usesOf } = await own()
    answer({ type: 'read', run, uses: await usesOf(question.role, question.text) })
    return
  }
  const { scenario } = question
  if (scenario.own !== undefined) await (await own()).prepare(scenario.own)
  if (question.type === 'map') {
    answer({ type: 'map', run, map: mapOf(scenario, question.property, question.prefix) })
  } else if (question.type === 'learn') {
    for (const word of replay(scenario, question.schedule).enabled) replay(scenario, [...question.schedule, word])
    answer({ type: 'learned', run })
  } else {
    await sliced(question)
  }
}

async function respond(question: Question): Promise<void> {
  if (question.type === 'cancel') return void cancelled.add(question.run)
  try {
    await answerTo(question)
  } catch (error) {
    const isAboutOwn = question.type === 'read' || question.scenario.own !== undefined
    const refusal = isAboutOwn ? (await own()).refusalIn(error) : null
    const message = refusal?.why ?? (error instanceof Error ? error.message : String(error))
    const blamed = refusal && { own: { role: refusal.role, line: refusal.line } }
    answer({ type: 'failed', run: question.run, message, ...blamed })
  }
}

self.onmessage = (event: MessageEvent<Question>) => void respond(event.data)

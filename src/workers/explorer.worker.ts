/**
 * The explorer off the main thread. Checks run in slices with a pause between them, so that a cancel is
 * heard; the clock for the budget is brought here, since the model has none.
 */
import { checking } from '../model/explore/check'
import { gathering } from '../model/explore/find/facts'
import { finding } from '../model/explore/find/find'
import { hinting } from '../model/explore/hints/hint'
import { mapOf } from '../model/explore/mapOf'
import { propertyNamed } from '../model/properties'
import type { Property } from '../model/properties/property'
import type { Answer, Question } from './messages'
import { now, runSliced } from './runSliced'

const cancelled = new Set<number>()
const answer = (message: Answer) => self.postMessage(message)

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

async function respond(question: Question): Promise<void> {
  if (question.type === 'cancel') return void cancelled.add(question.run)
  try {
    if (question.type !== 'map') {
      await sliced(question)
      return
    }
    const { run, scenario, property, prefix } = question
    answer({ type: 'map', run, map: mapOf(scenario, property, prefix) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    answer({ type: 'failed', run: question.run, message })
  }
}

self.onmessage = (event: MessageEvent<Question>) => void respond(event.data)

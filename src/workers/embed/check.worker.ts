/** The embedded page's explorer: it checks scenarios and does nothing else, so that the page stays small. */
import { checking } from '../../model/explore/check'
import type { Answer, Question } from '../messages'
import { now, runSliced } from '../runSliced'

const cancelled = new Set<number>()
const answer = (message: Answer) => self.postMessage(message)

async function respond(question: Question): Promise<void> {
  if (question.type === 'cancel') {
    cancelled.add(question.run)
    return
  }
  try {
    if (question.type !== 'check') throw new Error('This is not known here. Open the full Lab.')
    const { run, scenario } = question
    await runSliced({ answer, cancelled }, run, checking(scenario, { now }), (report) => ({
      type: 'report',
      run,
      report,
    }))
  } catch (error) {
    answer({ type: 'failed', run: question.run, message: error instanceof Error ? error.message : String(error) })
  }
}

self.onmessage = (event: MessageEvent<Question>) => void respond(event.data)

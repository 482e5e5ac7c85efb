/** Which option of a prediction comes true, from the engine: there is no key to look it up in. */
import type { Trace } from '../../model/engine/trace'
import { keysOf } from '../../model/scenario/scenario'
import { evaluate, parseExpression } from './expression'
import type { PredictBlock } from './lesson'

/** The option's place; -1 where none does, which no lesson that has been built allows. */
export function truthOf({ options, at }: Pick<PredictBlock, 'options' | 'at'>, trace: Trace): number {
  const { scenario } = trace
  const names = { keys: keysOf(scenario), clients: scenario.clients.map(({ name }) => name) }
  return options.findIndex(({ expression }) => {
    const parsed = parseExpression(expression, names)
    return 'expression' in parsed && evaluate(parsed.expression, trace, at + 1)
  })
}

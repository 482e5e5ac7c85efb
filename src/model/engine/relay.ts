/**
 * Runs a program in which each request goes through somebody's hands: it may be asked as it is, changed,
 * or replaced by others; the program gets whatever reply comes out, or the error.
 */
import type { Asking, Request } from './program'

export function* relay<Result>(inner: Asking<Result>, pass: (request: Request) => Asking<unknown>): Asking<Result> {
  let step = inner.next()
  while (step.done !== true) {
    let reply: unknown
    try {
      reply = yield* pass(step.value)
    } catch (failure) {
      step = inner.throw(failure)
      continue
    }
    step = inner.next(reply)
  }
  return step.value
}

/**
 * Where in the source a request was made.
 *
 * A build plugin wraps every `yield*` of a protocol or guard in `at(place, ...)`. The innermost place
 * is stamped first, so that `places[0]` is the guard that chose the request; then comes the line of the
 * protocol that a learner is reading, and last whatever guard goes around the operation. Without the plugin there are no places, and nothing
 * else changes.
 */
import { changed, type Asking } from './program'

/** A line (from 1) of the text of one program; `source` is the program's or the guard's name in the catalogue of sources. */
export interface Place {
  readonly source: string
  readonly line: number
}

/** Runs `inner` and stamps each of its requests with `place`. */
export const at = <Result>(place: Place, inner: Asking<Result>): Asking<Result> =>
  changed(inner, (request) => ({ ...request, places: [...(request.places ?? []), place] }))

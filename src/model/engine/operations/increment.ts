/**
 * What an increment is made of: the read pattern's program and the write pattern's, in one operation.
 *
 * The reading is a part of its own, so that a load which the cache has begun outlives its client. Whatever
 * makes the new version in the writing carries the version that was read as its basis: the new value is one
 * more than that one. Without a version that was read, it adds to whatever is there. With
 * `increments: compare-and-set` the database compares as it commits, and a refusal is an error that the
 * writing program gets in the place of its answer.
 */
import { ask, isRefusal, RequestFailed, type Asking, type Parts, type Request } from '../program'
import { relay } from '../relay'
import { requestKinds } from '../resources'
import { UPDATE_IF_UNCHANGED } from '../resources/database'

/** Adds to whatever version is there. */
const WHATEVER = 0

const writesVersion = ({ kind }: Request): boolean => {
  const { makesVersion, role } = requestKinds.get(kind) ?? {}
  return makesVersion === true || role === 'commit'
}

export const partsOf = (reading: Parts['read'], writing: Parts['read'], compares: boolean): Parts => ({
  read: (key) => relay(reading(key), (request) => ask({ ...request, part: 'read' })),
  write: (key, seen = WHATEVER) =>
    relay(writing(key), (request) => (writesVersion(request) ? add(request, seen, compares) : ask(request))),
})

function* add(request: Request, basis: number, compares: boolean): Asking<unknown> {
  if (!compares || basis === WHATEVER) return yield* ask({ ...request, basis })
  const isPlain = request.kind === 'database.update'
  const reply = yield* ask({ ...request, ...(isPlain ? { kind: UPDATE_IF_UNCHANGED, expected: basis } : {}), basis })
  if (isRefusal(reply)) throw new RequestFailed()
  return reply
}

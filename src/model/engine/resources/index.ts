/** Every kind of request there is, and the plain resources that a protocol starts from. */
import type { RequestKind } from '../kind'
import type { Resources } from '../program'
import { cache, cacheKinds } from './cache'
import { compareAndSetKinds } from './compareAndSet'
import { database, databaseKinds } from './database'
import { leaseKinds } from './lease'

const all: readonly RequestKind[] = [...cacheKinds, ...compareAndSetKinds, ...leaseKinds, ...databaseKinds]

export const requestKinds: ReadonlyMap<string, RequestKind> = new Map(all.map((kind) => [kind.kind, kind]))

/** The lane that a request goes to. */
export const resourceOf = (kind: string): 'cache' | 'database' => requestKinds.get(kind)?.resource ?? 'cache'

/** What a diagram calls a request. */
export const labelOf = (kind: string): string => requestKinds.get(kind)?.label ?? kind

export const plainResources: Resources = Object.freeze({
  cache,
  database,
  timer: Object.freeze({ deleteLater: 'delete' }),
  fill: (key, row) => cache.set(key, row),
} satisfies Resources)

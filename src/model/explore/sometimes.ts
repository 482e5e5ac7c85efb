/**
 * What does happen in some run, so that nothing is green because nothing happened.
 *
 * The edges of the automata are exactly the replies that the search has met, so they tell it for free.
 */
import type { Node } from '../engine/automaton'
import type { Model } from '../engine/compile'

/** In the order in which they are listed. */
const facts: readonly (readonly [string, (node: Node, reply: unknown) => boolean])[] = [
  ['a miss', (_, reply) => has(reply, 'found', false)],
  ['a hit', (_, reply) => has(reply, 'found', true)],
  ['a fill', (node, reply) => isFill(node) && !has(reply, 'stored', false)],
  ['a refused fill', (node, reply) => isFill(node) && has(reply, 'stored', false)],
  ['a refused store by a writer', (node, reply) => isWriterStore(node) && has(reply, 'stored', false)],
  ['a lost lease', (_, reply) => has(reply, 'token', false)],
  ['a remote marker that is found', (_, reply) => has(reply, 'marked', true)],
  ['a queued write', (node) => node.request.kind === 'queue.setAndEnqueue'],
  ['a commit', (node) => node.request.kind === 'database.update' || node.request.kind === 'database.put'],
]

const has = (reply: unknown, field: string, value: boolean): boolean =>
  (reply as Readonly<Record<string, unknown>>)[field] === value
const isFill = (node: Node) => node.kind.role === 'store' && node.program.role === 'read'
const isWriterStore = (node: Node) => node.kind.role === 'store' && node.program.role === 'write'

/** Facts of requests that were not answered. */
const unanswered: readonly (readonly [string, (node: Node) => boolean])[] = [
  ['a request that the cache did not answer', (node) => node.presumed !== null],
  ['a write that the database did not confirm', (node) => node.failed !== null],
]

/** The facts of everything that the model's automata have met. */
export function sometimesOf(model: Model): readonly string[] {
  const met = new Set<string>()
  for (const node of model.automata.nodes) {
    if (node === null) continue
    node.edges.forEach((edge, code) => {
      if (!edge) return
      const reply = node.kind.decode(code)
      for (const [fact, isIt] of facts) if (isIt(node, reply)) met.add(fact)
    })
    for (const [fact, isIt] of unanswered) if (isIt(node)) met.add(fact)
  }
  return [...facts, ...unanswered].map(([fact]) => fact).filter((fact) => met.has(fact))
}

/** Why a word of a schedule names nothing that can happen in a world, as a clause. */
import type { WorldView } from '../../model/engine/view'
import { isWaiting, waitsFor } from './causes'

/** @param enabled the words of what can happen there */
export function obstacle(world: WorldView, word: string, enabled: readonly string[]): string {
  const [plain = '', mark] = word.split('!')
  const [name = '', subject = ''] = plain.split(':')
  const client = world.clients[name]
  if (client?.status === 'crashed') return `${name} has crashed`
  if (client?.status === 'done') return `${name} has nothing left to do`
  if (isWaiting(client)) {
    const awaited = waitsFor(world, client)
    return `${name} has to wait for ${awaited === null ? 'another client' : `${awaited.holder}'s ${awaited.what}`}`
  }
  if (client !== undefined && mark !== undefined) return `${name} asks for nothing there that this could happen to`
  if (name === 'timer') return `no timer of ${subject} is set`
  if ((name === 'evict' || name === 'expire') && (world.cache[subject] ?? null) === null)
    return `${subject} is not cached`
  return enabled.length === 0 ? 'the run is over' : `what can happen there is ${enabled.join(', ')}`
}

/** Compares what each server had at the end with what the model has. */
import type { Finals } from './recording'
import { agrees, inWords, Line, type Answer } from './reply'
import type { Run } from './run'
import { memcachedCommands } from './memcached'

/** What `mg key v` answers: a value with the marks that came with it. */
function memcachedFinal(run: Run, key: string): Answer {
  const [line, value] = memcachedCommands.get('mg')!.read([key, 'v'])!.perform(run.memcached, '') as readonly Answer[]
  if (!(line instanceof Line) || value === undefined) return null
  return { value, flags: line.text.split(' ').slice(2).join(' ') }
}

/** One sentence about the first difference; null where there is none. */
export function compareFinals(finals: Finals, run: Run): string | null {
  const found = {
    redis: (key: string): Answer => run.redis.get(key),
    memcached: (key: string): Answer => memcachedFinal(run, key),
    database: (key: string): Answer => run.postgres.committed(key),
  }
  for (const server of ['redis', 'memcached', 'database'] as const)
    for (const [key, recorded] of finals[server]) {
      const answer = found[server](key)
      if (!agrees(recorded, answer))
        return `At the end, after the last step, ${server} has ${inWords(recorded)} under ${key} in the recording and ${inWords(answer)} in the model.`
    }
  return null
}

/** Understands what a recording says was asked: `redis> GET x`, `memcached> md x`, `postgres> read(x)`. */
import { nearest } from '../scenario/names'
import { quoted } from '../scenario/problem'
import type { Call, Command } from './call'
import { memcachedCommands } from './memcached'
import { postgresStatements } from './postgres/statements'
import type { Request, ServerName } from './recording'
import { redisCommands } from './redis'
import { WrongRecording } from './wrongRecording'

/** How a look at a process's own clock is written. */
const CLOCK = '{"t":"clock"}'

/** A name and the words after it. */
interface Parts {
  readonly name: string
  readonly words: readonly string[]
}

const inWords = (text: string): Parts => {
  const [name = '', ...words] = text.split(' ')
  return { name, words }
}

/** `write(x, 1)`; null where there are no brackets. */
function asCall(text: string): Parts | null {
  const found = /^(\w*)\((.*)\)$/s.exec(text)
  if (!found) return null
  const [, name = '', inside = ''] = found
  return { name, words: inside === '' ? [] : inside.split(', ') }
}

/** `where` begins a sentence: `Step 3`. */
export function readRequest(text: string, where: string): Request {
  if (text === CLOCK) return { server: 'clock' }
  const [, server, asked = ''] = /^(redis|memcached|postgres)> (.*)$/s.exec(text) ?? []
  if (server === 'redis') {
    const { name, words } = inWords(asked)
    return { server, call: callOf(redisCommands, { name: name.toUpperCase(), words }, server, text, where) }
  }
  if (server === 'memcached') return { server, call: callOf(memcachedCommands, inWords(asked), server, text, where) }
  if (server === 'postgres') {
    const parts = asCall(asked) ?? { name: asked, words: [''] }
    return { server, call: callOf(postgresStatements, parts, server, text, where) }
  }
  throw new WrongRecording(
    `${where} asks ${quoted(text)}, which begins with no server. Begin it with "redis> ", "memcached> " or "postgres> ".`,
  )
}

function callOf<Server>(
  commands: ReadonlyMap<string, Command<Server>>,
  { name, words }: Parts,
  server: ServerName,
  text: string,
  where: string,
): Call<Server> {
  const command = commands.get(name)
  if (command === undefined) {
    const near = nearest(name, [...commands.keys()])
    const advice = near === null ? 'What may be asked stands in docs/recordings.md.' : `Did you mean "${near}"?`
    throw new WrongRecording(`${where} asks ${quoted(text)}, and ${server} is asked no ${quoted(name)} here. ${advice}`)
  }
  const call = command.read(words)
  if (call === null)
    throw new WrongRecording(`${where} asks ${quoted(text)}, which means nothing. It is written ${command.usage}.`)
  return call
}

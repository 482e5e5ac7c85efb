/**
 * The cache that a script is given: the commands of Redis as they are replayed for recordings, on the model's own cache.
 */
import { RunClock } from '../../model/recordings/clock'
import { redisCommands } from '../../model/recordings/redis'
import { readOptions } from '../../model/recordings/redis/options'
import { Redis } from '../../model/recordings/redis/redis'
import { redisWorld } from '../../model/recordings/serverWorlds'
import { Texts } from '../../model/recordings/texts'
import type { ScriptAnswer, ScriptCall } from './messages'

const CLIENT = 'script'

/** From here on, 17 digits are too few to write a number without an exponent. */
const EXPONENT_FROM = 1e17

export class ScriptCache {
  private readonly redis: Redis
  private readonly isList: boolean
  private readonly key: string

  constructor({ key, before, lasts, passes }: ScriptCall) {
    const clock = new RunClock()
    const world = redisWorld({ rows: new Map(), processes: [CLIENT], commits: 0 }, [key])
    const texts = new Texts('plain')
    this.key = key
    this.redis = new Redis(
      world,
      clock,
      [key],
      () => texts,
      () => null,
    )
    this.isList = typeof before === 'object' && before !== null
    if (typeof before === 'string') this.redis.store(key, before, lasts)
    clock.pass(passes)
  }

  /** `redis.call`: throws what Redis would refuse with. */
  call(words: readonly unknown[]): unknown {
    const [name = '', ...rest] = words.map(wordOf)
    const command = redisCommands.get(name.toUpperCase())
    if (command === undefined) throw new Error(`ERR Unknown Redis command called from script`)
    if (rest[0] !== undefined && rest[0] !== this.key)
      throw new Error(`ERR Script attempted to access the key ${rest[0]}, which is not in KEYS`)
    if (this.isList) throw new Error('WRONGTYPE Operation against a key holding the wrong kind of value')
    const call = isMisread(name, rest) ? null : command.read(rest)
    if (call === null) throw new Error(whyNot(name, rest, command.usage))
    return answerOf(call.perform(this.redis, CLIENT))
  }

  contents(): Pick<ScriptAnswer, 'after' | 'lasts'> {
    if (this.isList) return { after: '(list)', lasts: null }
    const end = this.redis.endOf(this.key)
    return { after: this.redis.get(this.key), lasts: end === null ? null : end - this.redis.clock.now }
  }
}

/** A word of a command: texts as they are, numbers with 17 digits. */
function wordOf(word: unknown): string {
  if (typeof word === 'string') return word
  if (typeof word === 'bigint') return String(word)
  if (typeof word !== 'number') throw new Error('ERR Lua redis lib command arguments must be strings or integers')
  return Number.isInteger(word) && Math.abs(word) < EXPONENT_FROM ? String(word) : word.toExponential()
}

/** A script's words are whole; where a recording's are not, what is no option would be read as more of the value. */
const isMisread = (name: string, words: readonly string[]): boolean =>
  name.toUpperCase() === 'SET' && readOptions(words.slice(2)) === null

/** Why a command is not understood, in the words of Redis where they are known. */
function whyNot(name: string, words: readonly string[], usage: string): string {
  const unit = words.findIndex((word) => /^(EX|PX)$/i.test(word))
  if (unit >= 0 && !/^-?\d+$/.test(words[unit + 1] ?? '')) return 'ERR value is not an integer or out of range'
  return `ERR wrong number of arguments for '${name.toLowerCase()}' command, which is ${usage}`
}

/** What Lua is told: false stands for nothing, as in Redis; an error is raised. */
function answerOf(answer: unknown): unknown {
  if (answer === null) return false
  if (typeof answer === 'string' && answer.startsWith('ERR: ')) throw new Error(answer.slice('ERR: '.length))
  return answer === 'OK' ? { ok: 'OK' } : answer
}

/** Every command of Redis that a recording may ask. Adding one means its line in a file here and a test. */
import type { Call, Command } from '../call'
import { expiry } from './expiry'
import { hashes } from './hashes'
import type { Redis } from './redis'
import { evaluate } from './scripts'
import { strings } from './strings'
import { queuedWhileInside, transactions } from './transactions'

const flush = (name: string): Command<Redis> => ({
  name,
  usage: name,
  read: (words) =>
    words.length > 0
      ? null
      : {
          keys: [],
          perform(redis) {
            redis.flush()
            return 'OK'
          },
        },
})

/** Commands by name, in capitals; each one waits for EXEC where its process is inside a transaction. */
export const redisCommands: ReadonlyMap<string, Command<Redis>> = new Map(
  [...strings, ...expiry, ...hashes, ...transactions, evaluate, flush('FLUSHALL'), flush('FLUSHDB')].map((command) => [
    command.name,
    {
      ...command,
      read(words: readonly string[]): Call<Redis> | null {
        const call = command.read(words)
        return call && queuedWhileInside(command.name, call)
      },
    },
  ]),
)

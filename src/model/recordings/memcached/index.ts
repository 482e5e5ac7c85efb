/** Every command of memcached that a recording may ask. Adding one means its line in a file here and a test. */
import type { Command } from '../call'
import { classicCommands } from './classic'
import type { Memcached } from './memcached'
import { metaCommands } from './meta'

export const memcachedCommands: ReadonlyMap<string, Command<Memcached>> = new Map(
  [...metaCommands, ...classicCommands].map((command) => [command.name, command]),
)

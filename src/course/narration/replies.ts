/** Reads replies, which events carry as unknown data: what a cache, a lease or a database has said. */

const field = (reply: unknown, name: string): unknown =>
  typeof reply === 'object' && reply !== null ? (reply as Readonly<Record<string, unknown>>)[name] : undefined

/** The version in a reply: of a hit, a row or a commit; null for a miss and for a reply without one. */
export function versionIn(reply: unknown): number | null {
  const version = field(reply, 'version')
  return typeof version === 'number' ? version : null
}

/** A conditional store that was refused; any other reply was not. */
export const isRefusal = (reply: unknown): boolean => field(reply, 'stored') === false

/** Whether a miss handed out the lease: null where no lease is in play. */
export function leaseWon(reply: unknown): boolean | null {
  const token = field(reply, 'token')
  return typeof token === 'boolean' ? token : null
}

/** The loop that each way to write closes between the load, the cache and the database, in one sentence. */
const loops: Readonly<Record<string, string>> = {
  'write-through':
    'Each write waits for the database and then for the cache, so a slow database slows its writers down; clients that wait send less, arrivals that do not wait pile up in front of it.',
  'write-through-cache-first':
    'Each write changes the cache and then waits for the database, so what readers see runs ahead of what is safe for as long as the database is behind.',
  'write-behind':
    'The longer updates wait, the more of them fall on a key that waits already and become one write, so the stock slows its own growth; it stops growing only at the number of keys.',
  'write-around':
    'Writes leave the cache alone, so copies grow old until something removes them; fewer misses keep the database free, and what keeps them low is that nobody hears of a change.',
  'write-invalidate':
    'Each write deletes what readers use, so more writes make more misses, and misses ask the same database that the writes wait for.',
  'delete-then-write':
    'Each write deletes first, so readers that come before the commit load the old version again, and the busier the key, the surer it is that one does.',
  'double-delete':
    'Each write deletes twice, so it costs two misses; the second one takes away what was loaded between the first and the commit, if it comes late enough.',
  'deferred-invalidate':
    'Each write leaves a delete for later, so a longer delay makes a longer stale window and fewer late fills that outlive it.',
  'change-log':
    'A listener refreshes the cache from the log of commits, so readers do not miss what changed; a listener that falls behind makes the whole cache old at once.',
}

export const loopOf = (write: string): string => loops[write] ?? ''

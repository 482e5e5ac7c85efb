import { expectSayings, now } from '../saying.fixture'

const stamping = (guards: Readonly<Record<string, string>>) => ({
  write: 'write-through',
  expire: 1,
  evict: 1,
  guards: { expiry: 'after-write', 'reject-old-fills': 'at-select', ...guards },
})

const stored = 'T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.'

expectSayings([
  [
    'a fill whose stamp is too old',
    stamping({ 'compare-and-set': 'newer' }),
    'T1 T1 T2 T2 expire:x T1',
    [
      'good',
      'time stamp',
      null,
      "T1's fill is refused, because its stamp is older than a lifetime: what was stored since had expired by step 5.",
    ],
  ],
  [
    'a fill whose stamp is fresh, against a newer entry',
    stamping({ 'compare-and-set': 'newer' }),
    'T1 T1 T2 T2 T1',
    [
      'good',
      'compare-and-set',
      null,
      "T1's fill is refused, because the cache already holds version 2, stored at step 4.",
    ],
  ],
  [
    'a stamp that an eviction leaves fresh',
    stamping({}),
    'T1 T1 T2 T2 evict:x T1',
    [
      'bad',
      'stale fill',
      now,
      `${stored} Nothing that was stored since had expired by age, so its stamp was still fresh.`,
    ],
  ],
  [
    'a stamp that was taken just before the fill',
    stamping({ 'reject-old-fills': 'at-fill' }),
    'T1 T1 T2 T2 expire:x T1',
    ['bad', 'stale fill', now, `${stored} Its stamp was taken just before the fill, so it was fresh.`],
  ],
  [
    'the stamp of a fast clock',
    stamping({ clock: 'T1:1' }),
    'T1 T1 T2 T2 expire:x T1',
    ['bad', 'stale fill', now, `${stored} T1's clock is fast, so its stamp looked fresh.`],
  ],
  [
    'the stamp of a slow clock',
    stamping({ clock: 'T1:-1' }),
    'T1 T1 T1',
    [
      'plain',
      'time stamp',
      null,
      "T1's fill is refused, because T1's clock is slow, and its stamp looks older than a lifetime.",
    ],
  ],
])

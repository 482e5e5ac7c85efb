/**
 * What is known of versions by now, so that a read can be called stale, and how stale.
 *
 * A version is known once it is committed or its write is acknowledged, whichever is first. It is superseded when a
 * newer one becomes known. Versions of a key go up by one, so the moments lie in a table by key and version, of a
 * million places that are used again and again; where one has been overwritten, the next newer version that is still
 * remembered stands for it, and the age is then too small. What lies in the cache for long has its moment written down
 * beside it, and is exact.
 */
import { FIRST_VERSION } from '../plan/onePlace'

const PLACES = 2 ** 20
/** How many versions are looked at before the newest one's moment is taken. */
const LOOKS = 64

export class Freshness {
  /** The newest version that is known, by key. */
  readonly newest: Uint32Array
  /** Since when the newest one has been known. */
  private readonly since: Float64Array
  /** Since when what is cached has been superseded; Infinity where it has not. */
  private readonly cachedSince: Float64Array
  private readonly cached: Uint32Array
  private readonly keyAt: Int32Array
  private readonly versionAt: Uint32Array
  private readonly tickAt: Float64Array

  constructor(keys: number) {
    // A small run needs no large table.
    let places = 2 ** 16
    while (places < PLACES && places < 64 * keys) places *= 2
    this.newest = new Uint32Array(keys).fill(FIRST_VERSION)
    this.since = new Float64Array(keys)
    this.cachedSince = new Float64Array(keys).fill(Infinity)
    this.cached = new Uint32Array(keys)
    this.keyAt = new Int32Array(places).fill(-1)
    this.versionAt = new Uint32Array(places)
    this.tickAt = new Float64Array(places)
  }

  /** A version has been committed, or its write acknowledged. */
  known(key: number, version: number, tick: number): void {
    if (version <= this.newest[key]!) return
    this.newest[key] = version
    this.since[key] = tick
    if (this.cached[key]! < version && this.cachedSince[key] === Infinity) this.cachedSince[key] = tick
    const at = this.placeOf(key, version)
    this.keyAt[at] = key
    this.versionAt[at] = version
    this.tickAt[at] = tick
  }

  /** A version has been put into the cache. */
  stored(key: number, version: number): void {
    this.cached[key] = version
    this.cachedSince[key] = version < this.newest[key]! ? this.supersededAt(key, version) : Infinity
  }

  /** Since when what is cached has been superseded. */
  cachedSupersededAt(key: number): number {
    return this.cachedSince[key]!
  }

  /** When an older version than the newest one was superseded. */
  supersededAt(key: number, version: number): number {
    const end = Math.min(this.newest[key]!, version + LOOKS)
    for (let next = version + 1; next <= end; next++) {
      const at = this.placeOf(key, next)
      if (this.keyAt[at] === key && this.versionAt[at] === next) return this.tickAt[at]!
    }
    return this.since[key]!
  }

  private placeOf(key: number, version: number): number {
    return (Math.imul(key, 0x9e3779b1) + version) & (this.keyAt.length - 1)
  }
}

/**
 * Chance by counting: the draw with a given seed, stream, operation and number is always the same, whatever was drawn
 * before it. 32-bit integer arithmetic alone, so that page, worker and Node agree in every bit.
 * Source: the block mixing and the finalizer of MurmurHash3 (Austin Appleby, public domain), on four words.
 */
import type { Stream } from './streams'

function mixed(hash: number, word: number): number {
  let block = Math.imul(word, 0xcc9e2d51)
  block = Math.imul((block << 15) | (block >>> 17), 0x1b873593)
  const sum = hash ^ block
  return (Math.imul((sum << 13) | (sum >>> 19), 5) + 0xe6546b64) | 0
}

function finished(hash: number): number {
  let sum = hash ^ (hash >>> 16)
  sum = Math.imul(sum, 0x85ebca6b)
  sum ^= sum >>> 13
  sum = Math.imul(sum, 0xc2b2ae35)
  return (sum ^ (sum >>> 16)) >>> 0
}

/** What the draws of one stream of one seed have in common; worth keeping where there are millions of them. */
export function rootOf(seed: number, stream: Stream): number {
  return finished(mixed(mixed(mixed(0, seed), Math.floor(seed / 2 ** 32)), stream))
}

/** From 0 to below 1, in steps of 2^-32: the draw number `n` of an operation. */
export function unitAt(root: number, operation: number, n: number): number {
  return finished(mixed(mixed(root, operation), n)) / 2 ** 32
}

/** From 0 to below 1, in steps of 2^-32. */
export const unit = (seed: number, stream: Stream, operation: number, n: number): number =>
  unitAt(rootOf(seed, stream), operation, n)

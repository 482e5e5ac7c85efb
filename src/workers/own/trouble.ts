/** What the interpreter says of a program that went wrong, as the end of a sentence that begins with a line. */

/** The first line of the learner's text in a list of calls; null where none of them is the learner's. */
export function lineIn(stack: string): number | null {
  const found = /\bown:(\d{1,5})/.exec(stack)?.[1]
  return found === undefined ? null : Number(found)
}

const known: readonly (readonly [RegExp, string])[] = [
  [/^InternalError: interrupted$/, 'goes on and on without asking for anything. End the loop.'],
  [
    /out of memory|too long|too large|memory access|allocat|OOM/i,
    'wants more than 32 MiB of memory. Keep only what it needs.',
  ],
  [/stack overflow|call stack/i, 'calls itself without an end. Let it stop somewhere.'],
]

/** Longer ones are cut off. */
const MESSAGE_MAX = 160

export function sentenceOf(message: string): string {
  const [, sentence] = known.find(([pattern]) => pattern.test(message)) ?? []
  if (sentence !== undefined) return sentence
  const undefinedName = /'([^']{1,40})' is not defined/.exec(message)?.[1]
  if (undefinedName !== undefined)
    return `uses ${undefinedName}, which is not there. A program has its key, what it is given, and again().`
  const plain = message.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  const short = plain.length > MESSAGE_MAX ? `${plain.slice(0, MESSAGE_MAX)} ...` : plain
  return `stops with an error: ${short.replace(/\.$/, '')}.`
}

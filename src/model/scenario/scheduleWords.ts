/**
 * What is wrong with a schedule's word: `T1`, `T1:read-x` where an operation is open, `T1!lost` for a fault at
 * the request, `crash:T1`, `evict:x`, `restart`. Whether the step can be taken is another question.
 */
import { suggestion } from './names'
import { quoted } from './problem'
import { isLaterStep, marks, stepForms } from './vocabulary'

interface Cast {
  readonly clients: readonly string[]
  readonly keys: readonly string[]
}

/** One sentence, or null where the word may stand in a schedule. */
export function scheduleWordProblem(word: string, { clients, keys }: Cast): string | null {
  const [, plain = '', mark] = /^([^!]*)(?:!(.*))?$/s.exec(word) ?? []
  const [, head = '', rest] = /^([^:]*)(?::(.*))?$/s.exec(plain) ?? []
  if (clients.includes(head)) {
    const problem = rest === undefined ? null : choiceProblem(word, head, rest, keys)
    return problem ?? markProblem(word, mark, marks)
  }
  const form = stepForms.find((each) => each.head === head && (each.of === null) === (rest === undefined))
  if (form?.of === null) return markProblem(word, mark, [])
  if (isLaterStep(head)) return notBuilt(word)
  if (rest === undefined) return noStep(word, plain, clients)
  if (form === undefined) return noStep(word, head, [...clients, ...stepForms.map((each) => each.head)])
  const known = form.of === 'client' ? clients : keys
  const subject = form.isNumbered === true ? rest.replace(/-([2-9]|[1-9]\d{1,2})$/, '') : rest
  return known.includes(subject) ? markProblem(word, mark, form.marks ?? []) : noStep(word, rest, known)
}

/** What is wrong with the choice of an open `any`. */
function choiceProblem(word: string, head: string, rest: string, keys: readonly string[]): string | null {
  const [, role, key] = /^(read|write)-(.*)$/s.exec(rest) ?? []
  if (role === undefined || key === undefined)
    return `The schedule's word ${quoted(word)} chooses nothing. Write e.g. ${head}:read-${keys[0] ?? 'x'}.`
  return keys.includes(key) ? null : noStep(word, key, keys)
}

/** What is wrong with the fault that follows a `!`. */
function markProblem(word: string, mark: string | undefined, known: readonly string[]): string | null {
  if (mark === undefined || known.includes(mark)) return null
  if (known.length > 0) return noStep(word, mark, known)
  return `The schedule's word ${quoted(word)} names no step: nothing is asked there that a fault could strike. Leave "!" and what follows it out.`
}

const notBuilt = (word: string) => `The schedule's word ${quoted(word)} is not built yet. Leave it out.`

function noStep(word: string, part: string, known: readonly string[]): string {
  const where = part === word ? '' : `: ${quoted(part)} is unknown here`
  return `The schedule's word ${quoted(word)} names no step${where}. ${suggestion(part, known)}`
}

/** What a claim's line says beside its verdict: every number in it was found by the check. */
import type { ClaimBlock, Finding } from '../../course/lesson/lesson'

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** The verdict on a statement, as one would say it in class. */
export const verdictWord = ({ verdict }: ClaimBlock): string => (verdict === 'holds' ? 'Proved.' : 'Refuted.')

/** How many interleavings break it, and how short the shortest is. Counts, never probabilities. */
export function countText({ verdict, violatedSays, finding }: ClaimBlock): string {
  const { schedules, witness, answer } = finding
  if (answer !== undefined) return stalenessText(answer, counted(witness.length, 'step'))
  if (verdict === 'holds') {
    return schedules === null
      ? 'No order of the steps breaks it.'
      : `None of ${counted(schedules.total, 'interleaving')} breaks it.`
  }
  const shortest = `The shortest takes ${counted(witness.length, 'step')}.`
  if (schedules === null) return `Some interleavings ${violatedSays}. ${shortest}`
  return `Interleavings that ${violatedSays}: ${schedules.bad} of ${schedules.total}. ${shortest}`
}

/** What whoever reads for ever sees. */
function stalenessText(answer: NonNullable<Finding['answer']>, length: string): string {
  if (answer === 'never') return 'No read is ever stale.'
  if (answer === 'bounded') return `Reads can be stale for a bounded window; the shortest way to one takes ${length}.`
  return `Reads can be stale for ever; the shortest way to the first takes ${length}.`
}

/** What was searched, for nobody should have to guess how far a verdict reaches. */
export function searchedText({ states, searched }: Finding): string {
  const { clients, operations, keys, faults } = searched
  const allowed = faults.length === 0 ? 'no faults' : faults.join(', ')
  const parts = [counted(clients, 'client'), counted(operations, 'operation'), counted(keys, 'key'), allowed]
  return `Searched: all ${counted(states, 'world')} of ${parts.join(', ')}.`
}

import { answerIn, type Result } from '../../model/explore/report'
import type { MarkedVerdict } from './VerdictMark'

/** How a result is marked: a stale window that ends is neither broken nor clean. */
export const markOf = (result: Result): MarkedVerdict => (answerIn(result) === 'bounded' ? 'bounded' : result.verdict)

/** How bad a mark is beside another: violated before unknown, then bounded before holds. */
export const markRanks: Readonly<Record<MarkedVerdict, number>> = { holds: 0, bounded: 1, unknown: 2, violated: 3 }

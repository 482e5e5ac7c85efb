/** The sheets of claims, one for each section of a document. */
import courseChoices from './03-course-choices.claims.yaml'
import courseComparison from './02-course-comparison.claims.yaml'
import coursePatterns from './01-course-patterns.claims.yaml'
import articleDelays from './10-article-delays.claims.yaml'
import articleFills from './07-article-fills.claims.yaml'
import articleInside from './05-article-inside.claims.yaml'
import articleLease from './09-article-lease.claims.yaml'
import articleLog from './11-article-log.claims.yaml'
import articleOrder from './06-article-order.claims.yaml'
import articlePatterns from './04-article-patterns.claims.yaml'
import articleSummary from './12-article-summary.claims.yaml'
import articleWriters from './08-article-writers.claims.yaml'
import primitives from './13-primitives.claims.yaml'
import { inOrder } from '../board'
import type { Claim } from '../claim'

/** All claims, in the order of the board. */
export const claims: readonly Claim[] = inOrder(
  [
    [coursePatterns, courseComparison, courseChoices],
    [articlePatterns, articleInside, articleOrder, articleFills, articleWriters],
    [articleLease, articleDelays, articleLog, articleSummary],
    [primitives],
  ].flat(2),
)

/** Runs under load: what a page, a worker or a command line needs of them. */
export { metricNamed, metrics, seriesMetrics } from './metrics'
export { hotKeysOf, Run, simulate, startRun, type RunOptions } from './run/run'
export { LoadRefused, runProblem, strategyProblem } from './refused'
export type { LoadResult, Metrics, Series, StaleRead } from './result'
export type { Strategy } from './strategy'
export type { Workload } from './workload/workload'

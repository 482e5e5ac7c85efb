/** Checkers of what clients saw of a run, each with the order that explains it or the operations to blame. */
export { isLinearizable, readBehind, type Behind, type VersionedOperation } from './linearizable'
export type { Explanation, History, HistoryOperation, Initial } from './operation'
export { explainRegisterLinearizable, isRegisterLinearizable } from './registerLinearizable'
export { explainSequential, explainSequentialPerKey, isSequential, isSequentialPerKey } from './sequential'
export { explainReadsInOrder, explainReadsYourWrites, readsInOrder, readsYourWrites } from './session'

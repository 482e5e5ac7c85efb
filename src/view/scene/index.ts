/** Pure pictures of a run: the scene for the stage. Mermaid text and the table are in files of their own, which only an export needs. */
export type { Bar, CrashMark, Flight, HoldMark, Lane, RemoteMark, Ribbon, Scene, SceneRow, Span, Token } from './scene'
export { clientLane } from './scene'
export { castKeyCount, castLanes, isLarge } from './cast'
export { sceneOf, type RowRange } from './sceneOf'

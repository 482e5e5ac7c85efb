/** What the export dialog is about: a run, and what it is called. */
import type { Trace } from '../../../model/engine/trace'

export interface ExportedRun {
  /** Files are called after it. */
  readonly name: string
  readonly title: string
  readonly about: string
  readonly trace: Trace
  /** Where the reader stands. */
  readonly playhead: number
}

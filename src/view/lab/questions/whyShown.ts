/** What is said of the step that is shown, while somebody has opened it: the picture marks it, and the transcript says it. */
import { createStore } from 'zustand/vanilla'

/** Two steps that conflict, and what it is about in a few words. */
export interface Mark {
  /** 0 for the start. */
  readonly earlier: number
  readonly later: number
  readonly text: string
}

export interface WhyShown {
  readonly marks: readonly Mark[]
  /** The same in whole sentences. */
  readonly said: string
}

export const nothingShown: WhyShown = { marks: [], said: '' }

export const whyShown = createStore<WhyShown>()(() => nothingShown)

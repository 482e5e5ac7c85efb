/** What crosses between the page and the worker in which Lua runs. */

/** One call of a script: the key, what stands under it before, and the arguments. */
export interface ScriptCall {
  readonly key: string
  /** The text under the key; null where there is none; `list` where it is no text at all. */
  readonly before: string | null | { readonly list: true }
  /** How long the text lasts, in milliseconds; null for ever. */
  readonly lasts: number | null
  /** Milliseconds that pass before the script runs. */
  readonly passes: number
  readonly args: readonly string[]
}

export interface ScriptAnswer {
  readonly reply: number | string | null
  /** One line where the script failed; null otherwise. */
  readonly error: string | null
  /** The text under the key afterwards. */
  readonly after: string | null
  /** How long it lasts from now on, in milliseconds; null for ever or where there is nothing. */
  readonly lasts: number | null
}

export interface LuaQuestion {
  readonly run: number
  readonly script: string
  readonly calls: readonly ScriptCall[]
}

export type LuaAnswer =
  | { readonly run: number; readonly answers: readonly ScriptAnswer[] }
  | { readonly run: number; readonly message: string }

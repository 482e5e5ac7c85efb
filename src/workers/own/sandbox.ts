/**
 * One learner's program in an interpreter of its own: QuickJS, compiled to WebAssembly.
 *
 * The program gets memory and steps, and nothing of the host: the only things that cross are texts. Steps are counted by
 * the interpreter, not by a clock, so the same program is stopped at the same place everywhere. After the first sign of
 * trouble the interpreter is not used again.
 */
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core'
import { OwnRefused, type Role } from '../../model/own/own'
import { prelude } from './prelude'
import type { ReadText } from './readText'
import { lineIn, sentenceOf } from './trouble'

/** Pages of 64 KiB: what an interpreter begins with, and all that it can ever have. */
const PAGES = { initial: 256, maximum: 512 }
const STACK_MAX = 192 * 1024

/** How often the interpreter looks up from its work before it is stopped; about ten thousand steps each time. */
const LOOKS_MAX = 100

export class Sandbox {
  private readonly context: QuickJSContext
  private readonly player: QuickJSHandle
  private readonly program: QuickJSHandle
  /** Told the line of each loop that goes round. */
  private readonly mark: QuickJSHandle
  private looks = 0
  /** What went wrong in it; whatever is asked from then on goes wrong in the same way. */
  trouble: OwnRefused | null = null

  /** Loads an interpreter for one program; rejects with OwnRefused where its text cannot even begin. */
  static async load(variant: QuickJSSyncVariant, role: Role, read: ReadText): Promise<Sandbox> {
    // The interpreter's own limit counts blocks and not what is in them, so the memory itself is the limit.
    const wasmMemory = new WebAssembly.Memory(PAGES)
    return new Sandbox(await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory })), role, read)
  }

  private constructor(
    module: QuickJSWASMModule,
    private readonly role: Role,
    { code }: ReadText,
  ) {
    const runtime = module.newRuntime()
    runtime.setMaxStackSize(STACK_MAX)
    runtime.setInterruptHandler(() => ++this.looks > LOOKS_MAX)
    this.context = runtime.newContext({
      intrinsics: { BaseObjects: true, Eval: true, JSON: true, MapSet: true, Proxy: true },
    })
    const { context } = this
    const world = context.unwrapResult(context.evalCode(prelude, 'prelude'))
    const part = (name: string) => context.getProp(world, name)
    this.player = part('play')
    this.mark = context.newObject()
    context.unwrapResult(context.callFunction(part('seal'), context.undefined))
    const around = this.sound(() => context.evalCode(code, 'own'))
    const marks = ['at', 'end', 'again', 'RequestFailed'].map(part)
    this.program = this.sound(() => context.callFunction(around, context.undefined, ...marks, this.mark))
  }

  /** Plays the program from its start with these replies (null for an error); what came of it, as a stranger's text. */
  play(key: string, replies: readonly (string | null)[]): string {
    const { context } = this
    const text = context.newString(JSON.stringify({ key, replies }))
    const answer = this.sound(() => context.callFunction(this.player, context.undefined, this.program, text))
    text.dispose()
    const said = context.getString(answer)
    answer.dispose()
    return said
  }

  /** What the interpreter gives, or one sentence about why it gives nothing. */
  private sound(run: () => ReturnType<QuickJSContext['callFunction']>): QuickJSHandle {
    if (this.trouble !== null) throw this.trouble
    this.looks = 0
    try {
      const result = run()
      if (result.error === undefined) return result.value
      this.trouble = this.troubleIn(result.error)
    } catch (error) {
      // The interpreter itself gave up, as it does when its own memory or the host's stack is at an end.
      this.trouble = new OwnRefused(this.role, null, sentenceOf(error instanceof Error ? error.message : String(error)))
    }
    throw this.trouble
  }

  private troubleIn(error: QuickJSHandle): OwnRefused {
    const dumped: unknown = this.context.dump(error)
    const { message, name, stack } = (
      typeof dumped === 'object' && dumped !== null ? dumped : { message: dumped }
    ) as Record<string, unknown>
    const line = message === 'interrupted' ? this.loopLine() : lineIn(String(stack))
    const kind = typeof name === 'string' ? name : 'Error'
    return new OwnRefused(this.role, line, sentenceOf(`${kind}: ${String(message)}`))
  }

  /** The line of the loop that ran last; null where there was none. */
  private loopLine(): number | null {
    const line: unknown = this.context.dump(this.context.getProp(this.mark, 'line'))
    return typeof line === 'number' ? line : null
  }
}

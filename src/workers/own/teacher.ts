/**
 * Runs learners' programs for the model: finds out what one does after a list of replies, and makes sure that it always
 * does that.
 *
 * Each program is played twice from its start; both plays, and every earlier one, must agree move by move. Interpreters
 * are loaded ahead, by `prepare`, because the model asks without waiting.
 */
import type { QuickJSSyncVariant } from 'quickjs-emscripten-core'
import { FAILED, memory, type Move, type Point } from '../../model/own/memory'
import { OwnRefused, roles, WAYS_MAX, type OwnProgram, type OwnPrograms, type Role } from '../../model/own/own'
import { teachWith } from '../../model/own/walk'
import { movesIn } from './moves'
import { readText, type ReadText } from './readText'
import { Sandbox } from './sandbox'

/** Programs whose interpreters are kept. */
const KEPT_MAX = 4

export class Teacher {
  private readonly sandboxes = new Map<string, Sandbox>()

  /** Becomes the one that the model asks. */
  constructor(private readonly variant: QuickJSSyncVariant) {
    teachWith((role, program, key, point) => this.learn(role, program, key, point))
  }

  /** Reads a text and runs what stands at its top; rejects with OwnRefused. */
  async read(role: Role, text: string): Promise<ReadText> {
    const read = readText(role, text)
    await this.load(role, text, read)
    return read
  }

  /** Makes programs ready to be asked for; rejects with OwnRefused. */
  async prepare(own: OwnPrograms): Promise<void> {
    for (const role of roles) {
      const program = own[role]
      if (program !== undefined) await this.load(role, program.text)
    }
  }

  /** One that has been in trouble is replaced, memory and all. */
  private async load(role: Role, text: string, read?: ReadText): Promise<void> {
    const name = nameOf(role, text)
    const known = this.sandboxes.get(name)
    this.sandboxes.delete(name)
    const isUsable = known !== undefined && known.trouble === null
    const sandbox = isUsable ? known : await Sandbox.load(this.variant, role, read ?? readText(role, text))
    this.sandboxes.set(name, sandbox)
    if (this.sandboxes.size > KEPT_MAX) this.sandboxes.delete(this.sandboxes.keys().next().value ?? '')
  }

  private learn(role: Role, { text }: OwnProgram, key: string, point: Point): Move {
    if (memory.count(point) >= WAYS_MAX)
      throw new OwnRefused(role, null, `can go in more than ${WAYS_MAX} ways. Let it ask for less.`)
    const sandbox = this.sandboxes.get(nameOf(role, text))
    if (sandbox === undefined) throw new Error(`The interpreter for your own ${role} is not loaded. Reload the page.`)
    const replies = point.replies.map((reply) => (reply === FAILED ? null : reply))
    const play = () => movesIn(role, key, sandbox.play(key, replies))
    const [moves, again] = [play(), play()]
    const last = moves[replies.length]
    ;[...point.movesBefore, last].forEach((earlier, at) => {
      for (const other of [again[at], earlier]) if (!isSame(moves[at], other)) throw fickle(role, moves[at], other)
    })
    if (last === undefined) throw fickle(role, last, last)
    memory.learn(point, last)
    return last
  }
}

const nameOf = (role: Role, text: string): string => `${role} ${text}`

const isSame = (a: Move | undefined, b: Move | undefined): boolean =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b)

const described = (move: Move | undefined): string => {
  if (move === undefined || 'fails' in move) return 'failed'
  if ('call' in move) return `asked ${move.call.name}`
  return move.ends === null || typeof move.ends === 'number' ? `ended with ${String(move.ends)}` : 'started over'
}

function fickle(role: Role, first: Move | undefined, then: Move | undefined): OwnRefused {
  const line = first !== undefined && 'line' in first ? first.line : null
  const what = `does not always do the same: after the same replies it once ${described(first)} and once ${described(then)}.`
  return new OwnRefused(role, line, `${what} Let it depend on its key and its replies alone.`)
}

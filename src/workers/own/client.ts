/**
 * The page's side of learners' programs: an explorer that runs nothing else.
 *
 * It is ended when it is silent for too long: an interpreter counts its own steps, but not those of a single operation of
 * the language. Whoever was asked first is to blame then, unless that was given up meanwhile; the others are asked again.
 */
import { memory } from '../../model/own/memory'
import { OwnRefused, type Role } from '../../model/own/own'
import type { Telling } from '../../model/own/wiring'
import type { Scenario } from '../../model/scenario/scenario'
import { ask, Explorer, others, type AskOptions, type Open } from '../client'
import type { Answer, Question } from '../messages'

/** How long a learner's program may keep its worker silent. */
const SILENT_MS = 10_000

const SILENT = 'Your program goes on and on without asking for anything, and was stopped. Take out what does not end.'

class OwnExplorer extends Explorer {
  private readonly questions = new Map<number, Question>()
  private patience: ReturnType<typeof setTimeout> | undefined
  /** A question was given up since the last sign of life. */
  private hasGivenUp = false

  override ask(question: Question, open: Open): void {
    this.questions.set(question.run, question)
    super.ask(question, open)
    this.bePatient()
  }

  override cancel(run: number): boolean {
    const wasOpen = super.cancel(run)
    this.hasGivenUp ||= wasOpen
    return wasOpen
  }

  protected override hear(answer: Answer): void {
    this.hasGivenUp = false
    if (answer.type === 'ways') memory.add(answer.ways)
    else if (answer.type === 'failed' && answer.own !== undefined) this.refuse(answer, answer.own)
    else super.hear(answer)
    this.bePatient()
  }

  protected override fail(message: string): void {
    clearTimeout(this.patience)
    if (present === this) present = null
    super.fail(message)
  }

  private refuse(
    { run, message }: Answer & { readonly message: string },
    own: { role: Role; line: number | null },
  ): void {
    this.open.get(run)?.reject(new OwnRefused(own.role, own.line, message))
    this.open.delete(run)
  }

  /** Begins to wait anew for the next sign of life. */
  private bePatient(): void {
    clearTimeout(this.patience)
    if (this.open.size > 0) this.patience = setTimeout(() => this.stop(), SILENT_MS)
  }

  private stop(): void {
    const left = [...this.open]
    const [first] = left
    this.open.clear()
    this.fail(SILENT)
    for (const [run, open] of left) {
      const question = this.questions.get(run)
      if (question === undefined || (run === first?.[0] && !this.hasGivenUp)) open.reject(new Error(SILENT))
      else ownExplorer().ask(question, open)
    }
  }
}

let present: OwnExplorer | null = null
const ownExplorer = (): OwnExplorer => (present ??= new OwnExplorer())

others.for = (question) => {
  const isAboutOwn = question.type === 'read' || (question.type !== 'cancel' && question.scenario.own !== undefined)
  return isAboutOwn ? ownExplorer() : null
}

/** What the text of a learner's program needs of the world around it. Rejects with OwnRefused where it is no program. */
export async function readInWorker(role: Role, text: string, options: AskOptions = {}): Promise<readonly Telling[]> {
  const answer = await ask({ type: 'read', role, text }, options)
  if (answer.type !== 'read') throw new Error(`The explorer answered a text with "${answer.type}".`)
  return answer.uses
}

/** Finds out what learners' programs do in a run, so that the page can follow it, and each step after it. */
export async function learnInWorker(
  scenario: Scenario,
  schedule: readonly string[],
  options: AskOptions = {},
): Promise<void> {
  await ask({ type: 'learn', scenario, schedule }, options)
}

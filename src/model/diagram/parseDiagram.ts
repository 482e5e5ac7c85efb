/**
 * Reads a Mermaid `sequenceDiagram` of the subset that docs/export.md describes. Never throws. What Mermaid would refuse is
 * refused with its line; what Mermaid draws and the subset leaves out is refused with what it is.
 */
import { suggestion } from '../scenario/names'
import { quoted } from '../scenario/problem'
import type { Diagram, Participant, Statement, Warning } from './diagram'
import { DIAGRAM_MAX, LINES_MAX, PARTICIPANTS_MAX } from './limits'
import { linesOf, type Line } from './lines'
import { branchOf, formOf, leftOutIn, type Form } from './statement'

export type ParsedDiagram = { readonly diagram: Diagram } | { readonly problem: Warning }

/** What a line may begin with, for whoever wrote something else. */
const beginnings = ['participant', 'actor', 'Note over', 'loop', 'alt', 'opt', 'par', 'end', 'activate', 'autonumber']

/** Thrown while a diagram is read, caught by `parseDiagram`. */
class WrongLine extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

export function parseDiagram(text: string): ParsedDiagram {
  try {
    return { diagram: new Reader().read(text) }
  } catch (error) {
    if (error instanceof WrongLine) return { problem: { line: error.line, message: error.message } }
    throw error
  }
}

/** Whether a text says that it is a diagram. */
export const isDiagram = (text: string): boolean =>
  /^sequenceDiagram\b/i.test(linesOf(text.slice(0, DIAGRAM_MAX))[0]?.text ?? '')

class Reader {
  private readonly participants = new Map<string, Participant>()
  private readonly statements: Statement[] = []
  private readonly blocks: { readonly block: string; readonly line: number }[] = []

  private readonly active = new Map<string, number>()
  private title = ''

  read(text: string): Diagram {
    if (text.length > DIAGRAM_MAX)
      throw new WrongLine(1, `The diagram has more than ${DIAGRAM_MAX / 1024} KiB. Keep the part that you want to run.`)
    const [first, ...rest] = linesOf(text)
    const beyond = rest[LINES_MAX]
    if (beyond !== undefined)
      throw new WrongLine(
        beyond.line,
        `The diagram has more than ${LINES_MAX} lines. Keep the part that you want to run.`,
      )
    this.readHead(first)
    for (const line of rest) this.readLine(line)
    const open = this.blocks.at(-1)
    if (open !== undefined)
      throw new WrongLine(
        open.line,
        `The block ${quoted(open.block)} is never closed. Write "end" after its last line.`,
      )
    return {
      title: this.title,
      participants: [...this.participants.values()],
      statements: this.statements,
    }
  }

  private readHead(first: Line | undefined): void {
    if (first === undefined) throw new WrongLine(1, 'There is nothing to read. Begin with "sequenceDiagram".')
    const [, rest] = /^sequenceDiagram\b(.*)$/i.exec(first.text) ?? []
    if (rest === undefined)
      throw new WrongLine(first.line, `The text begins with ${quoted(first.text)}. Begin with "sequenceDiagram".`)
    if (rest.trim() !== '') this.readLine({ line: first.line, text: rest.trim() })
  }

  private readLine({ line, text }: Line): void {
    const form = formOf(text)
    if (form === null) throw new WrongLine(line, problemOf(text))
    this.take(form, line)
  }

  private take(form: Form, line: number): void {
    switch (form.form) {
      case 'participant': {
        this.declare(form.id, form.label, line)
        return
      }
      case 'message':
        for (const id of [form.from, form.to]) this.mention(id, line)
        this.activate(form.activity < 0 ? form.from : form.to, form.activity, line)
        this.statements.push({
          kind: 'message',
          line,
          from: form.from,
          to: form.to,
          arrow: form.arrow,
          text: form.text,
        })
        return
      case 'note':
        for (const id of form.over) this.mention(id, line)
        this.statements.push({ kind: 'note', line, over: form.over, text: form.text })
        return
      case 'open':
        this.blocks.push({ block: form.block, line })
        this.statements.push({ kind: 'open', line, block: form.block, text: form.text })
        return
      case 'next': {
        this.goOn(form.block, form.text, line)
        return
      }
      case 'close': {
        this.close(line)
        return
      }
      case 'title':
        this.title = form.text
        return
      case 'activity':
        this.mention(form.name, line)
        this.activate(form.name, form.activity, line)
        return
      case 'look':
    }
  }

  /** Counts the bars on a lifeline: one that has not begun cannot end. */
  private activate(id: string, by: number, line: number): void {
    const count = (this.active.get(id) ?? 0) + by
    if (count < 0)
      throw new WrongLine(
        line,
        `${quoted(id)} is not active here, so it cannot be deactivated. Delete the "-", or activate it above.`,
      )
    this.active.set(id, count)
  }

  private declare(id: string, label: string | null, line: number): void {
    const known = this.participants.get(id)
    this.add({ id, label: label ?? known?.label ?? id, line: known?.line ?? line }, line)
  }

  private mention(id: string, line: number): void {
    if (!this.participants.has(id)) this.add({ id, label: id, line }, line)
  }

  private add(participant: Participant, line: number): void {
    this.participants.set(participant.id, participant)
    if (this.participants.size > PARTICIPANTS_MAX)
      throw new WrongLine(
        line,
        `More than ${PARTICIPANTS_MAX} participants take part. Keep those that you want to run.`,
      )
  }

  private goOn(word: string, text: string, line: number): void {
    const block = branchOf[word] ?? word
    const open = this.blocks.at(-1)?.block.replace('par_over', 'par')
    if (open !== block)
      throw new WrongLine(
        line,
        `${quoted(word)} stands in no block ${quoted(block)}. Open one above it, or delete the line.`,
      )
    this.statements.push({ kind: 'next', line, block, text })
  }

  private close(line: number): void {
    const open = this.blocks.pop()
    if (open === undefined) throw new WrongLine(line, '"end" closes no block here. Delete the line.')
    this.statements.push({ kind: 'close', line, block: open.block, text: '' })
  }
}

function problemOf(text: string): string {
  const what = leftOutIn(text)
  if (what !== null)
    return `${quoted(text)} cannot be read: ${what} are not part of the subset. Delete the line, or write it plainer.`
  if (/[-=]+[>x)]/.test(text) && !text.includes(':'))
    return `${quoted(text)} says nothing. Write what is asked behind a colon, e.g. T1->>Cache: GET x.`
  const [word = ''] = text.split(/\s/)
  return `${quoted(text)} is no line of a sequence diagram. ${suggestion(word, beginnings)}`
}

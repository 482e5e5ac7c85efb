/**
 * Diagrams: a mermaid fence with a name, drawn ahead of time into two files beside the lesson. Here they are
 * held against the fence (are they of this text?) and against the engine (is this what the run does?).
 */
import type { Code } from 'mdast'
import { namePattern } from '../../model/scenario/limits'
import { quoted } from '../../model/scenario/problem'
import type { Context, Telling } from './context'
import type { Block, Message, SteppedMessage } from './lesson'
import { drawnSteps, printMessage } from './messages'
import { pointOf } from './problem'
import { readSvg, type SvgNode } from './svgTree'

const DRAW = 'run "npm run diagrams"'

interface Drawing {
  readonly messages: readonly Message[]
  readonly svg: SvgNode
}

export function diagramOf(node: Code, context: Context): Block | null {
  const { problems, telling } = context
  const name = node.meta ?? ''
  if (!namePattern.test(name)) {
    problems.on(
      node,
      'diagram',
      'A diagram needs a name, which its drawing is filed under: write "```mermaid the-race".',
    )
    return null
  }
  if (telling === null) {
    problems.on(node, 'diagram', "A diagram draws the run of a scene: put it inside one, between the scene's colons.")
    return null
  }
  const drawing = drawingOf(node, name, context)
  if (drawing === null) return null
  const messages = stepped(node, drawing.messages, telling, context)
  return messages === null ? null : { type: 'diagram', name, messages, svg: drawing.svg }
}

/** The files beside the lesson, if they are there, of this fence, and safe. */
function drawingOf(node: Code, name: string, { problems, surroundings }: Context): Drawing | null {
  const list = surroundings.readBeside(`${name}.json`)
  const picture = surroundings.readBeside(`${name}.svg`)
  if (list === null || picture === null) {
    problems.on(node, 'diagram', `The diagram "${name}" is not drawn yet: ${DRAW}.`)
    return null
  }
  const filed = readList(list)
  if (filed === null) {
    problems.on(node, 'diagram', `"${name}.json" is no list of messages: ${DRAW}.`)
    return null
  }
  if (filed.source !== node.value) {
    problems.on(node, 'diagram', `The drawing of "${name}" is of an older text: ${DRAW}.`)
    return null
  }
  const read = readSvg(picture)
  if ('svg' in read) return { messages: filed.messages, svg: read.svg }
  problems.on(
    node,
    'diagram',
    `"${name}.svg" line ${read.problem.line}: ${read.problem.message} To repair it, ${DRAW}.`,
  )
  return null
}

function readList(text: string): { source: string; messages: readonly Message[] } | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof data !== 'object' || data === null || !('source' in data) || !('messages' in data)) return null
  const { source, messages } = data
  return typeof source === 'string' && Array.isArray(messages) && messages.every(isMessage)
    ? { source, messages }
    : null
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  ['from', 'to', 'text'].every((field) => typeof (value as Record<string, unknown>)[field] === 'string') &&
  'isReply' in value &&
  typeof value.isReply === 'boolean'

/** Gives each message its step, or says where the diagram and the run part. */
function stepped(
  node: Code,
  messages: readonly Message[],
  { stage }: Telling,
  { problems }: Context,
): readonly SteppedMessage[] | null {
  const drawn = drawnSteps(stage.trace)
  const result: SteppedMessage[] = []
  let next = 0
  for (const [index, message] of messages.entries()) {
    const step = message.isReply ? drawn[next - 1] : drawn[next++]
    const expected = message.isReply ? step?.reply : step?.request
    if (
      step === undefined ||
      expected === null ||
      expected === undefined ||
      printMessage(expected) !== printMessage(message)
    ) {
      const where = expected
        ? `step ${step?.step ?? 0} of the run is ${quoted(printMessage(expected))}`
        : 'the run has nothing there'
      problems.at(
        arrowPlace(node, index),
        'diagram',
        `The diagram draws ${quoted(printMessage(message))}, and ${where}: draw what the run does.`,
      )
      return null
    }
    result.push({ ...message, step: step.step })
  }
  const missing = drawn[next]
  if (missing === undefined) return result
  problems.on(
    node,
    'diagram',
    `The diagram leaves out step ${missing.step} of the run, ${quoted(printMessage(missing.request))}: draw it.`,
  )
  return null
}

/** Where the n-th arrow of a fence is written. */
function arrowPlace(node: Code, index: number): { line: number; column: number } {
  const { line, column } = pointOf(node)
  const arrows = node.value.split('\n').flatMap((text, number) => (/->>|-->>/.test(text) ? [number] : []))
  return { line: line + 1 + (arrows[index] ?? 0), column }
}

/** What is wrong with a lesson: where, which rule, why, and what to do. */
import type { Problem } from '../../model/scenario/problem'

/** The rules that a lesson can break. Each has a broken fixture which proves that it can fail. */
export const rules = [
  'size',
  'nesting',
  'character',
  'front-matter',
  'folder',
  'html',
  'resource',
  'link',
  'markdown',
  'directive',
  'fence',
  'attribute',
  'scenario',
  'schedule',
  'beat',
  'predict',
  'expression',
  'claim',
  'diagram',
] as const

export type Rule = (typeof rules)[number]

export interface LessonProblem extends Problem {
  readonly rule: Rule
}

/** `file:line:column rule message`, as compilers print it and editors understand it. */
export const printProblem = ({ file, line, column, rule, message }: LessonProblem): string =>
  `${file}:${line}:${column} ${rule} ${message}`

/** A place in the lesson's text, from 1. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** Anything of the syntax tree. */
export interface Placed {
  readonly position?: { readonly start: Point } | undefined
}

/** Collects what is wrong; compiling goes on, so that an author sees everything at once. */
export class Problems {
  readonly list: LessonProblem[] = []

  constructor(readonly file: string) {}

  at({ line, column }: Point, rule: Rule, message: string): void {
    this.list.push({ file: this.file, line, column, rule, message })
  }

  on(node: Placed, rule: Rule, message: string): void {
    this.at(pointOf(node), rule, message)
  }
}

export const pointOf = (node: Placed): Point => node.position?.start ?? { line: 1, column: 1 }

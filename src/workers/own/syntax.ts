/** A syntax tree, as far as this folder looks at it: any node, with whatever it has. */
import type { Node } from 'acorn'

export type Syntax = Node & { readonly [name: string]: unknown }

export const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value

/** The nodes right below one, in the order of the text. */
export const childrenOf = (node: Syntax): readonly Syntax[] =>
  Object.entries(node)
    .flatMap(([, value]): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isSyntax)

/** A node's own child of this name, if it has one. */
export const childOf = (node: Syntax, name: string): Syntax | null => {
  const child = node[name]
  return isSyntax(child) ? child : null
}

/** A node's line, from 1. */
export const lineOf = (node: Node): number => node.loc?.start.line ?? 1

export const isFunction = ({ type }: Syntax): boolean => /Function(?:Expression|Declaration)$/.test(type)

/** The tree as a drawing: one stop in the tab order, arrow keys from node to node, Enter or a click to go there. */
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Branch } from '../../player/branches'
import { nodeAfter, treeDrawing, type TreeNode, type TreeRow } from '../../player/treeDrawing'
import { ROOT } from '../../player/runTree'
import { EndMark } from './EndMark'
import { endWords, type RunTreeProps } from './runTreeProps'
import styles from './RunTreePanel.module.css'

const ROW = 40
const EDGE = 14
const WIDTH = 272
const STEP_MIN = 12
const STEP_MAX = 26
/** Room for the words at the end of a branch. */
const WORDS = 8

/** What a node is called: where it stands, what its step is, and what there is to know about it. */
function nodeWords(props: RunTreeProps, { id, depth, isTip, isOnPath, futures }: TreeNode, branch: Branch): string {
  const { tree, ends, at } = props
  const step = id === ROOT ? 'the start' : `step ${depth}, ${tree[id]?.word ?? ''}`
  const reaches = ends.get(branch.id)?.reaches ?? depth
  const notes = [
    id === at ? 'present step' : isOnPath ? 'on the present run' : '',
    futures > 1 ? `${futures} futures` : '',
    depth > reaches ? 'cannot happen under these guards' : '',
    isTip ? endWords(ends, branch) : '',
  ].filter(Boolean)
  return [`${branch.name}, ${step}`, ...notes].join('; ')
}

function RowLines({ row, xOf, yOf }: { row: TreeRow; xOf: (depth: number) => number; yOf: (row: number) => number }) {
  const y = yOf(row.row)
  const { leaves } = row
  const start = leaves === null ? xOf(row.from) : xOf(leaves.depth)
  const corner = leaves === null ? '' : `M${start} ${yOf(leaves.row)}V${y - 8}q0 8 8 8`
  const line = (to: number) => `${corner === '' ? `M${start} ${y}` : corner}H${xOf(to)}`
  return (
    <>
      <path className={styles['line']} d={line(row.to)} />
      {row.pathTo !== null && <path className={styles['path']} d={line(row.pathTo)} />}
    </>
  )
}

interface NodeProps extends RunTreeProps {
  readonly node: TreeNode
  readonly branch: Branch | undefined
  readonly x: number
  readonly y: number
  /** Between two nodes. */
  readonly step: number
  /** The tree's one tab stop. */
  readonly isStop: boolean
}

function NodeView({ node, branch, x, y, step, isStop, ...props }: NodeProps) {
  if (branch === undefined) return null
  const { id, depth, isTip, isOnPath, futures } = node
  const end = props.ends.get(branch.id)
  const isPresent = id === props.at
  return (
    <g
      role="button"
      tabIndex={isStop ? 0 : -1}
      data-node={id}
      data-on-path={isOnPath}
      data-possible={depth <= (end?.reaches ?? depth)}
      aria-label={nodeWords(props, node, branch)}
      aria-current={isPresent ? 'step' : undefined}
      className={styles['node']}
      onClick={() => props.onGo(id)}
    >
      <rect className={styles['target']} x={x - step / 2} y={y - 12} width={step} height={24} />
      {isTip && id !== ROOT ? (
        <EndMark kind={end?.kind ?? 'open'} x={x} y={y} />
      ) : (
        <circle cx={x} cy={y} r={futures > 1 ? 5 : 3.5} />
      )}
      {isPresent && <circle className={styles['here']} cx={x} cy={y} r={10} />}
    </g>
  )
}

export function TreeView(props: RunTreeProps) {
  const { tree, tip, at, ends, onGo } = props
  const drawing = treeDrawing(tree, tip, at)
  const [focused, setFocused] = useState<number | null>(null)
  const svg = useRef<SVGSVGElement>(null)
  const stop = drawing.nodes.some(({ id }) => id === focused) ? focused : at
  const step = Math.min(STEP_MAX, Math.max(STEP_MIN, (WIDTH - 2 * EDGE) / Math.max(1, drawing.depthMax)))
  const xOf = (depth: number) => EDGE + depth * step
  const yOf = (row: number) => 26 + row * ROW
  const onKeyDown = (event: KeyboardEvent) => {
    const from = Number((event.target as Element).getAttribute('data-node') ?? NaN)
    if (event.key === 'Enter' || event.key === ' ') onGo(from)
    else {
      const to = nodeAfter(drawing, from, event.key)
      if (to === null && !/^(Arrow|Home|End)/.test(event.key)) return
      if (to !== null) svg.current?.querySelector<SVGElement>(`[data-node="${to}"]`)?.focus()
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const width = Math.max(WIDTH, xOf(drawing.depthMax) + EDGE)
  const branchOf = new Map(drawing.rows.map(({ branch }) => [branch.id, branch]))
  return (
    <div className={styles['scroll']}>
      <svg
        ref={svg}
        className={styles['tree']}
        width={width}
        height={yOf(drawing.rows.length - 1) + 18}
        role="group"
        aria-label="Run tree. Arrow keys move, Enter goes to a step."
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(Number((event.target as Element).getAttribute('data-node')))}
      >
        {drawing.rows.map((row) => (
          <RowLines key={row.branch.id} {...{ row, xOf, yOf }} />
        ))}
        {drawing.rows.map(({ branch, row, from }) => (
          <text key={branch.id} x={Math.min(xOf(from), width - 150) + WORDS} y={yOf(row) - 13} aria-hidden="true">
            <tspan className={styles['treeName']}>{branch.name}</tspan> {endWords(ends, branch)}
          </text>
        ))}
        {drawing.nodes.map((node) => (
          <NodeView
            key={node.id}
            {...props}
            node={node}
            branch={branchOf.get(node.branch)}
            x={xOf(node.depth)}
            y={yOf(node.row)}
            step={step}
            isStop={node.id === stop}
          />
        ))}
      </svg>
    </div>
  )
}

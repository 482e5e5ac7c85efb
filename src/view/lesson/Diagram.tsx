import { createElement, useId, type ReactNode } from 'react'
import type { DiagramBlock, SteppedMessage } from '../../course/lesson/lesson'
import type { SvgNode } from '../../course/lesson/svgTree'
import { clientStyle } from '../panels/clientColour'
import { Disclosure } from '../ui/Disclosure'
import styles from './Diagram.module.css'

interface DiagramProps {
  readonly block: DiagramBlock
  readonly playhead: number
  /** The scenario's clients, for their colours. */
  readonly clients: readonly string[]
  readonly title: string
}

/** A sequence diagram drawn ahead of time, revealed as far as the scene beside it has come. */
export function Diagram({ block: { svg, messages }, playhead, clients, title }: DiagramProps) {
  const captionId = useId()
  const seen = messages.filter(({ step }) => step <= playhead)
  return (
    <figure className={styles['diagram']} aria-labelledby={captionId}>
      <svg viewBox={svg.attributes['viewBox']} className={styles['drawing']} role="img" aria-labelledby={captionId}>
        <Highlight svg={svg} messages={messages} playhead={playhead} />
        <Nodes nodes={svg.children} messages={messages} playhead={playhead} clients={clients} />
      </svg>
      <figcaption id={captionId} className={styles['caption']}>
        Sequence diagram: {title},{' '}
        {playhead === 0 ? 'before the first step' : `up to step ${Math.min(playhead, messages.at(-1)?.step ?? 0)}`}
      </figcaption>
      <Disclosure title="The messages as a list">
        {seen.length === 0 && <p>No message has been sent yet.</p>}
        <ol className={styles['transcript']}>
          {seen.map((message, index) => (
            <li key={index} aria-current={message.step === playhead ? 'step' : undefined}>
              {sentenceOf(message)}
            </li>
          ))}
        </ol>
      </Disclosure>
    </figure>
  )
}

const sentenceOf = ({ from, to, text, isReply }: SteppedMessage): string =>
  isReply ? `${from} answers ${to}: ${text}` : `${from} asks ${to}: ${text}`

const messageAt = (node: SvgNode, messages: readonly SteppedMessage[]): SteppedMessage | undefined =>
  messages[Number(node.attributes['data-message'] ?? 0) - 1]

/** The band behind the messages of the present step. */
function Highlight({
  svg,
  messages,
  playhead,
}: {
  svg: SvgNode
  messages: readonly SteppedMessage[]
  playhead: number
}) {
  const heights = svg.children.flatMap((node) => {
    if (typeof node === 'string' || messageAt(node, messages)?.step !== playhead) return []
    return node.children.flatMap((child) =>
      typeof child === 'string' ? [] : Number(child.attributes['y1'] ?? Number.NaN),
    )
  })
  const found = heights.filter((height) => !Number.isNaN(height))
  const [x = '0', , width = '0'] = svg.attributes['viewBox']?.split(' ') ?? []
  if (found.length === 0) return null
  const top = Math.min(...found) - 26
  return (
    <rect
      className={styles['highlight']}
      x={Number(x) + 1}
      y={top}
      width={Number(width) - 2}
      height={Math.max(...found) + 10 - top}
      rx="8"
    />
  )
}

interface NodesProps {
  readonly nodes: SvgNode['children']
  readonly messages: readonly SteppedMessage[]
  readonly playhead: number
  readonly clients: readonly string[]
}

function Nodes({ nodes, ...state }: NodesProps): ReactNode {
  return nodes.map((node, index) => (typeof node === 'string' ? node : <Node key={index} node={node} {...state} />))
}

function Node({ node, messages, playhead, clients }: Omit<NodesProps, 'nodes'> & { node: SvgNode }): ReactNode {
  const message = messageAt(node, messages)
  if (message !== undefined && message.step > playhead) return null
  const { 'text-anchor': textAnchor, ...attributes } = node.attributes
  const client = clients.indexOf(node.attributes['data-name'] ?? '')
  const colour = client === -1 ? {} : { style: clientStyle(client) }
  const children =
    node.children.length === 0 ? null : <Nodes nodes={node.children} {...{ messages, playhead, clients }} />
  return createElement(node.tag, { ...attributes, textAnchor, ...colour }, children)
}

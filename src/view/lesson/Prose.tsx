/** Plain blocks and words of a lesson: data in, elements out, nothing is ever parsed as markup. */
import type { ReactNode } from 'react'
import type { Block, Inline } from '../../course/lesson/lesson'
import { clientStyle } from '../panels/clientColour'
import styles from './Prose.module.css'

export function Inlines({ inlines }: { inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => <Word key={index} inline={inline} />)
}

function Word({ inline }: { inline: Inline }): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.inlines} />
        </em>
      )
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.inlines} />
        </strong>
      )
    case 'deletion':
      return (
        <del>
          <Inlines inlines={inline.inlines} />
        </del>
      )
    case 'code':
      return <code className={styles['code']}>{inline.text}</code>
    case 'break':
      return <br />
    case 'client':
      return (
        <span className={styles['client']} style={clientStyle(inline.index)}>
          {inline.name}
        </span>
      )
    case 'link':
      return <Link href={inline.href} inlines={inline.inlines} />
  }
}

/** A link out of the program opens beside it and does not say where the reader comes from. */
const Link = ({ href, inlines }: { href: string; inlines: readonly Inline[] }) => (
  <a href={href} {...(href.startsWith('#') ? {} : { target: '_blank', rel: 'noreferrer noopener' })}>
    <Inlines inlines={inlines} />
  </a>
)

/** Blocks that need no scene; those that do are drawn by the scene's section. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }): ReactNode =>
  blocks.map((block, index) => <ProseBlock key={index} block={block} />)

export function ProseBlock({ block }: { block: Block }): ReactNode {
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? (
        <h2 className={styles['section']}>
          <Inlines inlines={block.inlines} />
        </h2>
      ) : (
        <h3 className={styles['subsection']}>
          <Inlines inlines={block.inlines} />
        </h3>
      )
    case 'paragraph':
      return (
        <p className={styles['paragraph']}>
          <Inlines inlines={block.inlines} />
        </p>
      )
    case 'list':
      return <ItemList start={block.start} items={block.items} />
    case 'quote':
      return (
        <blockquote className={styles['quote']}>
          <Blocks blocks={block.blocks} />
        </blockquote>
      )
    case 'code':
      return (
        <pre
          className={styles['listing']}
          tabIndex={0}
          aria-label={`Listing${block.language && `, ${block.language}`}`}
        >
          <code>{block.text}</code>
        </pre>
      )
    case 'table':
      return <Table head={block.head} rows={block.rows} />
    case 'rule':
      return <hr className={styles['rule']} />
    default:
      return null
  }
}

function ItemList({ start, items }: { start: number | null; items: readonly (readonly Block[])[] }) {
  const children = items.map((blocks, index) => (
    <li key={index}>
      {blocks.map((block, place) => (
        <Item key={place} block={block} isOnly={blocks.length === 1} />
      ))}
    </li>
  ))
  if (start === null) return <ul className={styles['list']}>{children}</ul>
  return (
    <ol className={styles['list']} start={start}>
      {children}
    </ol>
  )
}

/** A short item is its words, not a paragraph of its own. */
const Item = ({ block, isOnly }: { block: Block; isOnly: boolean }) =>
  isOnly && block.type === 'paragraph' ? <Inlines inlines={block.inlines} /> : <ProseBlock block={block} />

function Table({ head, rows }: Pick<Extract<Block, { type: 'table' }>, 'head' | 'rows'>) {
  const cells = (row: readonly (readonly Inline[])[]) =>
    row.map((inlines, index) => (
      <td key={index}>
        <Inlines inlines={inlines} />
      </td>
    ))
  return (
    <div className={styles['wide']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {head.map((inlines, index) => (
              <th key={index} scope="col">
                <Inlines inlines={inlines} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{cells(row)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

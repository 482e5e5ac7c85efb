/**
 * A drawing without its style sheets: every shape says itself how it looks, in attributes that any viewer reads, so that the
 * picture needs neither the page nor its tokens. What a shape looks like depends on nothing but itself and what it is inside
 * of, so that shapes that are alike are looked at once, whatever frame they are in.
 */
import { colourReader, type Colour } from './colour'

export const SVG = 'http://www.w3.org/2000/svg'

/** Copied as they are written. */
const kept = [
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'rx', 'r', 'cx', 'cy', 'd', 'transform', 'id', 'font-size'],
  ...['patternUnits', 'patternTransform'],
] as const

/** What decides, beside its place, how a shape looks. */
const telling = [
  'class',
  'style',
  'fill',
  'text-anchor',
  'data-kind',
  'data-tone',
  'data-live',
  'data-ghost',
  'data-standing',
  'data-fate',
] as const

type Attributes = readonly (readonly [name: string, value: string])[]

interface Look {
  readonly number: number
  readonly attributes: Attributes
  readonly isUnseen: boolean
}

const families = {
  mono: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, 'DejaVu Sans Mono', monospace",
  sans: "'Inter Variable', Inter, system-ui, 'Liberation Sans', sans-serif",
} as const

export class Flattener {
  private readonly looks = new Map<string, Look>()
  private readonly read = colourReader()

  /** What is inside of `element`, flattened into `target`. */
  fill(target: Element, element: Element, under = 0): void {
    for (const child of element.children) {
      const look = this.lookOf(child, under)
      if (look.isUnseen) continue
      const copy = document.createElementNS(SVG, child.tagName)
      for (const name of kept) {
        const value = child.getAttribute(name)
        if (value !== null) copy.setAttribute(name, value)
      }
      for (const [name, value] of look.attributes) copy.setAttribute(name, value)
      if (child.tagName === 'text') copy.textContent = child.textContent
      else this.fill(copy, child, look.number)
      target.append(copy)
    }
  }

  /** A colour of the page as a picture needs it. */
  colour(computed: string): Colour {
    return this.read(computed)
  }

  private lookOf(element: Element, under: number): Look {
    const key = [under, element.tagName, ...telling.map((name) => element.getAttribute(name) ?? '')].join('|')
    const known = this.looks.get(key)
    if (known !== undefined) return known
    const look = { number: this.looks.size + 1, ...this.seen(element) }
    this.looks.set(key, look)
    return look
  }

  private seen(element: Element): Omit<Look, 'number'> {
    const style = getComputedStyle(element)
    const opacity: Attributes = style.opacity === '1' ? [] : [['opacity', style.opacity]]
    if (['g', 'defs', 'pattern'].includes(element.tagName)) return { attributes: opacity, isUnseen: false }
    const fill = this.paint('fill', style.fill)
    const stroke = this.paint('stroke', style.stroke)
    const isUnseen = fill[0]?.[1] === 'none' && stroke[0]?.[1] === 'none'
    const text = element.tagName === 'text' ? this.textOf(style) : []
    return { attributes: [...fill, ...this.strokeOf(stroke, style), ...text, ...opacity], isUnseen }
  }

  private paint(name: 'fill' | 'stroke', computed: string): Attributes {
    const [, pattern] = /^url\(["']?(#[\w-]+)["']?\)/.exec(computed) ?? []
    if (pattern !== undefined) return [[name, `url(${pattern})`]]
    if (computed === 'none') return [[name, 'none']]
    const { hex, alpha } = this.read(computed)
    if (alpha === 0) return [[name, 'none']]
    return alpha === 1
      ? [[name, hex]]
      : [
          [name, hex],
          [`${name}-opacity`, String(alpha)],
        ]
  }

  private strokeOf(stroke: Attributes, style: CSSStyleDeclaration): Attributes {
    if (stroke[0]?.[1] === 'none') return []
    const { strokeWidth, strokeDasharray, strokeLinecap, strokeLinejoin, paintOrder } = style
    const plain = (value: string) => value.replaceAll('px', '')
    return [
      ...stroke,
      ['stroke-width', plain(strokeWidth)] as const,
      ...(strokeDasharray === 'none' ? [] : [['stroke-dasharray', plain(strokeDasharray)] as const]),
      ...(strokeLinecap === 'butt' ? [] : [['stroke-linecap', strokeLinecap] as const]),
      ...(strokeLinejoin === 'miter' ? [] : [['stroke-linejoin', strokeLinejoin] as const]),
      ...(paintOrder.startsWith('stroke') ? [['paint-order', 'stroke'] as const] : []),
    ]
  }

  private textOf({ fontFamily, fontWeight, textAnchor }: CSSStyleDeclaration): Attributes {
    const family = /mono/i.test(fontFamily) ? families.mono : families.sans
    return [
      ['font-family', family],
      ...(fontWeight === '400' ? [] : [['font-weight', fontWeight] as const]),
      ...(textAnchor === 'start' ? [] : [['text-anchor', textAnchor] as const]),
    ]
  }
}

/** Colours as the browser computes them, in the one notation that every viewer of pictures reads. */

export interface Colour {
  /** `#rrggbb`. */
  readonly hex: string
  /** From 0 to 1. */
  readonly alpha: number
}

const byte = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 255)

const colourOf = (red: number, green: number, blue: number, alpha: number): Colour => ({
  hex: `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`,
  alpha: Math.round(alpha * 1000) / 1000,
})

const numbers = (text: string) => (text.match(/-?[\d.]+(?:e-?\d+)?/gi) ?? []).map(Number)

/** The notations that computed colours mostly have; null for any other. */
export function plainColour(computed: string): Colour | null {
  if (/^rgba?\(/.test(computed)) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbers(computed)
    return colourOf(Math.round(red), Math.round(green), Math.round(blue), alpha)
  }
  if (!computed.startsWith('color(srgb ')) return null
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers(computed.slice('color(srgb '.length))
  return colourOf(byte(red), byte(green), byte(blue), alpha)
}

/** Reads colours; one that is mixed in another space is painted and looked at. */
export function colourReader(): (computed: string) => Colour {
  const known = new Map<string, Colour>()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const painted = (computed: string): Colour => {
    if (context === null) return colourOf(0, 0, 0, 1)
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = computed
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
    return colourOf(red, green, blue, alpha / 255)
  }
  return (computed) => {
    const colour = known.get(computed) ?? plainColour(computed) ?? painted(computed)
    known.set(computed, colour)
    return colour
  }
}

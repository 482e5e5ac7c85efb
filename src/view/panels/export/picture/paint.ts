/** An SVG as pixels. The browser paints it as it paints any image; nothing in it can run or load anything. */

export async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}

export interface Painter {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
}

export function painterOf(width: number, height: number): Painter {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })
  if (context === null) throw new Error('This browser gives no canvas to paint on. Take the SVG instead.')
  return { canvas, context }
}

export const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) =>
        blob === null
          ? reject(new Error('The picture is too large for this browser. Take the SVG instead.'))
          : resolve(blob),
      'image/png',
    ),
  )

/** The run as a picture: an SVG, a PNG or a GIF, in the colours of the screen or in those of paper. */
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import styles from './ExportDialog.module.css'
import { FRAMES_MAX, runAsGif } from './picture/animation'
import { fontRules, withFonts } from './picture/fonts'
import { ROWS_MAX, runAsPng, runAsSvg, type PictureOf } from './picture/pictures'
import { takenInWords, takenOf } from './picture/range'
import { Studio, type Scheme } from './picture/studio'
import { StudioPlace } from './picture/StudioPlace'
import type { ExportedRun } from './run'
import { saveBlob } from './saveBlob'

const schemes = [
  { value: 'light', title: 'Light' },
  { value: 'dark', title: 'Dark' },
] as const

/** The scheme that the page is shown in. */
const presentScheme = (): Scheme => {
  const { colorScheme } = getComputedStyle(document.documentElement)
  if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

const sizeInWords = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} KiB`

const kinds = ['svg', 'png', 'gif'] as const
type Kind = (typeof kinds)[number]

/** Makes files one at a time, and says how far it is. */
function useMaking(studio: Studio, picture: PictureOf, name: string) {
  const [said, setSaid] = useState('')
  const [making, setMaking] = useState<Kind | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const blobOf = async (kind: Kind, signal: AbortSignal): Promise<Blob> => {
    if (kind === 'svg') return new Blob([await runAsSvg(studio, picture)], { type: 'image/svg+xml' })
    return kind === 'png' ? runAsPng(studio, picture) : runAsGif(studio, picture, signal)
  }
  const make = async (kind: Kind) => {
    const controller = new AbortController()
    stop.current = controller
    setMaking(kind)
    setSaid(kind === 'gif' ? 'The GIF is being drawn.' : '')
    try {
      const blob = await blobOf(kind, controller.signal)
      if (controller.signal.aborted) return
      saveBlob(`${name}.${kind}`, blob)
      setSaid(`${name}.${kind} is saved, ${sizeInWords(blob.size)}.`)
    } catch (error) {
      if (!controller.signal.aborted) setSaid(error instanceof Error ? error.message : String(error))
    } finally {
      if (!controller.signal.aborted) setMaking(null)
    }
  }
  return { said, making, make: (kind: Kind) => void make(kind) }
}

/** The picture as it will be, small. */
function Preview({ studio, picture }: { readonly studio: Studio; readonly picture: PictureOf }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let isWanted = true
    let made: string | null = null
    const draw = async () => {
      const [svg, rules] = await Promise.all([runAsSvg(studio, picture), fontRules()])
      if (!isWanted) return
      made = URL.createObjectURL(new Blob([withFonts(svg, rules)], { type: 'image/svg+xml' }))
      setUrl(made)
    }
    // A picture that was given up is no problem of anybody's.
    draw().catch(() => undefined)
    return () => {
      isWanted = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [studio, picture])
  return (
    <div className={styles['picture']} tabIndex={0} role="group" aria-label="Preview of the picture">
      {url !== null && <img src={url} alt={`${picture.title}, drawn`} />}
    </div>
  )
}

export function PictureTab({ run }: { readonly run: ExportedRun }) {
  const [scheme, setScheme] = useState<Scheme>(presentScheme)
  const { trace, playhead, title, name } = run
  const [studio] = useState(() => new Studio())
  const [picture, setPicture] = useState<PictureOf>({ trace, playhead, title, scheme })
  const { said, making, make } = useMaking(studio, picture, name)
  const choose = (chosen: Scheme) => {
    setScheme(chosen)
    setPicture({ ...picture, scheme: chosen })
  }
  const count = trace.steps.length
  const busy = making === null ? null : `the ${making.toUpperCase()} is being made`
  return (
    <div className={styles['export']}>
      <p className={styles['about']}>
        The picture shows {takenInWords(takenOf(count, playhead, ROWS_MAX), count)}; the GIF plays{' '}
        {takenInWords(takenOf(count, playhead, FRAMES_MAX), count)}, one frame a step with its sentence.
      </p>
      <Preview studio={studio} picture={picture} />
      <StudioPlace studio={studio} />
      <div className={styles['actions']}>
        {kinds.map((kind) => (
          <Button key={kind} look={kind === 'svg' ? 'primary' : 'plain'} reason={busy} onClick={() => make(kind)}>
            Download {kind.toUpperCase()}
          </Button>
        ))}
        <Select label="Colours" value={scheme} options={schemes} onChange={choose} />
        <span className={styles['said']} role="status">
          {said}
        </span>
      </div>
    </div>
  )
}

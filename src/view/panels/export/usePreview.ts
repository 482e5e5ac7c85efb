/** The page's side of the preview: sends the text when the document listens, and keeps what it answered. */
import { useEffect, useRef, useState, type RefObject } from 'react'
import { wallClock, type Clock } from '../../player/clock'
import { readAnswer, type PreviewAnswer, type PreviewColours } from './previewMessages'

/** What is known about the drawing of the present text. */
export type Preview = 'waiting' | 'absent' | Exclude<PreviewAnswer, { readonly type: 'ready' }>

/** After this long without a word the document is taken to be missing. */
const PATIENCE_MILLISECONDS = 10_000

/** Theme colours as the browser computes them: a token may hold both schemes. */
function themeColours(): PreviewColours {
  const probe = document.createElement('span')
  probe.hidden = true
  document.body.append(probe)
  const computed = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const colours = {
    background: computed('--panel'),
    raised: computed('--raised'),
    ink: computed('--ink'),
    dim: computed('--dim'),
    accent: computed('--accent'),
  }
  probe.remove()
  return colours
}

/** Draws `text` in `frame` and again whenever it changes; a late answer to an older text is dropped. */
export function usePreview(
  frame: RefObject<HTMLIFrameElement | null>,
  text: string,
  clock: Clock = wallClock,
): Preview {
  const [isReady, setIsReady] = useState(false)
  const [answer, setAnswer] = useState<{ text: string; preview: Preview } | null>(null)
  const run = useRef(0)
  useEffect(() => {
    const hear = (event: MessageEvent) => {
      const heard = event.source === frame.current?.contentWindow ? readAnswer(event.data) : null
      if (heard?.type === 'ready') setIsReady(true)
      else if (heard?.run === run.current) setAnswer({ text, preview: heard })
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [frame, text])
  useEffect(() => {
    if (!isReady) return
    run.current += 1
    // The document's origin is opaque, so no origin can be named; nothing secret is in the text.
    frame.current?.contentWindow?.postMessage({ type: 'draw', run: run.current, text, colours: themeColours() }, '*')
  }, [frame, isReady, text])
  useEffect(
    () => (isReady ? undefined : clock.after(PATIENCE_MILLISECONDS, () => setAnswer({ text, preview: 'absent' }))),
    [clock, isReady, text],
  )
  return answer?.text === text ? answer.preview : 'waiting'
}

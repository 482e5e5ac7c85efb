import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MermaidTab } from './MermaidTab'
import { TextTab } from './TextTab'
import { readAnswer, readRequest } from './previewMessages'
import { previewWords } from './previewWords'

const text = 'sequenceDiagram\n    p0->>p1: GET x\n'
const posted = vi.fn()
/** Stands in for the preview document. */
const previewWindow = { postMessage: posted } as unknown as Window

const dialog = (mermaid = text) => <MermaidTab name="stale-fill" mermaid={mermaid} />

const say = (data: unknown, source: Window | null = previewWindow) =>
  act(() => void fireEvent(window, new MessageEvent('message', { data, source: source as MessageEventSource })))

const verdict = () => screen.getAllByRole('status')[0]?.textContent

beforeEach(() => {
  // The simulated page can load no frame, so another element stands in for it.
  const create = (name: string): HTMLElement => document.createElementNS('http://www.w3.org/1999/xhtml', name as 'div')
  vi.spyOn(document, 'createElement').mockImplementation((name: string) =>
    name === 'iframe' ? Object.assign(create('x-frame'), { contentWindow: previewWindow }) : create(name),
  )
})

afterEach(() => {
  vi.restoreAllMocks()
  posted.mockReset()
})

describe('the export', () => {
  it('frames the preview without an origin of its own', () => {
    render(dialog())
    const frame = screen.getByTitle('The run as Mermaid draws it')
    expect(frame.getAttribute('sandbox')).toBe('allow-scripts')
    expect(frame.hasAttribute('srcdoc')).toBe(false)
  })

  it('sends the text once the document listens, and says how many messages Mermaid read', () => {
    render(dialog())
    expect(posted).not.toHaveBeenCalled()
    expect(verdict()).toBe('Mermaid is reading it.')
    say({ type: 'ready' })
    expect(posted.mock.calls.map(([message]) => message as unknown)).toMatchObject([{ type: 'draw', run: 1, text }])
    say({ type: 'drawn', run: 1, messages: 9 })
    expect(verdict()).toBe('Mermaid reads it: 9 messages.')
  })

  it('says where Mermaid cannot read it', () => {
    render(dialog())
    say({ type: 'ready' })
    say({ type: 'refused', run: 1, message: 'Parse error on line 3:\n...what', line: 3 })
    expect(verdict()).toBe('Mermaid cannot read it at line 3: Parse error on line 3. Please report this run.')
  })

  it('drops an answer to an older text, and whatever others post', () => {
    const { rerender } = render(dialog())
    say({ type: 'ready' })
    rerender(dialog(`${text}    p1-->>p0: miss\n`))
    say({ type: 'drawn', run: 1, messages: 1 })
    say({ type: 'drawn', run: 2, messages: 7 }, window)
    expect(verdict()).toBe('Mermaid is reading it.')
    say({ type: 'drawn', run: 2, messages: 2 })
    expect(verdict()).toBe('Mermaid reads it: 2 messages.')
  })

  it('copies the diagram, and says so', async () => {
    const user = userEvent.setup()
    render(dialog())
    await user.click(screen.getByRole('button', { name: 'Copy Mermaid text' }))
    expect(await navigator.clipboard.readText()).toBe(text)
    expect(screen.getAllByRole('status')[1]?.textContent).toBe('Mermaid text copied.')
  })

  it('copies what is written in words, and says so', async () => {
    const user = userEvent.setup()
    const words = { label: 'Transcript of the run', what: 'the transcript', about: 'One sentence a step.' }
    render(<TextTab {...words} text="T1 asks." file="stale-fill.txt" type="text/plain" />)
    await user.click(screen.getByRole('button', { name: 'Copy the transcript' }))
    expect(await navigator.clipboard.readText()).toBe('T1 asks.')
    expect(screen.getByRole('status').textContent).toBe('The transcript is copied.')
  })

  it('hands the diagram over as a file named after the scenario', async () => {
    const clicked: string[] = []
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:run')
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`)
    })
    render(dialog())
    await userEvent.click(screen.getByRole('button', { name: 'Download stale-fill.mmd' }))
    expect(clicked).toEqual(['stale-fill.mmd blob:run'])
  })
})

describe('messages of the preview', () => {
  const colours = { background: 'a', raised: 'b', ink: 'c', dim: 'd', accent: 'e' }

  it('are read field by field', () => {
    const request = { type: 'draw', run: 1, text, colours }
    expect(readRequest({ ...request, more: true })).toEqual(request)
    expect(readAnswer({ type: 'refused', run: 1, message: 'no', line: 'x' })).toEqual({
      type: 'refused',
      run: 1,
      message: 'no',
      line: null,
    })
  })

  it.each([null, 'ready', 1, {}, { type: 'draw' }, { type: 'draw', run: 1, text, colours: { ink: 1 } }])(
    'are nothing when they are not ours: %j',
    (data) => {
      expect([readRequest(data), readAnswer(data)]).toEqual([null, null])
    },
  )

  it('say what to do when the document is missing', () => {
    expect(previewWords('absent')).toBe(
      'The preview did not load here, so Mermaid has not read the text. Copy it and paste it into a Mermaid editor.',
    )
    expect(previewWords({ type: 'drawn', run: 1, messages: 1 })).toBe('Mermaid reads it: 1 message.')
  })
})

import { describe, expect, it } from 'vitest'
import { embeddedLink, frameOf, markdownOf } from './shareTexts'

const moment = {
  link: 'https://example.org/lab/#/lab/stale-fill?run=T1+T1*3&at=2',
  title: 'The stale fill',
  sentence: 'Step 2 of 4. T1 reads version 1 from the database.',
  mermaid: 'sequenceDiagram\n    actor p0 as T1\n',
}

describe('a shared moment', () => {
  it('is a link, a sentence and a diagram in Markdown', () => {
    expect(markdownOf(moment)).toBe(
      [
        '[The stale fill](https://example.org/lab/#/lab/stale-fill?run=T1+T1*3&at=2): Step 2 of 4. T1 reads version 1 from the database.',
        '',
        '```mermaid',
        'sequenceDiagram',
        '    actor p0 as T1',
        '```',
        '',
      ].join('\n'),
    )
    expect(markdownOf({ ...moment, mermaid: '' })).not.toContain('mermaid')
  })

  it('is a frame that may run a script, open the full Lab and do nothing else', () => {
    expect(frameOf(moment)).toBe(
      '<iframe src="https://example.org/lab/embed.html#/lab/stale-fill?run=T1+T1*3&amp;at=2" title="The stale fill" ' +
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="width: 100%; height: 560px; border: 0" loading="lazy"></iframe>',
    )
  })

  it('is found beside the page, wherever that is', () => {
    expect(embeddedLink('http://127.0.0.1:4173/#/lab/x')).toBe('http://127.0.0.1:4173/embed.html#/lab/x')
    expect(embeddedLink('https://a.org/b/index.html?embed#/lab/x')).toBe('https://a.org/b/embed.html#/lab/x')
  })

  it('lets no title break out of its place', () => {
    const title = '"><script>alert(1)</script>[x](javascript:alert(1))'
    const frame = document.createElement('div')
    const range = document.createRange()
    frame.append(range.createContextualFragment(frameOf({ ...moment, title })))
    expect([frame.children.length, frame.querySelector('iframe')?.title]).toEqual([1, title])
    expect(markdownOf({ ...moment, title, mermaid: '' })).toMatch(/^\["\\>\\<script\\>alert\\\(1\\\)\\</)
  })
})

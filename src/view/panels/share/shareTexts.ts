/** A moment as texts to take away: Markdown for a document, and a frame for a page. Names and titles are a stranger's words. */

export interface SharedMoment {
  /** The whole link. */
  readonly link: string
  readonly title: string
  /** What the step did, in a sentence. */
  readonly sentence: string
  /** The run as Mermaid text; empty where it is too long to be read in a document. */
  readonly mermaid: string
}

/** Signs that mean something to Markdown mean nothing here. */
const plainMarkdown = (text: string): string => text.replaceAll(/[\\`*_{}[\]()<>#!|&~]/g, '\\$&')

const plainAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A link, the sentence of the step and, where the run is short, its diagram. */
export function markdownOf({ link, title, sentence, mermaid }: SharedMoment): string {
  const diagram = mermaid === '' ? [] : ['', '```mermaid', mermaid.trimEnd(), '```']
  return [`[${plainMarkdown(title)}](${link}): ${plainMarkdown(sentence)}`, ...diagram, ''].join('\n')
}

/** The address of the same moment in a document of its own that runs in any frame. */
export function embeddedLink(link: string): string {
  const url = new URL(link)
  const { hash } = url
  url.hash = ''
  url.search = ''
  return `${new URL('embed.html', url).href}${hash}`
}

/** A frame for a page. The sandbox lets its script run and its link open the full Lab, and nothing else. */
export const frameOf = ({ link, title }: SharedMoment): string =>
  `<iframe src="${plainAttribute(embeddedLink(link))}" title="${plainAttribute(title)}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" ` +
  'style="width: 100%; height: 560px; border: 0" loading="lazy"></iframe>'

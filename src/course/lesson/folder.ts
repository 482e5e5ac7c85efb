/** `lessons/03-races/11-stale-fill/lesson.md`: the folders give the order, the number and the slug. */
import type { Problems } from './problem'

export interface Folder {
  readonly partNumber: number
  readonly number: number
  readonly slug: string
}

const pattern = /(?:^|\/)(\d{2})-[a-z0-9-]+\/(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\/lesson\.md$/

/** What the path says, or null after having said what is wrong with it. */
export function readFolder(file: string, problems: Problems): Folder | null {
  const match = pattern.exec(file.replaceAll('\\', '/'))
  if (match !== null) return { partNumber: Number(match[1]), number: Number(match[2]), slug: match[3] ?? '' }
  problems.at(
    { line: 1, column: 1 },
    'folder',
    'A lesson stands in numbered folders, so that they give the order: move it to "NN-part/NN-name/lesson.md" with names in lower case and dashes.',
  )
  return null
}

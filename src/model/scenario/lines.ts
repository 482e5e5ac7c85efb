/** The single-line texts of a file: its name, its title, what it is about. */
import { isNothing, type Reader, type Spot } from './reader'
import { nameProblem } from './rules'

/** `what` it is the name of. */
export function readName(reader: Reader, field: Spot, example: string, what = 'scenario'): string {
  const name = reader.text(field, { what: 'a name', example })
  const problem = name === null ? null : nameProblem(name, what)
  if (problem !== null) reader.problems.at(field.at, problem)
  return name ?? ''
}

/** A sentence or two for the reader, on one line whatever line breaks it is written with. */
export function readLine(reader: Reader, field: Spot | undefined, lengthMax: number): string {
  if (field === undefined || isNothing(field)) return ''
  const text = reader.text(field, { what: 'a text', example: 'title: The stale fill' }) ?? ''
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length > lengthMax)
    reader.problems.at(field.at, `This text has ${line.length} characters, and ${lengthMax} are the most. Shorten it.`)
  if (/\p{Cc}|\p{Cs}/u.test(line))
    reader.problems.at(field.at, 'This text holds a character that is no text. Remove the escape that makes it.')
  return line
}

/** A title for what has none: `stale-fill` is "Stale fill". */
export const titleOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')

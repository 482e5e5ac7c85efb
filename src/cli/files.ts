/** Finds and reads files on the disk: as they are named, and folders with everything below them; sizes before contents. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** All files to read at a path, those of a folder by name where they are wanted; or why there are none, in one sentence. */
export function filesAt(path: string, isWanted: (name: string) => boolean): readonly string[] | string {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return filesBelow(path, isWanted)
    return stat.isFile() ? [path] : 'This is neither a file nor a folder. Name a scenario file.'
  } catch {
    return 'There is no such file or folder, or it may not be read. Check the spelling.'
  }
}

function filesBelow(folder: string, isWanted: (name: string) => boolean): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return /^(\.|node_modules$)/.test(entry.name) ? [] : filesBelow(path, isWanted)
    return entry.isFile() && isWanted(entry.name) ? [path] : []
  })
}

/** The text of a file; null where it is larger than `max` bytes, unreadable or not UTF-8. */
export function textIn(file: string, max: number): string | null {
  try {
    if (statSync(file).size > max) return null
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch {
    return null
  }
}

/** The text of a file, or one sentence about why it has none. Its size is looked at before anything of it is read. */
import { quoted } from '../../../model/scenario/problem'
import { OPENED_MAX, tooLarge } from './openText'

export async function textOfFile(file: File): Promise<{ readonly text: string } | { readonly problem: string }> {
  if (file.size > OPENED_MAX) return { problem: tooLarge(file.name) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) }
  } catch {
    return { problem: `${quoted(file.name)} cannot be read as text. A folder or a picture opens nothing here.` }
  }
}

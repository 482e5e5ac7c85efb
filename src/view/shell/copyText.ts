/** Copies a text; says whether it was allowed. In an opaque frame, or without a secure origin, it is not. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/**
 * A lie: one deliberate mistake in the model that at least one test has to notice.
 *
 * @typedef {object} Lie
 * @property {string} of What it lies about: a kind of request, a guard, a pattern, a property or a fault, by its name, or a part of the explorer.
 * @property {string} says The lie in words.
 * @property {string} file Below the project's folder.
 * @property {string} from The truth, as it stands in the file; exactly once.
 * @property {string} to The lie.
 * @property {readonly string[]} tests Where it must be noticed: files or folders of tests.
 */

/** A file with the lie in it. Throws where the truth does not stand there exactly once. */
export function told(/** @type {string} */ text, /** @type {Lie} */ { file, from, to, says }) {
  const count = text.split(from).length - 1
  if (count !== 1)
    throw new Error(
      `${file}: the text that "${says}" replaces stands there ${count} times, not once. Write the lie anew.`,
    )
  return text.replace(from, () => to)
}

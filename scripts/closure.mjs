/**
 * What a route loads before anything is clicked, from the bundler's own manifest: the page's entry, the route's lazy chunk,
 * and everything that either imports statically.
 *
 * @typedef {{ file: string, imports?: string[], css?: string[], isEntry?: boolean }} Chunk
 * @typedef {Record<string, Chunk>} Manifest keyed by source file or chunk name
 * @typedef {Record<string, string[]>} Contents packages and project files by chunk file
 * @typedef {{ name: string, sources: string[], scriptKiB?: number, styleKiB?: number, forbids: RegExp[] }} Route
 * @typedef {{ route: string, scriptKiB: number, styleKiB: number, files: string[], problems: string[] }} Measured
 */

/**
 * Every chunk that loading these keys loads, once each.
 * @param {Manifest} manifest
 * @param {string[]} keys
 * @returns {Chunk[]}
 */
export function staticClosure(manifest, keys) {
  /** @type {Set<string>} */
  const seen = new Set()
  const waiting = [...keys]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue
    const chunk = manifest[key]
    if (chunk === undefined) throw new Error(`The manifest has no chunk "${key}".`)
    seen.add(key)
    waiting.push(...(chunk.imports ?? []))
  }
  return [...seen].flatMap((key) => manifest[key] ?? [])
}

/**
 * One route against its budget.
 * @param {Manifest} manifest
 * @param {Contents} contents
 * @param {(file: string) => number} packedBytes a file's size after gzip -9
 * @param {Route} route
 * @returns {Measured}
 */
export function measure(manifest, contents, packedBytes, route) {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true && key === 'index.html')
  const lazy = route.sources.filter((source) => manifest[source] !== undefined)
  const chunks = staticClosure(manifest, [...entries, ...lazy])
  const scripts = [...new Set(chunks.map((chunk) => chunk.file))].filter((file) => file.endsWith('.js'))
  const styles = [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))]
  const kibibytes = (/** @type {string[]} */ files) => files.reduce((sum, file) => sum + packedBytes(file), 0) / 1024
  const scriptKiB = kibibytes(scripts)
  const styleKiB = kibibytes(styles)
  const inside = scripts.flatMap((file) => contents[file] ?? [])
  const problems = [
    ...over('script', scriptKiB, route.scriptKiB),
    ...over('style', styleKiB, route.styleKiB),
    ...inside
      .filter((name) => route.forbids.some((pattern) => pattern.test(name)))
      .map((name) => `"${name}" is loaded before anything is clicked; import it on demand`),
    ...route.sources
      .filter((source) => !lazy.includes(source) && !inside.includes(source))
      .map((source) => `"${source}" is in no chunk; name the route's page where it is now`),
  ]
  return { route: route.name, scriptKiB, styleKiB, files: [...scripts, ...styles].sort(), problems }
}

/**
 * @param {string} what
 * @param {number} actual
 * @param {number | undefined} limit
 */
function over(what, actual, limit) {
  if (limit === undefined || actual <= limit) return []
  return [`${actual.toFixed(1)} KiB of ${what} are over the budget of ${String(limit)} KiB`]
}

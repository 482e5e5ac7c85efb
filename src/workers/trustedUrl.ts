/**
 * The project's only Trusted Types policy. It accepts one thing: the address of the project's own
 * worker, from the page's own origin. Anything else is refused with a sentence.
 */

interface Policy {
  createScriptURL(url: string): string
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy
}

function ownWorker(url: string): string {
  const { origin, pathname } = new URL(url, document.baseURI)
  const isOwn = origin === new URL(document.baseURI).origin && /\/[\w.-]*worker[\w.-]*\.(?:js|ts)$/.test(pathname)
  if (!isOwn) throw new TypeError(`The script ${url} is not one of CacheScope's workers, so it is not started.`)
  return url
}

let policy: Policy | null = null

/** The address, as the browser wants it: trusted where Trusted Types exist, plain elsewhere. */
export function trustedWorkerUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
  policy ??= factory?.createPolicy('cachescope', { createScriptURL: ownWorker }) ?? { createScriptURL: ownWorker }
  return policy.createScriptURL(url)
}

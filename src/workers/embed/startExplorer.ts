/**
 * Starts the explorer's worker where there is no origin that a script could be loaded from: its text came with the page and
 * is handed over as a blob. The policy accepts the address of that blob and nothing else.
 */
import script from 'virtual:explorer-script'

interface Policy {
  createScriptURL(url: string): string
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy
}

const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))

function ownBlob(url: string): string {
  if (url !== address) throw new TypeError(`The script ${url} is not the explorer, so it is not started.`)
  return url
}

let policy: Policy | null = null

export function startExplorer(): Worker {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
  policy ??= factory?.createPolicy('cachescope', { createScriptURL: ownBlob }) ?? { createScriptURL: ownBlob }
  return new Worker(policy.createScriptURL(address), { name: 'explorer' })
}

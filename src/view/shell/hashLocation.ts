/**
 * The page's address lives behind the `#`, so that any static host, a subfolder and an opaque frame will do:
 * `#/lab/stale-fill?run=T1+T2`. What stands after the `?` belongs to the page and is no part of the route.
 */
import { useSyncExternalStore } from 'react'

const withoutPrefix = (hash: string): string => hash.replace(/^#?\/?/, '')

/** The route of a hash: `#/lab/stale-fill?at=3` -> `/lab/stale-fill`. */
export const pathOf = (hash: string): string => `/${withoutPrefix(hash).split('?', 1)[0] ?? ''}`

/** Puts another address into the bar without telling anybody: for a page that mirrors its own state there. */
export const replaceAddress = (to: string): void => history.replaceState(history.state, '', `#/${withoutPrefix(to)}`)

function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', `#/${withoutPrefix(to)}`)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener)
  addEventListener('popstate', listener)
  return () => {
    removeEventListener('hashchange', listener)
    removeEventListener('popstate', listener)
  }
}

/** The route, as wouter wants it. */
export const useHashPath = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, () => pathOf(location.hash)),
  navigate,
]

useHashPath.hrefs = (href: string): string => `#${href}`

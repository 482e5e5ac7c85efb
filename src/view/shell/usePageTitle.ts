import { useEffect } from 'react'

/** Names the page in the tab and the history. */
export const usePageTitle = (title: string | null): void => {
  useEffect(() => {
    document.title = title === null ? 'CacheScope' : `${title} · CacheScope`
  }, [title])
}

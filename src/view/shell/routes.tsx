/** Which pages there are. Each is loaded when it is first opened. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

export interface PageProps {
  /** The part of the route after the page's own name; undefined where there is none. */
  readonly params: Readonly<Record<string, string | undefined>>
}

interface PageRoute {
  readonly path: string
  readonly Page: LazyExoticComponent<ComponentType<PageProps>>
  /** Named when it breaks. */
  readonly name: string
}

export const routes: readonly PageRoute[] = [
  { path: '/', name: 'The home page', Page: lazy(() => import('../pages/HomePage')) },
  { path: '/lab/:name?', name: 'The Lab', Page: lazy(() => import('../pages/LabPage')) },
]

/** What the header leads to. */
export const sections = [{ href: '/lab', title: 'Lab' }] as const

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
  { path: '/course', name: 'The course', Page: lazy(() => import('../pages/CoursePage')) },
  { path: '/lesson/:slug', name: 'The lesson', Page: lazy(() => import('../pages/LessonPage')) },
  { path: '/lab/:name?', name: 'The Lab', Page: lazy(() => import('../pages/LabPage')) },
  { path: '/course', name: 'The course page', Page: lazy(() => import('../pages/CoursePage')) },
  { path: '/lesson/:slug', name: 'The lesson', Page: lazy(() => import('../pages/LessonPage')) },
]

interface Section {
  readonly href: string
  readonly title: string
  /** Where its pages live besides. */
  readonly also?: string
}

/** What the header leads to. */
export const sections: readonly Section[] = [
  { href: '/course', title: 'Course' },
  { href: '/lab', title: 'Lab' },
]

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
  /** It is longer than the window. */
  readonly scrolls: boolean
}

export const routes: readonly PageRoute[] = [
  { path: '/', name: 'The home page', scrolls: true, Page: lazy(() => import('../pages/HomePage')) },
  { path: '/course', name: 'The course', scrolls: true, Page: lazy(() => import('../pages/CoursePage')) },
  { path: '/lesson/:slug', name: 'The lesson', scrolls: true, Page: lazy(() => import('../pages/LessonPage')) },
  { path: '/scenarios', name: 'The scenarios', scrolls: true, Page: lazy(() => import('../pages/ScenariosPage')) },
  { path: '/claims/:id?', name: 'The claims', scrolls: true, Page: lazy(() => import('../pages/ClaimsPage')) },
  { path: '/matrix', name: 'The matrix', scrolls: true, Page: lazy(() => import('../pages/MatrixPage')) },
  { path: '/load', name: 'The load page', scrolls: true, Page: lazy(() => import('../pages/LoadPage')) },
  { path: '/lua', name: 'The script', scrolls: true, Page: lazy(() => import('../pages/ScriptPage')) },
  { path: '/lab/:name?', name: 'The Lab', scrolls: false, Page: lazy(() => import('../pages/LabPage')) },
]

interface Section {
  readonly href: string
  readonly title: string
  /** Where its pages live besides. */
  readonly also?: string
}

/** What the header leads to. */
export const sections: readonly Section[] = [
  { href: '/course', title: 'Course', also: '/lesson' },
  { href: '/scenarios', title: 'Scenarios' },
  { href: '/claims', title: 'Claims' },
  { href: '/matrix', title: 'Matrix' },
  { href: '/load', title: 'Under load' },
  { href: '/lua', title: 'Lua' },
  { href: '/lab', title: 'Lab' },
]

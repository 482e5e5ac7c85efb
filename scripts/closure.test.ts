import { describe, expect, it } from 'vitest'
import { measure, staticClosure, type Manifest, type Route } from './closure.mjs'

const manifest: Manifest = {
  'index.html': { file: 'entry.js', isEntry: true, imports: ['_react.js'], css: ['entry.css'] },
  '_react.js': { file: 'react.js' },
  '_lanes.js': { file: 'lanes.js', imports: ['_react.js'] },
  'src/view/pages/LessonPage.tsx': { file: 'lesson.js', imports: ['index.html', '_lanes.js'], css: ['lesson.css'] },
  'src/view/mermaid.ts': { file: 'mermaid.js' },
}
const contents = {
  'entry.js': ['src/main.tsx', 'src/view/pages/HomePage.tsx'],
  'react.js': ['react'],
  'lanes.js': ['framer-motion'],
  'lesson.js': ['src/view/pages/LessonPage.tsx'],
  'mermaid.js': ['mermaid'],
}
const oneKiBEach = (): number => 1024
const lesson: Route = {
  name: 'lesson',
  sources: ['src/view/pages/LessonPage.tsx'],
  scriptKiB: 4,
  forbids: [/^mermaid$/],
}

describe('the closure of a route', () => {
  it('holds every static import once, however often it is reached', () => {
    const files = staticClosure(manifest, ['index.html', 'src/view/pages/LessonPage.tsx']).map(({ file }) => file)
    expect(files.sort()).toEqual(['entry.js', 'lanes.js', 'lesson.js', 'react.js'])
  })

  it('leaves out what is imported on demand', () => {
    expect(measure(manifest, contents, oneKiBEach, lesson)).toEqual({
      route: 'lesson',
      scriptKiB: 4,
      styleKiB: 2,
      files: ['entry.css', 'entry.js', 'lanes.js', 'lesson.css', 'lesson.js', 'react.js'],
      problems: [],
    })
  })

  it('finds a page that is part of the entry', () => {
    const home: Route = { name: 'home', sources: ['src/view/pages/HomePage.tsx'], forbids: [] }
    expect(measure(manifest, contents, oneKiBEach, home)).toMatchObject({ scriptKiB: 2, problems: [] })
  })
})

describe('the budget gate fails', () => {
  const problems = (route: Partial<Route>, where = contents): string[] =>
    measure(manifest, where, oneKiBEach, { ...lesson, ...route }).problems

  it('on a route over its script budget', () => {
    expect(problems({ scriptKiB: 3.9 })).toEqual(['4.0 KiB of script are over the budget of 3.9 KiB'])
  })

  it('on a route over its style budget', () => {
    expect(problems({ styleKiB: 1 })).toEqual(['2.0 KiB of style are over the budget of 1 KiB'])
  })

  it('on a package that must wait for a click', () => {
    expect(problems({}, { ...contents, 'lanes.js': ['mermaid'] })).toEqual([
      '"mermaid" is loaded before anything is clicked; import it on demand',
    ])
  })

  it('on a page that has moved, instead of measuring nothing', () => {
    expect(problems({ sources: ['src/view/pages/Gone.tsx'] })).toEqual([
      '"src/view/pages/Gone.tsx" is in no chunk; name the route\'s page where it is now',
    ])
  })
})

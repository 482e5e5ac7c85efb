/**
 * The embedded page's script: one moment of the Lab in a frame of somebody else's page. It is built as one classic script
 * with its worker inside, because a frame in a sandbox has no origin, and modules and workers are loaded from none.
 */
import './embed.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorBoundary } from '../shell/ErrorBoundary'
import { Embed } from './Embed'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id "root".')

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary name="The embedded run">
      <Embed />
    </ErrorBoundary>
  </StrictMode>,
)

// First, so that the preferred theme is there before anything is drawn.
import './view/preferences/applyTheme'
import './view/theme/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './view/shell/App'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id "root".')

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

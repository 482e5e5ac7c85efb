/**
 * Stands where something broke. The rest of the page stays, and so does the run: the address names it in words,
 * so it can be copied and opened again.
 */
import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button'
import { CopyButton } from './CopyButton'
import { Note } from '../ui/Note'

interface ErrorBoundaryProps {
  /** What broke, in the sentence: "The schedule map stopped." */
  name: string
  children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: Error | null
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <Note
        tone="bad"
        actions={
          <>
            <Button onClick={() => this.setState({ error: null })}>Try again</Button>
            <CopyButton text={() => location.href} said="The link to this moment is copied.">
              Copy the link to this moment
            </CopyButton>
          </>
        }
      >
        <p>
          {this.props.name} stopped: {error.message || 'it gave no reason'}. What you tried is not lost: its link still
          opens it.
        </p>
      </Note>
    )
  }
}

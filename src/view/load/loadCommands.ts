/** What can be done on the page by key and from the palette. */
import { always, type Command } from '../commands/command'
import type { Cursor } from './cursor'

export interface LoadActions {
  readonly run: () => void
  readonly cancel: () => void
  readonly isRunning: () => boolean
  /** Says again what the comparison shows; nothing before there is one. */
  readonly announce: () => void
  readonly share: () => void
}

export function loadCommands(cursor: Cursor, actions: LoadActions): readonly Command[] {
  const moving = (): string | null => (cursor.store.getState().endMs === 0 ? 'nothing has run yet' : null)
  const command = (
    id: string,
    title: string,
    keys: readonly string[],
    run: () => void,
    reason: Command['reason'] = always,
  ): Command => ({ id, title, keys, run, reason, group: 'Under load' })
  const toEnd = () => cursor.seek(cursor.store.getState().endMs)
  return [
    command(
      'load.play',
      'Play or pause',
      [' '],
      () => (cursor.store.getState().isPlaying ? cursor.pause() : cursor.play()),
      () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'less motion was asked for' : moving()),
    ),
    command('load.back', 'Earlier', ['ArrowLeft'], () => cursor.move(-1), moving),
    command('load.forward', 'Later', ['ArrowRight'], () => cursor.move(1), moving),
    command('load.first', 'To the start', ['Home'], () => cursor.seek(0), moving),
    command('load.last', 'To the end', ['End'], toEnd, moving),
    command('load.run', 'Run again', ['r'], actions.run),
    command('load.cancel', 'Cancel the run', ['Escape'], actions.cancel, () =>
      actions.isRunning() ? null : 'nothing runs now',
    ),
    command('load.say', 'Say what the comparison shows', ['c'], actions.announce),
    command('load.share', 'Copy the link to this comparison', [], actions.share),
  ]
}

/** Small drawings in the colour of the text. They never stand alone: whoever uses one also says the word. */
const paths = {
  back: 'M10.2 2.6 11.6 4 7.6 8l4 4-1.4 1.4L4.8 8z',
  forward: 'M5.8 2.6 4.4 4l4 4-4 4 1.4 1.4L11.2 8z',
  play: 'M5 3.2 12.8 8 5 12.8z',
  pause: 'M4.5 3.5h2.6v9H4.5z M8.9 3.5h2.6v9H8.9z',
  first: 'M2.8 3h1.8v10H2.8z M11.8 2.6 13.2 4l-4 4 4 4-1.4 1.4L6.4 8z',
  last: 'M11.4 3h1.8v10h-1.8z M4.2 2.6 2.8 4l4 4-4 4 1.4 1.4L9.6 8z',
  down: 'M4 6.2 8 10.2l4-4 1.1 1.1L8 12.4 2.9 7.3z',
  close: 'M4.2 3.1 8 6.9l3.8-3.8 1.1 1.1L9.1 8l3.8 3.8-1.1 1.1L8 9.1l-3.8 3.8-1.1-1.1L6.9 8 3.1 4.2z',
  link: 'M6.2 10.9a.8.8 0 0 1-1.1-1.1l4.7-4.7a.8.8 0 0 1 1.1 1.1zM7 4.6l1.4-1.4a3.1 3.1 0 0 1 4.4 4.4L11.4 9l-1.1-1.1 1.4-1.4a1.5 1.5 0 0 0-2.2-2.2L8.1 5.7zM9 11.4l-1.4 1.4a3.1 3.1 0 0 1-4.4-4.4L4.6 7l1.1 1.1-1.4 1.4a1.5 1.5 0 0 0 2.2 2.2l1.4-1.4z',
  fork: 'M4 2.2a1.6 1.6 0 0 1 .8 3v1.3c0 .6.4 1 1 1h4.4c1.4 0 2.6 1.1 2.6 2.5v.8a1.6 1.6 0 1 1-1.6 0V10c0-.5-.4-.9-1-.9H5.8c-.4 0-.7-.1-1-.2v1.9a1.6 1.6 0 1 1-1.6 0V5.2a1.6 1.6 0 0 1 .8-3z',
  undo: 'M6.6 2.6v2.6h2.6a4 4 0 0 1 0 8H5.6v-1.6h3.6a2.4 2.4 0 0 0 0-4.8H6.6v2.6L2.5 6z',
  redo: 'M9.4 2.6v2.6H6.8a4 4 0 0 0 0 8h3.6v-1.6H6.8a2.4 2.4 0 0 1 0-4.8h2.6v2.6L13.5 6z',
  download: 'M7.2 2.5h1.6v5.6l2-2 1.1 1.1L8 11.2 4.1 7.2l1.1-1.1 2 2zM3 12h10v1.6H3z',
  more: 'M3.2 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM8 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM12.8 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z',
  moon: 'M9.6 2.2a6 6 0 1 0 4.2 8.3 5 5 0 0 1-4.2-8.3z',
  sun: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM7.3 1h1.4v2.3H7.3zM7.3 12.7h1.4V15H7.3zM1 7.3h2.3v1.4H1zM12.7 7.3H15v1.4h-2.3zM2.6 3.6l1-1 1.6 1.6-1 1zM10.8 11.8l1-1 1.6 1.6-1 1zM12.4 2.6l1 1-1.6 1.6-1-1zM4.2 10.8l1 1-1.6 1.6-1-1z',
  projector:
    'M1.5 5h13a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-1v1.2h-1.8V12H4.3v1.2H2.5V12h-1a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zm9 1.3a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM3 7.8h3v1.4H3z',
  system: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 1.6v9.8a4.9 4.9 0 0 0 0-9.8z',
} as const

export type IconName = keyof typeof paths

/** `size` is in pixels at the usual type size. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const width = `calc(${size}px * var(--text-scale))`
  return (
    <svg
      viewBox="0 0 16 16"
      style={{ width, height: width, flexShrink: 0 }}
      aria-hidden="true"
      focusable="false"
      fill="currentColor"
    >
      <path d={paths[name]} fillRule="evenodd" />
    </svg>
  )
}

import 'react'

declare module 'react' {
  /** Custom properties may be set through `style`, which goes through the CSSOM and keeps to the page's policy. */
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}

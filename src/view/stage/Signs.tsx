/** Small drawn signs, so that no state depends on a colour or on a font that has the character. */

interface At {
  readonly x: number
  readonly y: number
  readonly scale: number
}

const place = ({ x, y, scale }: At) => `translate(${x} ${y}) scale(${scale})`

/** Nothing is cached. */
export const AbsentSign = (at: At) => (
  <path transform={place(at)} d="M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M-4.8 5.2L4.8-5.2" />
)

/** A lease: the key that lets one client fill. */
export const KeySign = (at: At) => (
  <path transform={place(at)} d="M-3.2-4a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M0-0.8V8M0 4.4h3.2M0 7.6h2.6" />
)

/** A remote marker: a flag on the entry of the key. */
export const FlagSign = (at: At) => <path transform={place(at)} d="M-3 8V-7L5-3.5L-3 0" />

/** A lock: writers take turns. */
export const LockSign = (at: At) => (
  <path transform={place(at)} d="M-4.5 0.5h9v7h-9zM-2.8 0.5v-2.4a2.8 2.8 0 0 1 5.6 0v2.4" />
)

export const CrossSign = (at: At) => <path transform={place(at)} d="M-7-7L7 7M7-7L-7 7" />

export const PauseSign = (at: At) => <path transform={place(at)} d="M-2.2-3.4V3.4M2.2-3.4V3.4" />

/** Waiting for somebody else. */
export const WaitSign = (at: At) => <path transform={place(at)} d="M-4 0h0.01M0 0h0.01M4 0h0.01" />

/** A clock: a request that is late. */
export const ClockSign = (at: At) => (
  <path transform={place(at)} d="M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M0-3V0L2.4 1.8" />
)

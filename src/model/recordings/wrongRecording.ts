/** A recording that cannot be replayed, because it is not one or asks for what no recorded server was asked. */
export class WrongRecording extends Error {
  /** `message` says what, where (without the file), the likely cause and what to do. */
  constructor(message: string) {
    super(message)
    this.name = 'WrongRecording'
  }
}

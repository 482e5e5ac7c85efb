/** Replays recordings of real servers on the model, and says of each what was compared or what differs first. */
import { textIn } from './files'
import { exitCodes, type ExitCode, type Host } from './host'
import { RECORDING_MAX } from '../model/recordings/limits'
import { readRecordingText } from '../model/recordings/readRecording'
import { replayRecording, type Replayed } from '../model/recordings/replayRecording'

/** Whether a file of a folder is a recording; names that begin with an underscore are of files that hold counts. */
export const isRecording = (name: string): boolean => /^[^_].*\.json$/.test(name)

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

export class RecordingReplay {
  private replayed = 0
  private differing = 0

  constructor(private readonly host: Host) {}

  replay(file: string): ExitCode {
    const result = replayFile(file)
    if (typeof result === 'string') {
      this.host.note(result)
      return exitCodes.wrong
    }
    const { name, replayed } = result
    const { difference, steps, answers, finals, verdicts } = replayed
    this.replayed++
    if (difference === null) {
      const compared = `${many(answers, 'answer')}, ${many(finals, 'final')} and ${many(verdicts, 'verdict')}`
      this.host.say(`${name}: ${many(steps, 'step')} replayed, ${compared} agree.`)
      return exitCodes.fine
    }
    this.differing++
    this.host.say(`${file}: ${difference}`)
    return exitCodes.differs
  }

  /** Says how many there were, where there were several. */
  summarise(): void {
    if (this.replayed < 2) return
    const all = `${this.replayed} recordings replayed`
    this.host.say(this.differing === 0 ? `${all}: all agree.` : `${all}: ${this.differing} of them differ.`)
  }
}

/** What came of it, or one sentence about what is wrong with the file. */
function replayFile(file: string): { readonly name: string; readonly replayed: Replayed } | string {
  const text = textIn(file, RECORDING_MAX)
  if (text === null)
    return `${file}: This file is too large, unreadable or not UTF-8. A recording is at most ${RECORDING_MAX / 1024 / 1024} MiB of text; record a shorter run.`
  const read = readRecordingText(text, file)
  if ('problem' in read) return read.problem
  const replayed = replayRecording(read.recording)
  return 'problem' in replayed ? `${file}: ${replayed.problem}` : { name: read.recording.name, replayed }
}

/**
 * `replay FILE|FOLDER...`: runs the schedule of a scenario and tells it step by step, or replays a recording (`.json`)
 * of real servers on the model and tells what differs first. In a folder, whatever is a recording or has a schedule.
 */
import { resolve } from 'node:path'
import { filesAt } from './files'
import { exitCodes, type ExitCode, type Host } from './host'
import { isRecording, RecordingReplay } from './recordingReplay'
import { replayScenario } from './replayScenario'
import { quoted } from '../model/scenario/problem'

const isReplayable = (name: string): boolean => name.endsWith('.scenario.yaml') || isRecording(name)

export function replayCommand(args: readonly string[], host: Host): ExitCode {
  const option = args.find((arg) => arg.startsWith('-'))
  if (option !== undefined || args.length === 0) {
    host.note(
      option === undefined
        ? 'There is nothing to replay. Name a recording, a scenario file with a schedule, or a folder.'
        : `There is no option ${quoted(option)}. "replay" takes files and folders only.`,
    )
    return exitCodes.wrong
  }
  const recordings = new RecordingReplay(host)
  const seen = new Set<string>()
  const codes = args.map((path) => replayAt(path, seen, recordings, host))
  recordings.summarise()
  return worstOf(codes)
}

/** A file that is wrong says more than a run that differs. */
const worstOf = (codes: readonly ExitCode[]): ExitCode =>
  codes.reduce<ExitCode>((worst, code) => (code > worst ? code : worst), exitCodes.fine)

function replayAt(path: string, seen: Set<string>, recordings: RecordingReplay, host: Host): ExitCode {
  const files = filesAt(path, isReplayable)
  if (typeof files === 'string' || files.length === 0) {
    host.note(
      `${path}: ${typeof files === 'string' ? files : 'There is nothing to replay here. Recordings end with ".json", scenario files with ".scenario.yaml".'}`,
    )
    return exitCodes.wrong
  }
  const isNamed = files[0] === path
  return worstOf(
    files.map((file) => {
      if (seen.has(resolve(file))) return exitCodes.fine
      seen.add(resolve(file))
      return file.endsWith('.json') ? recordings.replay(file) : replayScenario(file, isNamed, host)
    }),
  )
}

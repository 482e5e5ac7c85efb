/**
 * Where a learner writes protocols: the texts, what is wrong with one, and the way from a text to the run on the stage.
 *
 * A text that is typed is read and checked in a worker once the typing pauses. Only one that was checked is put into the
 * scenario; until then, and while something is wrong, the stage goes on with the last one that ran.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Report } from '../../model/explore/report'
import { adopted, setBack } from '../../model/own/adopt'
import { OwnRefused, roles, type Role } from '../../model/own/own'
import type { Scenario } from '../../model/scenario/scenario'
import type { PackedPrograms } from '../../model/scenario/linkOwn'
import type { Clock } from '../player/clock'
import type { Opening } from '../player/moment'
import type { Player } from '../player/player'
import type { Learn } from '../player/waiting'
import type { Storage } from '../preferences/storage'
import type { AskOptions } from '../../workers/client'
import type { learnInWorker, readInWorker } from '../../workers/own/client'
import { keepDrafts, readDrafts, type Draft, type Drafts } from './drafts'
import { pack, unpack } from './pack'
import { textOf } from './startText'
import { troubleIn, type Trouble } from './trouble'

export interface StudioState {
  /** Which program is open for editing. */
  readonly editing: Role | null
  readonly drafts: Drafts
  readonly trouble: Trouble | null
  readonly isChecking: boolean
  /** The text that runs is too long for a link. */
  readonly isTooLong: boolean
  /** Why a link's program does not run, in one sentence. */
  readonly linkProblem: string | null
}

/** What the studio asks of others. */
export interface StudioTools {
  readonly clock: Clock
  readonly storage: Storage
  readonly read: typeof readInWorker
  readonly learn: typeof learnInWorker
  readonly report: (scenario: Scenario, options: AskOptions) => Promise<Report>
}

export interface Studio {
  readonly store: StoreApi<StudioState>
  /** Opens a program of the scenario for editing, or closes it with null. */
  readonly edit: (role: Role | null) => void
  readonly type: (role: Role, text: string) => void
  /** Puts the text of a pattern in place of what is there. */
  readonly begin: (role: Role, pattern: string) => void
  /** Runs the pattern of the catalogue again, and forgets the text. */
  readonly setBack: (role: Role) => void
  /** Opens a run whose programs are still packed. */
  readonly open: (opening: Opening, packed: PackedPrograms) => Promise<void>
  /** Finds out what programs do in a run, for the player; shows what is wrong with one that cannot go on. */
  readonly learn: Learn
  readonly dismissProblem: () => void
  /** Gives up whatever is under way. */
  readonly stop: () => void
}

/** How long a pause in typing is, in milliseconds. */
const PAUSE_MS = 400

const nothing = { editing: null, trouble: null, isChecking: false, isTooLong: false, linkProblem: null }

/** The shortest run that violates something. */
const witnessIn = ({ results }: Report): readonly string[] | null =>
  results
    .flatMap((result) => (result.verdict === 'violated' ? [result.schedule] : []))
    .sort((a, b) => a.length - b.length)[0] ?? null

class Work implements Studio {
  readonly store: StoreApi<StudioState>
  private asking = new AbortController()
  private callOff: () => void = () => undefined

  constructor(
    private readonly player: Player,
    private readonly tools: StudioTools,
  ) {
    this.store = createStore<StudioState>()(() => ({ ...nothing, drafts: readDrafts(tools.storage) }))
  }

  readonly edit = (role: Role | null): void => {
    this.store.setState({ editing: role, ...(role === null && { trouble: null }) })
    if (role === null) return
    const { scenario } = this.player.store.getState()
    const draft = this.store.getState().drafts[role]
    const running = scenario.own?.[role]
    if (running !== undefined && running.text !== draft?.text)
      this.keep(role, { text: running.text, begunFrom: scenario.protocol[role] })
    else if (draft === undefined) this.keep(role, this.startOf(scenario.protocol[role]))
    else if (running === undefined) this.soon(role)
  }

  readonly type = (role: Role, text: string): void => {
    const { begunFrom } =
      this.store.getState().drafts[role] ?? this.startOf(this.player.store.getState().scenario.protocol[role])
    this.keep(role, { text, begunFrom })
    this.soon(role)
  }

  readonly begin = (role: Role, pattern: string): void => {
    this.keep(role, this.startOf(pattern))
    this.soon(role)
  }

  readonly setBack = (role: Role): void => {
    this.stop()
    const { base, scenario } = this.player.store.getState()
    this.keep(role, null)
    this.store.setState({ editing: null, trouble: null, isTooLong: false })
    if (scenario.own?.[role] !== undefined) this.player.edit(setBack(scenario, base, role))
  }

  readonly open = async (opening: Opening, packed: PackedPrograms): Promise<void> => {
    this.stop()
    const { signal } = this.asking
    let scenario = opening.scenario ?? opening.base
    try {
      for (const role of roles) {
        const parcel = packed[role]
        if (parcel === undefined) continue
        const text = await unpack(parcel)
        if (text === null) throw new Error('The program in the link is not whole. Copy the link again, to its end.')
        scenario = await this.adopt(scenario, role, { text, begunFrom: scenario.protocol[role] }, signal)
      }
      await this.tools.report(scenario, { signal })
      if (!signal.aborted) this.player.open({ ...opening, scenario })
    } catch (error) {
      if (signal.aborted) return
      const { sentence } = troubleIn(error, 'write')
      this.store.setState({ linkProblem: `${sentence} The scenario is open without the program of the link.` })
    }
  }

  readonly learn: Learn = async (scenario, schedule) => {
    try {
      await this.tools.learn(scenario, schedule)
    } catch (error) {
      if (error instanceof OwnRefused)
        this.store.setState({ editing: error.role, trouble: troubleIn(error, error.role) })
      throw error
    }
  }

  readonly dismissProblem = (): void => this.store.setState({ linkProblem: null })

  readonly stop = (): void => {
    this.callOff()
    this.asking.abort('the text has changed')
    this.asking = new AbortController()
    this.store.setState({ isChecking: false })
  }

  private startOf(pattern: string): Draft {
    return { text: textOf(pattern), begunFrom: pattern }
  }

  private keep(role: Role, draft: Draft | null): void {
    const { [role]: _gone, ...others } = this.store.getState().drafts
    const drafts = draft === null ? others : { ...others, [role]: draft }
    this.store.setState({ drafts })
    keepDrafts(this.tools.storage, drafts)
  }

  /** Checks what was typed, once nothing more is typed. */
  private soon(role: Role): void {
    this.stop()
    this.callOff = this.tools.clock.after(PAUSE_MS, () => void this.run(role))
  }

  private async run(role: Role): Promise<void> {
    const { signal } = this.asking
    const draft = this.store.getState().drafts[role]
    if (draft === undefined) return
    this.store.setState({ isChecking: true })
    try {
      const scenario = await this.adopt(this.player.store.getState().scenario, role, draft, signal)
      const report = await this.tools.report(scenario, { signal })
      if (signal.aborted) return
      this.store.setState({ trouble: null, isChecking: false, isTooLong: scenario.own?.[role]?.packed === '' })
      this.show(scenario, report)
    } catch (error) {
      if (!signal.aborted) this.store.setState({ trouble: troubleIn(error, role), isChecking: false })
    }
  }

  /** The scenario with a draft in it. */
  private async adopt(
    scenario: Scenario,
    role: Role,
    { text, begunFrom }: Draft,
    signal: AbortSignal,
  ): Promise<Scenario> {
    const [uses, packed] = await Promise.all([this.tools.read(role, text, { signal }), pack(text)])
    return adopted(scenario, role, { text, packed }, { begunFrom, uses })
  }

  /** Puts the scenario on the stage, and plays what breaks it. */
  private show(scenario: Scenario, report: Report): void {
    this.player.edit(scenario)
    const witness = witnessIn(report)
    if (witness === null) return
    this.player.follow(witness, 0)
    this.player.play()
  }
}

export const createStudio = (player: Player, tools: StudioTools): Studio => new Work(player, tools)

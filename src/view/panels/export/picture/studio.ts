/**
 * Where the stage draws for a picture, out of sight: the same parts that draw on the screen, at a width and in colours of
 * their own. The studio says what is to be drawn, its place (`StudioPlace`) draws it and hands it back; one picture at a time.
 */
import { createStore } from 'zustand/vanilla'
import type { Trace } from '../../../../model/engine/trace'
import { castKeyCount, castLanes, sceneOf, type RowRange, type Scene } from '../../../scene'
import { geometryOf, heightOf, type Geometry } from '../../../stage/geometry'
import { Flattener, SVG } from './flatten'

export type Scheme = 'light' | 'dark'

export interface Setting {
  readonly trace: Trace
  readonly width: number
  readonly scheme: Scheme
}

/** What the place shows; no scene where only its colours are looked at. */
export interface Showing {
  readonly scheme: Scheme
  readonly drawing: { readonly scene: Scene; readonly geometry: Geometry; readonly rows: RowRange } | null
}

/** A picture of a run: its two parts, flattened, and how large they are. */
export interface Shot {
  readonly heads: SVGGElement
  readonly drawing: SVGGElement
  readonly geometry: Geometry
  readonly height: number
}

/** Colours for what a picture has around the drawing. */
export type Colours = Readonly<Record<'ground' | 'ink', string>>

export class Studio {
  readonly store = createStore<Showing>()(() => ({ scheme: 'light', drawing: null }))
  private waiting: { resolve(place: HTMLElement): void; reject(error: Error): void } | null = null
  private before: Promise<unknown> = Promise.resolve()

  /** Works in a setting, after whoever came before is done. */
  session<Made>(setting: Setting, work: (session: Session) => Promise<Made>): Promise<Made> {
    const made = this.before.then(async () => {
      const { scheme } = setting
      const place = await this.show({ scheme, drawing: null })
      return work(new Session(setting, place, (drawing) => this.show({ scheme, drawing })))
    })
    this.before = made.catch(() => undefined)
    return made
  }

  /** The place shows what it was told. */
  shown(place: HTMLElement): void {
    this.waiting?.resolve(place)
    this.waiting = null
  }

  /** The place is gone: whoever waits for a drawing waits no longer. */
  close(): void {
    this.waiting?.reject(new Error('The picture was given up.'))
    this.waiting = null
  }

  private show(showing: Showing): Promise<HTMLElement> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.store.setState(showing)
    })
  }
}

export class Session {
  readonly colours: Colours
  private readonly flattener = new Flattener()
  private readonly geometry: Geometry

  constructor(
    private readonly setting: Setting,
    place: HTMLElement,
    private readonly show: (drawing: Showing['drawing']) => Promise<HTMLElement>,
  ) {
    const { trace, width } = setting
    const lineScale = Number.parseFloat(getComputedStyle(place).getPropertyValue('--line-scale')) || 1
    const surface = { width, textScale: 1, lineScale }
    this.geometry = geometryOf(castLanes(trace.scenario), castKeyCount(trace.scenario), surface)
    const colour = (token: string) => {
      place.style.color = `var(${token})`
      return this.flattener.colour(getComputedStyle(place).color).hex
    }
    this.colours = { ground: colour('--ground'), ink: colour('--ink') }
  }

  /** The run with the playhead at a step; of its rows only those of the range. */
  async draw(playhead: number, rows: RowRange): Promise<Shot> {
    const { geometry } = this
    const scene = sceneOf(this.setting.trace, playhead, rows)
    const place = await this.show({ scene, geometry, rows })
    const [heads, drawing] = [...place.querySelectorAll(':scope > svg')].map((drawn) => {
      const group = document.createElementNS(SVG, 'g')
      this.flattener.fill(group, drawn)
      return group
    })
    if (heads === undefined || drawing === undefined) throw new Error('The stage drew nothing.')
    return { heads, drawing, geometry, height: heightOf(geometry, scene.count) }
  }
}

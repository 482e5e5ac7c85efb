/** Learners' programs in this worker: the interpreter is fetched with the first one and kept. */
import variant from '@jitl/quickjs-wasmfile-release-sync'
import wasm from '@jitl/quickjs-wasmfile-release-sync/wasm?url'
import { newVariant } from 'quickjs-emscripten-core'
import { OwnRefused, ownName, roles, type OwnPrograms, type Role } from '../../model/own/own'
import type { Telling } from '../../model/own/wiring'
import { ProgramRefused } from '../../model/engine/script'
import { Teacher } from './teacher'

const compiled = async (): Promise<WebAssembly.Module> => {
  const response = await fetch(new URL(wasm, import.meta.url))
  if (!response.ok) throw new Error('The interpreter for your own programs could not be loaded. Reload the page.')
  return WebAssembly.compile(await response.arrayBuffer())
}

let loading: Promise<WebAssembly.Module> | null = null
let teacher: Teacher | null = null

async function started(): Promise<Teacher> {
  loading ??= compiled()
  try {
    const wasmModule = await loading
    teacher ??= new Teacher(newVariant(variant, { wasmModule }))
    return teacher
  } catch (error) {
    loading = null
    throw error
  }
}

/** Makes the programs of a scenario ready to be asked for. */
export const prepare = async (own: OwnPrograms): Promise<void> => (await started()).prepare(own)

/** What a text needs of the world around it; rejects with OwnRefused where it is no program. */
export const usesOf = async (role: Role, text: string): Promise<readonly Telling[]> =>
  (await (await started()).read(role, text)).uses

/** A refusal in its two forms, the learner's rules' and the engine's, as one; null for any other error. */
export function refusalIn(
  error: unknown,
): { readonly role: Role; readonly line: number | null; readonly why: string } | null {
  if (error instanceof OwnRefused) return { role: error.role, line: error.line, why: error.message }
  if (!(error instanceof ProgramRefused)) return null
  const role = roles.find((each) => ownName(each) === error.program.name)
  return role === undefined ? null : { role, line: error.line, why: error.why }
}

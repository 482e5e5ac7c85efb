/** Modules that the build makes from project files. */

declare module 'virtual:program-sources' {
  type ProgramSource = import('./view/panels/code/programSource').ProgramSource
  /** By the name of the pattern or guard; a guard that changes no request has no text here. */
  export const sources: Readonly<Record<string, ProgramSource>>
}
